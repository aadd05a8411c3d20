"""The spans behind a figure are as many as the figure says."""

from pathlib import Path

import pytest

from annotator.domain.article import ArticleState
from annotator.domain.errors import Cancelled
from annotator.domain.mark import Mark
from annotator.domain.span import Span
from annotator.quality.disagreements import Kind
from annotator.services import evidence as evidence_module
from annotator.services import reviewing
from annotator.services.browsing import open_article
from annotator.services.evidence import (
    ArticlesIn,
    Differing,
    Erring,
    Labelled,
    Query,
    Reviewed,
    Said,
    Shared,
    Tokens,
    evidence,
)
from annotator.services.importing import ImportOptions, import_files
from annotator.services.measuring import agreement
from annotator.services.overview import progression, review
from annotator.services.reviewing import Strategy
from annotator.storage.project import Project
from tests.texts import write_lines

TEXT = "زار الوزير باكو أمس والتقى الرئيس في وباكو"
WORDS = {"actor": (4, 10), "place": (11, 15), "wide": (11, 19), "clitic": (37, 42), "bare": (38, 42)}
ACTOR, PLACE = (*WORDS["actor"], "ACTOR"), (*WORDS["place"], "PLACE")
WIDE, OTHER = (*WORDS["wide"], "PLACE"), (*WORDS["place"], "TOPIC")
CLITIC, BARE, VERB = (*WORDS["clitic"], "PLACE"), (*WORDS["bare"], "PLACE"), (0, 3, "TOPIC")
LAYERS = {
    "amal": ([ACTOR, PLACE, CLITIC], [PLACE], [ACTOR]),
    "badr": ([WIDE, BARE, ACTOR, VERB], [OTHER, BARE], [ACTOR]),
    "dina": ([ACTOR, PLACE, CLITIC], [VERB], []),
}


@pytest.fixture
def filled(project: Project, tmp_path: Path) -> Project:
    """Three people with three articles, the last not submitted by dina; the first two reviewed after amal."""
    lines = [
        {
            "id": str(nth),
            "text": f"{TEXT} {nth}",
            "label": [list(mark) for mark in marks],
            "annotator": name,
            "status": "submitted" if (name, nth) != ("dina", 2) else "in progress",
        }
        for name, articles in LAYERS.items()
        for nth, marks in enumerate(articles)
    ]
    import_files(project, [write_lines(tmp_path / "in.jsonl", *lines)], ImportOptions(login="x"))
    with project.reading() as work:
        ids = [work.articles.find(name) for name in ("0", "1")]
    reviewing.fill(project, ids, Strategy(annotator="amal"), "mona")
    for article in ids:
        found = reviewing.open_review(project, article)
        while found.unresolved:
            verdict = reviewing.Verdict(reviewing.Choice.REJECTED)
            edits = reviewing.decide(found, found.unresolved[0], "mona", verdict)
            reviewing.annotating.apply(project, "mona", edits)
            found = reviewing.open_review(project, article)
        reviewing.accept(project, article, "mona")
    return project


def count(project: Project, query: Query) -> int:
    found = evidence(project, query)
    assert found.is_all
    return len(found.items)


def test_behind_each_state_are_as_many_articles(filled: Project) -> None:
    for name, states in progression(filled).stats.states.items():
        for state in ArticleState:
            assert count(filled, ArticlesIn(name, state)) == states[state], (name, state)


def test_behind_each_label_of_an_annotator_are_as_many_places(filled: Project) -> None:
    for name, labels in progression(filled).stats.labels.items():
        for label in ("ACTOR", "PLACE", "TOPIC", "AGREEMENT"):
            assert count(filled, Labelled(name, label)) == labels.get(label, 0), (name, label)


def test_behind_each_count_of_differences_are_as_many(filled: Project) -> None:
    disagreements = review(filled).disagreements
    assert disagreements.kinds.total() > 4
    for kind in Kind:
        assert count(filled, Differing(kind)) == disagreements.kinds[kind]
        for label, kinds in disagreements.by_label.items():
            assert count(filled, Differing(kind, label)) == kinds[kind], (label, kind)


def test_behind_each_cell_of_confusion_are_as_many_tokens(filled: Project) -> None:
    measured = agreement(filled)
    for pair in measured.pairs:
        assert count(filled, Shared((pair.a, pair.b))) == pair.articles
        assert count(filled, Shared((pair.a, pair.b), pair.a)) == pair.spans_a
        assert count(filled, Shared((pair.a, pair.b), pair.b)) == pair.spans_b
        for values, tokens in pair.confusion.items():
            assert count(filled, Tokens((pair.a, pair.b), values, measured.tokenizer)) == tokens, values


def test_behind_each_count_of_errors_are_as_many(filled: Project) -> None:
    for name, standing in review(filled).people.items():
        assert standing.gold.articles == count(filled, Reviewed(name)) == 2
        assert count(filled, Erring(name)) == standing.gold.kinds.total()
        for kind in Kind:
            assert count(filled, Erring(name, kind)) == standing.gold.kinds[kind], (name, kind)
        for week, counts in standing.weeks.items():
            assert count(filled, Erring(name, week=week)) == counts.kinds.total()
    assert review(filled).people["badr"].gold.kinds.total() > 0


def test_evidence_says_where_it_is_and_who_has_what(filled: Project) -> None:
    (found,) = evidence(filled, Differing(Kind.CLITIC)).items
    assert (found.span, found.text) == (Span(37, 42), "وباكو")
    assert found.said == (
        Said("amal", "PLACE", "وباكو"),
        Said("dina", "PLACE", "وباكو"),
        Said("badr", "PLACE", "باكو"),
    )
    assert found.heading.startswith("زار الوزير")
    layer = open_article(filled, found.article, "amal")
    assert (37, 42) in {tuple(Mark.of(item))[:2] for item in layer.annotations}


def test_a_pair_differs_where_its_two_layers_do(filled: Project) -> None:
    assert count(filled, Differing(pair=("amal", "dina"))) == 2
    said = {
        one.who for found in evidence(filled, Differing(pair=("amal", "badr"))).items for one in found.said
    }
    assert said == {"amal", "badr"}


def test_what_gold_has_is_said_of_nobody(filled: Project) -> None:
    found = evidence(filled, Erring("badr")).items
    assert {one.who for item in found for one in item.said} == {None, "badr"}


def test_no_more_is_read_than_anybody_looks_through(filled: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence_module, "MOST", 3)
    found = evidence(filled, Tokens(("amal", "badr"), ("O", "O")))
    assert (len(found.items), found.is_all) == (3, False)


def test_reading_can_be_stopped(filled: Project) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        evidence(filled, Differing(), stop)
