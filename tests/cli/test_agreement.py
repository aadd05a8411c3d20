"""The command that measures how far annotators agree."""

from pathlib import Path
from typing import Any

import orjson
import pytest

from tests.cli.conftest import Annotator
from tests.marks import TEXT
from tests.texts import write_lines

Marks = list[tuple[int, int, str]]

BAKU, YEREVAN, PEACE, TREATY = (14, 19, "PLACE"), (6, 13, "ACTOR"), (32, 36, "TOPIC"), (26, 36, "TOPIC")


def layer(name: str, marks: Marks, **more: object) -> dict[str, object]:
    values = {"id": "1", "text": TEXT, "annotator": name, "status": "submitted", "label": marks}
    return values | more


@pytest.fixture
def project(annotator: Annotator, project_path: Path, tmp_path: Path) -> Path:
    """Two articles of amal's and basim's, one of dina's."""
    lines = [
        layer("amal", [YEREVAN, BAKU, TREATY]),
        layer("basim", [YEREVAN, BAKU, PEACE]),
        layer("amal", [(0, 4, "PLACE")], id="2", text="باكو"),
        layer("basim", [], id="2", text="باكو"),
        layer("dina", [BAKU]),
    ]
    annotator("import", project_path, write_lines(tmp_path / "in.jsonl", *lines)).succeeds()
    return project_path


def as_json(annotator: Annotator, *arguments: object) -> dict[str, Any]:
    found: dict[str, Any] = orjson.loads(annotator("agreement", *arguments, "--json").succeeds().out)
    return found


def test_the_json_has_each_figure_where_scripts_look_for_it(annotator: Annotator, project: Path) -> None:
    found = as_json(annotator, project, "--annotators", "amal,basim")
    assert [*found] == [
        *("articles", "annotators", "tokenizer", "guidelines", "article_set_sha256"),
        *("pairs", "f1", "alpha", "fleiss_kappa", "undefined"),
    ]
    assert (found["articles"], found["annotators"], found["tokenizer"]) == (2, ["amal", "basim"], "arabic")
    (pair,) = found["pairs"]
    assert [*pair] == [
        *("a", "b", "articles", "spans_a", "spans_b", "f1", "f1_interval"),
        *("schemas", "labels", "cohen_kappa", "confusion"),
    ]
    assert (pair["a"], pair["b"], pair["spans_a"], pair["spans_b"]) == ("amal", "basim", 4, 3)
    assert pair["f1"] == found["f1"]["mean"] == pytest.approx(4 / 7)
    assert found["f1"]["sd"] == 0
    low, high = pair["f1_interval"]
    assert 0 <= low <= pair["f1"] <= high <= 1
    assert pair["schemas"]["partial"] == {
        "cor": 2,
        "inc": 0,
        "par": 1,
        "mis": 1,
        "spu": 0,
        "precision": pytest.approx(2.5 / 3),
        "recall": 2.5 / 4,
        "f1": pytest.approx(5 / 7),
    }
    assert {name: counts["cor"] for name, counts in pair["schemas"].items()} == {
        "strict": 2,
        "exact": 2,
        "partial": 2,
        "type": 3,
    }
    assert pair["labels"]["PLACE"] == {"f1": pytest.approx(2 / 3), "n_a": 2, "n_b": 1}
    assert pair["confusion"] == {
        "ACTOR": {"ACTOR": 1, "PLACE": 0, "TOPIC": 0, "O": 0},
        "PLACE": {"ACTOR": 0, "PLACE": 1, "TOPIC": 0, "O": 1},
        "TOPIC": {"ACTOR": 0, "PLACE": 0, "TOPIC": 1, "O": 1},
        "O": {"ACTOR": 0, "PLACE": 0, "TOPIC": 0, "O": 5},
    }
    # Of ten tokens they agree on eight, of the five that either labelled on three.
    assert pair["cohen_kappa"] == {
        "all_tokens": pytest.approx((0.8 - 0.40) / (1 - 0.40)),
        "either_labelled": pytest.approx((0.6 - 0.20) / (1 - 0.20)),
    }
    assert [*found["alpha"]] == ["all_tokens", "labelled_tokens", "labels", "share_unlabelled"]
    assert found["alpha"]["share_unlabelled"] == 0.5
    assert found["alpha"]["labels"]["ACTOR"] == 1
    assert found["undefined"] == []


def test_all_annotators_are_compared_in_pairs(annotator: Annotator, project: Path) -> None:
    found = as_json(annotator, project)
    pairs = [(pair["a"], pair["b"], pair["articles"]) for pair in found["pairs"]]
    assert pairs == [("amal", "basim", 2), ("amal", "dina", 1), ("basim", "dina", 1)]
    reasons = {entry["figure"]: entry["reason"] for entry in found["undefined"]}
    assert reasons == {
        "pairs[1].f1_interval": "one article alone tells nothing of chance",
        "pairs[2].f1_interval": "one article alone tells nothing of chance",
    }


def test_another_tokenizer_makes_other_tokens(annotator: Annotator, project: Path) -> None:
    arabic = as_json(annotator, project)
    spaces = as_json(annotator, project, "--tokenizer", "whitespace")
    assert spaces["tokenizer"] == "whitespace"
    assert arabic["f1"] == spaces["f1"]
    tokens = [
        sum(sum(row.values()) for row in found["pairs"][0]["confusion"].values())
        for found in (arabic, spaces)
    ]
    assert tokens == [10, len(TEXT.split()) + 1]


def test_the_tables_show_every_figure_with_what_it_is_of(annotator: Annotator, project: Path) -> None:
    said = annotator("agreement", project).succeeds().out
    for part in (
        "3 annotators: amal, basim, dina.",
        "2 articles that at least two of them have submitted, 10 tokens (tokenizer: arabic).",
        "same label, start and end",
        "mean of 3 pairs",
        "tokens that anybody labelled",
        "articles that all submitted",
        "weak",
    ):
        assert part in said
    assert ["amal", "–", "basim", "2", "4", "/", "3", "0.571"] in [
        line.split()[:8] for line in said.splitlines()
    ]
    assert "nan" not in said.lower()


def test_names_that_look_like_markup_are_shown_as_they_are(
    annotator: Annotator, project_path: Path, tmp_path: Path
) -> None:
    lines = [layer(name, [(14, 19, "[red]")]) for name in ("[bold]a[/bold]", ":smile:")]
    source = write_lines(tmp_path / "in.jsonl", *lines)
    annotator("import", project_path, source, "--add-labels").succeeds()
    said = annotator("agreement", project_path).succeeds().out
    for name in ("[bold]a[/bold]", ":smile:", "[red]"):
        assert name in said


def test_an_annotator_whom_nobody_knows_is_refused(annotator: Annotator, project: Path) -> None:
    annotator("agreement", project, "--annotators", "amal,nobody").refuses("nobody", "amal, basim, dina")
    assert annotator("agreement", project, "--annotators", "amal,").code == 2
    assert annotator("agreement", project, "--tokenizer", "letters").code == 2


def test_two_who_share_no_article_have_no_agreement(
    annotator: Annotator, project: Path, tmp_path: Path
) -> None:
    more = layer("emad", [(0, 4, "PLACE")], id="3", text="باكو")
    annotator("import", project, write_lines(tmp_path / "more.jsonl", more)).succeeds()
    found = as_json(annotator, project, "--annotators", "amal,emad")
    (pair,) = found["pairs"]
    assert (found["articles"], pair["articles"], pair["f1"], pair["confusion"]) == (0, 0, None, {})
    reasons = {entry["figure"]: entry["reason"] for entry in found["undefined"]}
    assert reasons["pairs[0].f1"] == "there is no article that both have submitted"
    assert reasons["f1.mean"] == "no two annotators have submitted the same article"


DEGENERATE: dict[str, tuple[list[dict[str, object]], dict[str, object]]] = {
    "no articles": ([], {"f1.mean": "fewer than two annotators", "fleiss_kappa": "fewer than two"}),
    "one annotator": ([layer("amal", [BAKU])], {"f1.mean": "fewer than two annotators"}),
    "no spans": (
        [layer("amal", []), layer("basim", [])],
        {
            "pairs[0].f1": "no span was marked",
            "pairs[0].schemas.type.f1": "no span was marked",
            "pairs[0].cohen_kappa.all_tokens": "one label",
            "pairs[0].cohen_kappa.either_labelled": "no token is labelled",
            "alpha.all_tokens": "one label",
            "alpha.labelled_tokens": "no token is labelled",
            "fleiss_kappa": "one label",
        },
    ),
    "spans of one alone": (
        [layer("amal", [BAKU]), layer("basim", [])],
        {"pairs[0].schemas.strict.precision": "the second has marked no span"},
    ),
    "one label everywhere": (
        [layer("amal", [(0, 4, "PLACE")], text="باكو"), layer("basim", [(0, 4, "PLACE")], text="باكو")],
        {
            "alpha.all_tokens": "one label",
            "alpha.labels.PLACE": "one label",
            "pairs[0].cohen_kappa.all_tokens": "one label",
            "pairs[0].f1_interval": "one article",
        },
    ),
    "one token and no agreement": (
        [layer("amal", [(0, 4, "PLACE")], text="باكو"), layer("basim", [(0, 4, "ACTOR")], text="باكو")],
        {"pairs[0].f1_interval": "one article"},
    ),
    "all spans nested": (
        [
            layer("amal", [(0, 37, "TOPIC"), (0, 19, "PLACE"), (6, 13, "ACTOR")]),
            layer("basim", [(0, 37, "TOPIC"), (0, 19, "PLACE"), (6, 12, "ACTOR")]),
        ],
        {"alpha.labels.ACTOR": "one label", "alpha.labels.TOPIC": "one label"},
    ),
    "no token": (
        [layer("amal", [], text=" \n "), layer("basim", [], text=" \n ")],
        {"alpha.all_tokens": "no token was seen", "alpha.share_unlabelled": "no token was seen"},
    ),
}


@pytest.mark.parametrize("case", DEGENERATE)
@pytest.mark.parametrize("tokenizer", ["arabic", "whitespace"])
def test_what_has_no_value_is_said_with_its_reason(
    annotator: Annotator, project_path: Path, tmp_path: Path, case: str, tokenizer: str
) -> None:
    lines, undefined = DEGENERATE[case]
    if lines:
        annotator("import", project_path, write_lines(tmp_path / "in.jsonl", *lines)).succeeds()
    found = as_json(annotator, project_path, "--tokenizer", tokenizer)
    reasons = {entry["figure"]: entry["reason"] for entry in found["undefined"]}
    for figure, reason in undefined.items():
        assert str(reason) in reasons.get(figure, ""), (figure, reasons)
    said = annotator("agreement", project_path, "--tokenizer", tokenizer).succeeds().out
    assert "undefined: " in said
    assert not {"nan", "None", "inf"} & {*said.split()}
