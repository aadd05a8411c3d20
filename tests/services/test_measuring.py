"""Agreement of a project: of what is submitted, and of nothing else."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import orjson
import pytest
from hypothesis import HealthCheck, given, settings

from annotator.domain.article import fingerprint
from annotator.domain.errors import NotFoundError
from annotator.domain.mark import ComparedArticle, Mark
from annotator.domain.measures import Tokenizer, Undefined
from annotator.quality import agreement as measures
from annotator.services.agreement_json import as_json
from annotator.services.defining import publish
from annotator.services.importing import ImportOptions, import_files
from annotator.services.measuring import agreement
from annotator.storage.project import Project
from tests.examples import at_most
from tests.marks import NAMES, TEXT, article, articles, layers
from tests.texts import write_lines

BAKU, YEREVAN = (15, 19, "PLACE"), (6, 13, "ACTOR")


def fill(project: Project, folder: Path, *lines: dict[str, object]) -> None:
    import_files(project, [write_lines(folder / "in.jsonl", *lines)], ImportOptions(login="x"))


def line(
    name: str, *marks: Mark | tuple[int, int, str], status: str = "submitted", **more: object
) -> dict[str, object]:
    return {
        "id": "1",
        "text": TEXT,
        "label": [*map(tuple, marks)],
        "annotator": name,
        "status": status,
        **more,
    }


@settings(
    max_examples=at_most(20), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(articles())
def test_a_project_has_the_figures_of_its_layers(
    fresh_project: Callable[[], Project], tmp_path: Path, found: list[ComparedArticle]
) -> None:
    project = fresh_project()
    once = [
        article(
            int(one.id),
            {name: [*dict.fromkeys(marks)] for name, marks in one.layers.items()},
            f"{TEXT} {one.id}",
        )
        for one in found
    ]
    lines = [
        line(name, *marks, id=one.id, text=one.text) for one in once for name, marks in one.layers.items()
    ]
    if lines:
        fill(project, tmp_path, *lines)
    present = sorted({name for one in once for name in one.layers})
    measured = as_json(agreement(project, annotators=present))
    expected = as_json(measures.agreement(once, present))
    assert measured == {**expected, "guidelines": "1"}


@pytest.mark.parametrize("status", ["new", "in progress", "returned", "skipped"])
def test_what_is_not_submitted_counts_for_nothing(project: Project, tmp_path: Path, status: str) -> None:
    fill(project, tmp_path, line("amal", BAKU), line("basim", BAKU, status=status))
    found = agreement(project)
    assert (found.articles, found.pairs[0].articles) == (0, 0)
    assert found.pairs[0].f1 is Undefined.ARTICLES


def test_what_is_accepted_counts_and_so_does_a_submitted_layer_without_spans(
    project: Project, tmp_path: Path
) -> None:
    fill(project, tmp_path, line("amal", BAKU), line("basim", BAKU, status="accepted"), line("dina"))
    found = agreement(project)
    assert {(pair.a, pair.b): pair.f1 for pair in found.pairs} == {
        ("amal", "basim"): 1,
        ("amal", "dina"): 0,
        ("basim", "dina"): 0,
    }


def test_only_those_who_are_named_are_compared_in_that_order(project: Project, tmp_path: Path) -> None:
    fill(project, tmp_path, line("amal", BAKU), line("basim", YEREVAN, BAKU), line("dina"))
    found = agreement(project, annotators=["basim", "amal", "basim"], tokenizer=Tokenizer.WHITESPACE)
    assert (found.annotators, found.tokenizer) == (("basim", "amal"), Tokenizer.WHITESPACE)
    (pair,) = found.pairs
    assert (pair.a, pair.b, pair.spans_a, pair.spans_b) == ("basim", "amal", 2, 1)
    with pytest.raises(NotFoundError, match="no annotator nobody; it has: amal, basim, dina"):
        agreement(project, annotators=["amal", "nobody"])


def test_labels_of_the_article_are_left_out(project: Project, tmp_path: Path) -> None:
    fill(project, tmp_path, line("amal", BAKU), line("basim", BAKU, labels=["TOPIC"]))
    found = agreement(project)
    assert found.pairs[0].f1 == 1
    assert {*found.f1_of_labels} == {"PLACE"}


def test_the_texts_that_were_compared_have_a_fingerprint(project: Project, tmp_path: Path) -> None:
    texts = ["باكو", "يريفان", "طهران"]
    lines = [
        line(name, id=text, text=text)
        for text in texts
        for name in ("amal", "basim")
        if (name, text) != ("basim", "طهران")
    ]
    fill(project, tmp_path, *lines)
    prints = sorted(fingerprint(text) for text in texts[:2])
    expected = hashlib.sha256("".join(f"{one}\n" for one in prints).encode()).hexdigest()
    assert agreement(project).article_set_sha256 == expected


def test_the_guidelines_are_those_that_the_layers_name(project: Project, tmp_path: Path) -> None:
    fill(project, tmp_path, line("amal", guidelines="10"), line("basim", guidelines="2"), line("dina"))
    assert agreement(project).guidelines == "2, 10"
    assert agreement(project, annotators=["basim", "dina"]).guidelines == "2"
    assert agreement(project, annotators=["dina"]).guidelines == "1"
    publish(project, {"en": "Label less."})
    assert agreement(project, annotators=["dina"]).guidelines == "2"


def test_progress_ends_with_all_that_there_is(project: Project, tmp_path: Path) -> None:
    fill(project, tmp_path, line("amal", BAKU), line("basim", BAKU))
    told: list[tuple[int, int]] = []
    agreement(project, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (2, 2)


def nulls(value: object, path: str) -> list[str]:
    if isinstance(value, dict):
        return [found for key, part in value.items() for found in nulls(part, f"{path}.{key}".strip("."))]
    if isinstance(value, list):
        return [found for nth, part in enumerate(value) for found in nulls(part, f"{path}[{nth}]")]
    return [path] if value is None else []


@given(articles())
def test_every_null_has_its_reason(found: list[ComparedArticle]) -> None:
    value = as_json(measures.agreement(found, NAMES))
    assert orjson.loads(orjson.dumps(value)) == value
    undefined = value.pop("undefined")
    value.pop("guidelines")
    assert isinstance(undefined, list)
    assert nulls(value, "") == [entry["figure"] for entry in undefined]
    assert all(entry["reason"] for entry in undefined)


@given(layers, layers)
def test_a_confusion_has_all_rows_and_columns_and_all_tokens(
    a: tuple[Mark, ...], b: tuple[Mark, ...]
) -> None:
    value = as_json(measures.agreement([article(1, {"amal": a, "basim": b})], ("amal", "basim")))
    pairs = value["pairs"]
    assert isinstance(pairs, list)
    rows = pairs[0]["confusion"]
    assert all([*row] == [*rows] for row in rows.values())
    assert [*rows][-1] == "O"
    assert sum(count for row in rows.values() for count in row.values()) == 9
