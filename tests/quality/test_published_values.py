"""Our measures give what was published: of textbooks' examples, and of bratiaa's."""

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from annotator.domain.mark import ComparedArticle
from annotator.domain.measures import Figure
from annotator.quality.agreement import Agreement, agreement
from annotator.quality.alpha import alpha
from annotator.quality.kappa import cohen, fleiss
from annotator.quality.pairwise import PairCounts, mean_and_sd
from annotator.quality.token_labels import Values, of_two
from tests.standoff import compared

OURS: Mapping[str, Callable[[Counter[Values]], Figure]] = {
    "cohen_kappa": lambda units: cohen(of_two(units, 0, 1)),
    "fleiss_kappa": fleiss,
    "krippendorff_alpha_nominal": alpha,
}
LEFT_OUT = {
    "observed": "a part of kappa, which the confusion of a pair shows",
    "expected_agreement": "a part of kappa",
    "bennett_s": "takes all labels for equally likely",
    "scott_pi": "Fleiss' kappa of two",
    "krippendorff_alpha_interval": "labels have no order",
    "krippendorff_alpha_ratio": "labels are no quantities",
    "alpha_u": "INCEpTION has it, from our exports",
    "alpha_u_by_category": "as alpha_u",
    "observed_disagreement": "a part of alpha_u",
    "expected_disagreement": "a part of alpha_u",
    "AC1": "not among the figures of named entities",
    "AC2": "labels have no order",
    "gamma": "pygamma-agreement has it, from a table of spans; it takes seconds an article",
}


def known(shared_data: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        (shared_data / "agreement" / "known_values_public.json").read_text("utf-8")
    )
    return found


def units(items: list[list[object]]) -> Counter[Values]:
    return Counter(tuple(None if value is None else str(value) for value in item) for item in items)


def test_every_published_value_of_our_measures_is_ours(shared_data: Path) -> None:
    checked = Counter[str]()
    for name, study in known(shared_data)["coding"].items():
        counts = units(study["items"])
        for measure, value in study["expected"].items():
            if measure in OURS:
                checked[measure] += 1
                figure = OURS[measure](counts)
                assert figure == pytest.approx(value, abs=study["tolerance"]), (name, measure)
    assert checked == {"cohen_kappa": 3, "fleiss_kappa": 1, "krippendorff_alpha_nominal": 5}


def test_every_measure_that_is_not_ours_is_left_out_for_a_reason(shared_data: Path) -> None:
    names = {
        name
        for kind in ("coding", "unitizing")
        for study in known(shared_data)[kind].values()
        for name in study["expected"]
    }
    for path in (shared_data / "agreement" / "dkpro_fixtures").glob("*/*.json"):
        fixture = json.loads(path.read_text("utf-8"))
        names |= {case["measure"] for case in fixture.get("cases", ())}
        names |= {"gamma"} & {*fixture.get("tier3", ())}
    assert names == OURS.keys() | LEFT_OUT.keys()


def test_two_of_fleiss_are_as_scott_says(shared_data: Path) -> None:
    for study in known(shared_data)["coding"].values():
        if "scott_pi" in study["expected"]:
            value = study["expected"]["scott_pi"]
            assert fleiss(units(study["items"])) == pytest.approx(value, abs=study["tolerance"])


def test_kappa_collapses_where_nearly_all_have_one_label(shared_data: Path) -> None:
    """The paradox for which Gwet made AC1, 0.808 of these: so kappa is never shown alone."""
    path = shared_data / "agreement" / "dkpro_fixtures" / "gwet" / "fixture_01_paradox_2x2.json"
    rows = json.loads(path.read_text("utf-8"))["table"]
    confusion = {(str(one), str(other)): rows[one][other] for one in range(2) for other in range(2)}
    kappa = cohen(confusion)
    assert isinstance(kappa, float)
    assert kappa < 0.35


@pytest.fixture
def example(shared_data: Path) -> list[ComparedArticle]:
    return compared(shared_data / "agreement" / "bratiaa" / "example-files" / "example-project")


@pytest.fixture
def report(shared_data: Path) -> dict[str, tuple[float, float]]:
    """The mean and deviation that bratiaa's own report says, by document and label."""
    text = (shared_data / "agreement/bratiaa/example-files/instance-agreement-report.md").read_text("utf-8")
    rows = re.findall(r"^\| (\S+) +\| +([\d.]+) \| +([\d.]+) \|", text, re.MULTILINE)
    found = {name: (float(mean), float(sd)) for name, mean, sd in rows}
    overall = re.search(r"Mean F1: ([\d.]+), SD F1: ([\d.]+)", text)
    assert overall
    return found | {"overall": (float(overall[1]), float(overall[2]))}


def measured(example: list[ComparedArticle]) -> Agreement:
    return agreement(example, sorted(example[0].layers))


def test_bratiaas_example_has_bratiaas_f1(
    example: list[ComparedArticle], report: dict[str, tuple[float, float]]
) -> None:
    found = measured(example)
    assert (len(found.pairs), found.articles) == (6, 7)
    assert (found.f1.mean, found.f1.sd) == pytest.approx(report["overall"], abs=0.0005)
    for label, mean in found.f1_of_labels.items():
        assert (mean.mean, mean.sd) == pytest.approx(report[label], abs=0.0005)
    assert {*found.f1_of_labels} == {"LOC", "MISC", "ORG", "PER"}


def test_bratiaas_documents_have_bratiaas_f1(
    example: list[ComparedArticle], report: dict[str, tuple[float, float]]
) -> None:
    for article in example:
        pairs = []
        for a, b in combinations(article.layers.values(), 2):
            pairs.append(PairCounts())
            pairs[-1].add(article.id, a, b)
        expected = report[f"{article.id}.ann"]
        assert mean_and_sd(pair.f1 for pair in pairs) == pytest.approx(expected, abs=0.0005)
    assert len(report) == 7 + 4 + 1
