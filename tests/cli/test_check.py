"""annotator check: damage first, then what is probably labelled wrongly, for people and for scripts."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import orjson
import pytest

from tests.cli.conftest import Annotator, Outcome
from tests.texts import write_lines

KEYS = {"article", "annotator", "span", "text", "rule", "sentence"}


@pytest.fixture
def labelled(annotator: Annotator, project_path: Path, tmp_path: Path) -> Path:
    """A project with an outlier, a bare place, bad boundaries, a rare label and a length."""

    def line(text: str, *spans: list[object]) -> dict[str, object]:
        return {"text": text, "label": spans, "annotator": "amal", "status": "submitted"}

    usual = [line("زار باكو أمس ثم غادر", [4, 8, "PLACE"]) for _ in range(160)]
    odd = [
        line("زار باكو غدا", [4, 8, "ACTOR"]),
        line("قرب باكو أمس"),
        line("زار باكو، أمس", [4, 9, "PLACE"]),
        line("قال الوزير", [4, 10, "TOPIC"]),
        line("قال " + "كلمة بعد كلمة " * 9 + "وسكت", [4, 130, "PLACE"]),
    ]
    file = write_lines(tmp_path / "in.jsonl", *({"id": nth, **one} for nth, one in enumerate(usual + odd)))
    annotator("import", project_path, file).succeeds()
    return project_path


def found(outcome: Outcome, kind: str) -> list[dict[str, Any]]:
    return list(orjson.loads(outcome.out)[kind])


def rules(findings: Iterable[dict[str, object]]) -> set[object]:
    return {finding["rule"] for finding in findings}


def test_an_empty_project_is_sound(annotator: Annotator, project_path: Path) -> None:
    assert annotator("check", project_path).succeeds().out == "The project is sound.\n"


def test_scripts_get_everything_as_json(program: Annotator, labelled: Path) -> None:
    outcome = program("check", labelled, "--json").succeeds()
    assert found(outcome, "integrity") == []
    boundaries, consistency = found(outcome, "boundaries"), found(outcome, "consistency")
    assert all(finding.keys() == KEYS for finding in boundaries)
    assert all(finding.keys() == KEYS | {"likelihood", "proposed"} for finding in consistency)
    assert rules(boundaries) == {"punctuation", "space"}
    assert rules(consistency) == {"labels", "bare", "rare", "length"}
    likelihoods = [finding["likelihood"] for finding in consistency]
    assert likelihoods == sorted(likelihoods, reverse=True)


def test_a_finding_says_what_and_where_in_a_sentence(program: Annotator, labelled: Path) -> None:
    outcome = program("check", labelled, "--json").succeeds()
    by_rule = {finding["rule"]: finding for finding in found(outcome, "consistency")}
    outlier, bare = by_rule["labels"], by_rule["bare"]
    assert (outlier["text"], outlier["span"], outlier["annotator"]) == ("باكو", [4, 8], "amal")
    assert outlier["sentence"] == "“باكو” is ACTOR here, and PLACE 161 of 162 times."
    assert outlier["proposed"] == {"span": [4, 8], "text": "باكو", "label": "PLACE"}
    assert bare["sentence"] == "“باكو” is not labelled here, and is PLACE 161 of 162 times."
    assert "a label that is given only once among 164." in str(by_rule["rare"]["sentence"])
    assert by_rule["rare"]["proposed"] is None
    sentences = [str(finding["sentence"]) for finding in found(outcome, "boundaries")]
    assert "“باكو،” begins or ends with punctuation; “باكو” does not." in sentences


def test_people_get_counts_and_the_likeliest(annotator: Annotator, labelled: Path) -> None:
    said = annotator("check", labelled).succeeds().out.splitlines()
    assert said[0] == "The project is sound."
    assert said[1].startswith("Boundaries: ")
    assert said[2].startswith("Consistency: ")
    assert "1 bare" in said[2]
    assert any("“باكو” is ACTOR here, and PLACE 161 of 162 times." in line for line in said[3:])


def test_of_many_suspicions_the_likeliest_twenty_are_said(
    annotator: Annotator, labelled: Path, tmp_path: Path
) -> None:
    bare = (
        {"id": f"b{nth}", "text": "قرب باكو", "annotator": "amal", "status": "submitted"} for nth in range(20)
    )
    annotator("import", labelled, write_lines(tmp_path / "more.jsonl", *bare)).succeeds()
    said = annotator("check", labelled).succeeds().out.splitlines()
    assert len(said) == 3 + 20


def test_findings_are_no_failure_and_damage_is(annotator: Annotator, labelled: Path) -> None:
    with closing(sqlite3.connect(labelled)) as connection, connection:
        connection.execute("UPDATE article_text SET text = 'غيره' WHERE article = 1")
    outcome = annotator("check", labelled, "--json")
    assert outcome.code == 1
    (fault,) = found(outcome, "integrity")
    assert fault.keys() == KEYS
    assert "is not what was imported" in str(fault["sentence"])
    assert str(fault["article"]) in str(fault["sentence"])
    assert found(outcome, "boundaries") == found(outcome, "consistency") == []
    assert "is not what was imported" in annotator("check", labelled).out
