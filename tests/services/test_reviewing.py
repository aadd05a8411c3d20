"""Review: gold is filled by a strategy and decided by people, and both stay apart."""

from pathlib import Path

import jsonschema
import orjson
import pytest

from annotator.domain.annotation import Annotation
from annotator.domain.article import ArticleState
from annotator.domain.edit import Edit
from annotator.domain.errors import EditError, NotFoundError
from annotator.domain.mark import Mark
from annotator.domain.review import Choice, Reason
from annotator.domain.span import Span
from annotator.resources import resource
from annotator.services import annotating, defining, reviewing
from annotator.services.browsing import annotators, label_set, open_article
from annotator.services.export_options import ExportOptions
from annotator.services.exporting import export
from annotator.services.review import Review
from annotator.services.reviewing import ALL_AGREE, Strategy, Verdict, open_review
from annotator.storage.project import Project
from tests.layers import add_articles, annotation
from tests.texts import read_lines

TEXT = "زار الوزير باكو أمس والتقى الرئيس"
ACTOR, PLACE, WIDE = (4, 10, "actor"), (11, 15, "place"), (11, 19, "place")
TOPIC = (27, 33, "topic")


@pytest.fixture
def article(project: Project) -> str:
    return add_articles(project, TEXT)[0]


def submit(project: Project, article: str, by: str, *marks: tuple[int, int, str]) -> None:
    for start, end, label in marks:
        annotating.apply(project, by, [Edit(None, annotation(article, start, end, label, by))])
    layer = open_article(project, article, by).layer
    annotating.apply(project, by, [Edit(layer, layer.with_state(ArticleState.SUBMITTED))])


@pytest.fixture
def three(project: Project, article: str) -> str:
    """All three have the actor; two a place, of whom one wider; one a topic."""
    submit(project, article, "amal", ACTOR, PLACE)
    submit(project, article, "badr", ACTOR, WIDE, TOPIC)
    submit(project, article, "dina", ACTOR, PLACE)
    return article


def gold(project: Project, article: str) -> dict[tuple[int, int, str], str]:
    return {tuple(Mark.of(item)): item.origin for item in open_review(project, article).gold}


def decide(project: Project, review: Review, nth: int, verdict: Verdict) -> list[Edit]:
    disagreement = review.comparison.disagreements[nth]
    return annotating.apply(project, "mona", reviewing.decide(review, disagreement, "mona", verdict))


@pytest.mark.parametrize(
    ("strategy", "expected"),
    [
        (ALL_AGREE, {ACTOR: "unanimous"}),
        (Strategy(has_majority=True), {ACTOR: "unanimous", PLACE: "majority"}),
        (
            Strategy(annotator="badr"),
            {ACTOR: "unanimous", WIDE: "copied from badr", TOPIC: "copied from badr"},
        ),
    ],
)
def test_gold_is_filled_by_a_strategy(
    project: Project, three: str, strategy: Strategy, expected: dict[tuple[int, int, str], str]
) -> None:
    reviewing.fill(project, [three], strategy, "mona")
    assert gold(project, three) == expected
    assert reviewing.fill(project, [three], strategy, "mona") == []


def test_another_strategy_takes_the_place_of_the_one_before(project: Project, three: str) -> None:
    reviewing.fill(project, [three], Strategy(annotator="badr"), "mona")
    reviewing.fill(project, [three], ALL_AGREE, "mona")
    assert gold(project, three) == {ACTOR: "unanimous"}


def test_a_decision_stays_whatever_comes_after_it(project: Project, three: str) -> None:
    reviewing.fill(project, [three], Strategy(has_majority=True), "mona")
    review = open_review(project, three)
    decide(project, review, 0, Verdict(Choice.ACCEPTED, (Mark(*WIDE),), Reason.SLIP, "أمس جزء منه"))
    decide(project, open_review(project, three), 1, Verdict(Choice.REJECTED))
    expected = {ACTOR: "unanimous", WIDE: "decided"}
    assert gold(project, three) == expected
    for strategy in (ALL_AGREE, Strategy(has_majority=True), Strategy(annotator="badr")):
        reviewing.fill(project, [three], strategy, "mona")
        assert gold(project, three) == expected
    assert open_review(project, three).unresolved == ()


def test_a_decision_can_be_made_otherwise(project: Project, three: str) -> None:
    decide(project, open_review(project, three), 0, Verdict(Choice.ACCEPTED, (Mark(*WIDE),)))
    decide(project, open_review(project, three), 0, Verdict(Choice.ACCEPTED, (Mark(*PLACE),)))
    review = open_review(project, three)
    assert gold(project, three) == {PLACE: "decided"}
    assert [decision.gold for decision in review.decisions] == [(Mark(*PLACE),)]


def test_somebody_who_says_what_was_known_opens_nothing_again(project: Project, three: str) -> None:
    decide(project, open_review(project, three), 0, Verdict(Choice.ACCEPTED, (Mark(*WIDE),)))
    decide(project, open_review(project, three), 1, Verdict(Choice.REJECTED))
    submit(project, three, "sami", ACTOR, WIDE)
    assert open_review(project, three).unresolved == ()


def test_somebody_who_says_something_new_opens_it_again(project: Project, three: str) -> None:
    decide(project, open_review(project, three), 0, Verdict(Choice.ACCEPTED, (Mark(*WIDE),)))
    submit(project, three, "sami", ACTOR, (11, 15, "actor"))
    review = open_review(project, three)
    (again, _) = review.unresolved
    assert Mark(11, 15, "actor") in again.marks
    assert gold(project, three) == {WIDE: "decided"}


def test_undone_decisions_leave_gold_as_it_was(project: Project, three: str) -> None:
    reviewing.fill(project, [three], Strategy(has_majority=True), "mona")
    before = open_review(project, three)
    made = decide(project, before, 0, Verdict(Choice.EDITED, (Mark(11, 14, "place"),)))
    annotating.apply(project, "mona", [edit.inverse for edit in reversed(made)], is_again=True)
    after = open_review(project, three)
    assert (after.gold, after.decisions) == (before.gold, before.decisions)


def test_gold_that_is_edited_by_hand_is_a_decision(project: Project, three: str) -> None:
    reviewing.fill(project, [three], Strategy(has_majority=True), "mona")
    review = open_review(project, three)
    item = next(item for item in review.gold if item.label == "place")
    annotating.apply(project, "mona", [Edit(item, None)])
    added = Annotation.new(three, review.gold_name, "topic", annotation(three, 0, 3).span)
    annotating.apply(project, "mona", [Edit(None, added)])
    found = [(one.choice, one.marks, one.gold, one.reviewer) for one in open_review(project, three).decisions]
    assert found == [
        (Choice.REJECTED, (Mark(*PLACE),), (), "mona"),
        (Choice.EDITED, (), (Mark(0, 3, "topic"),), "mona"),
    ]
    reviewing.fill(project, [three], Strategy(has_majority=True), "mona")
    assert PLACE not in gold(project, three)


def test_nobodys_work_is_seen_before_it_is_submitted(project: Project, three: str) -> None:
    layer = open_article(project, three, "dina").layer
    annotating.apply(project, "dina", [Edit(layer, layer.with_state(ArticleState.IN_PROGRESS))])
    assert [*open_review(project, three).layers] == ["amal", "badr"]


def test_one_annotator_can_be_reviewed_alone(project: Project, article: str) -> None:
    submit(project, article, "amal", ACTOR, PLACE)
    reviewing.fill(project, [article], ALL_AGREE, "mona")
    assert gold(project, article) == {ACTOR: "copied from amal", PLACE: "copied from amal"}
    review = open_review(project, article)
    annotating.apply(project, "mona", reviewing.give_back(review, "amal"))
    assert open_article(project, article, "amal").layer.state is ArticleState.RETURNED


def test_a_correction_of_an_only_annotator_and_what_it_corrects_do_not_both_become_gold(
    project: Project, article: str
) -> None:
    submit(project, article, "amal", ACTOR, PLACE)
    review = open_review(project, article)
    start, end, label = WIDE
    wider = Annotation.new(article, review.gold_layer.annotator, label, Span(start, end))
    annotating.apply(project, "mona", [Edit(None, wider)])
    with pytest.raises(EditError, match="fill gold first, then correct it"):
        reviewing.accept(project, article, "mona")
    assert len(open_review(project, article).gold) == 1
    annotating.apply(project, "mona", [Edit(wider, None)])
    reviewing.accept(project, article, "mona")
    assert gold(project, article).keys() == {ACTOR, PLACE}


def test_review_is_closed_with_the_layers_and_opened_again(project: Project, three: str) -> None:
    with pytest.raises(EditError, match="open in this article: 2"):
        reviewing.accept(project, three, "mona")
    for nth in (0, 1):
        decide(project, open_review(project, three), nth, Verdict(Choice.REJECTED))
    reviewing.accept(project, three, "mona")
    review = open_review(project, three)
    assert gold(project, three) == {ACTOR: "unanimous"}
    assert {layer.state for layer in review.states.values()} == {ArticleState.ACCEPTED}
    with pytest.raises(EditError, match="submitted"):
        annotating.apply(project, "mona", [Edit(review.gold[0], None)])
    annotating.apply(project, "mona", reviewing.reopen(review))
    annotating.apply(project, "mona", [Edit(review.gold[0], None)])


def test_an_accepted_article_is_as_it_was_when_that_is_undone(project: Project, article: str) -> None:
    submit(project, article, "amal", ACTOR)
    before = open_review(project, article)
    made = reviewing.accept(project, article, "mona")
    annotating.apply(project, "mona", [edit.inverse for edit in reversed(made)], is_again=True)
    after = open_review(project, article)
    assert (after.gold, after.states, after.decisions) == (before.gold, before.states, ())


def test_what_may_not_overlap_is_left_to_a_person(project: Project, article: str) -> None:
    labels = label_set(project)
    changed = labels.forbid("place", "actor", is_forbidden=True)
    submit(project, article, "amal", ACTOR, (4, 8, "place"))
    annotating.apply(project, "lead", [Edit(labels, changed)])
    reviewing.fill(project, [article], ALL_AGREE, "mona")
    assert len(gold(project, article)) == 1


def test_gold_is_nobodys_layer(project: Project, three: str) -> None:
    reviewing.fill(project, [three], ALL_AGREE, "mona")
    assert annotators(project) == ["amal", "badr", "dina"]


def test_a_person_called_gold_keeps_the_name(project: Project, article: str) -> None:
    submit(project, article, "gold", ACTOR)
    reviewing.fill(project, [article], ALL_AGREE, "mona")
    assert annotators(project) == ["gold"]
    assert open_review(project, article).gold_name == "gold-2"


def test_gold_is_exported_with_who_found_it_right(project: Project, three: str, tmp_path: Path) -> None:
    reviewing.fill(project, [three], ALL_AGREE, "mona")
    verdict = Verdict(Choice.ACCEPTED, (Mark(*WIDE),), Reason.SLIP, "أمس جزء منه")
    decide(project, open_review(project, three), 0, verdict)
    out = tmp_path / "gold.jsonl"
    losses = export(project, out, ExportOptions("jsonl", takes_gold=True))
    (line,) = read_lines(out)
    assert losses.records == 1
    jsonschema.validate(line, orjson.loads(resource("schema", "annotator-1.schema.json").read_bytes()))
    assert line["annotator"] == "gold"
    first, second = (span["provenance"] for span in line["spans"])
    assert first == {"kind": "unanimous", "annotators": ["amal", "badr", "dina"]}
    at = open_review(project, three).decisions[0].created
    assert second == {
        "kind": "decided",
        "by": "mona",
        "at": at,
        "choice": "accepted",
        "reason": "slip",
        "comment": "أمس جزء منه",
        "annotators": ["badr"],
    }
    sides = [{"start": 27, "end": 33, "label": "TOPIC", "annotators": ["badr"]}]
    assert line["unresolved"] == [{"kind": "spurious", "sides": sides, "absent": ["amal", "dina"]}]


def test_articles_without_review_come_into_a_gold_export_empty(project: Project, tmp_path: Path) -> None:
    first, _, third = add_articles(project, TEXT, TEXT + ".", TEXT + "..")
    submit(project, first, "amal", ACTOR)
    submit(project, third, "amal", PLACE)
    reviewing.fill(project, [third], ALL_AGREE, "mona")
    export(project, tmp_path / "gold.jsonl", ExportOptions("jsonl", takes_gold=True))
    lines = read_lines(tmp_path / "gold.jsonl")
    assert [len(line["spans"]) for line in lines] == [0, 0, 1]
    assert lines[2]["spans"][0]["provenance"] == {"kind": "copied", "annotators": ["amal"]}


def test_there_is_no_gold_before_review(project: Project, three: str, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="no gold yet"):
        export(project, tmp_path / "gold.jsonl", ExportOptions("jsonl", takes_gold=True))


def test_a_project_that_cannot_be_written_is_reviewed_without_writing(
    project: Project, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    submit(project, article, "amal", ACTOR)
    monkeypatch.setattr(project, "is_writable", False)
    assert open_review(project, article).comparison.agreed == (Mark(*ACTOR),)
    with project.reading() as work:
        assert work.annotators.gold() is None


def test_a_note_on_gold_decides_nothing(project: Project, three: str) -> None:
    reviewing.fill(project, [three], ALL_AGREE, "mona")
    item = open_review(project, three).gold[0]
    annotating.apply(project, "mona", [Edit(item, item.noted("واضح"))])
    assert open_review(project, three).decisions == ()


def test_what_was_confirmed_or_corrected_outlasts_other_fillings(project: Project, three: str) -> None:
    reviewing.fill(project, [three], Strategy(has_majority=True), "mona")
    decide(project, open_review(project, three), 0, Verdict(Choice.ACCEPTED, (Mark(*PLACE),)))
    actor = next(item for item in open_review(project, three).gold if item.label == "actor")
    assert actor.span
    annotating.apply(project, "mona", [Edit(actor, actor.moved(Span(0, 10)))])
    expected = {PLACE, (0, 10, "actor")}
    for strategy in (ALL_AGREE, Strategy(annotator="badr"), Strategy(has_majority=True)):
        reviewing.fill(project, [three], strategy, "mona")
        assert gold(project, three).keys() >= expected
        assert ACTOR not in gold(project, three)


def test_the_last_word_on_a_mark_counts(project: Project, three: str) -> None:
    review = open_review(project, three)
    by_hand = Annotation.new(three, review.gold_name, "place", Span(11, 15))
    annotating.apply(project, "mona", [Edit(None, by_hand)])
    decide(project, open_review(project, three), 0, Verdict(Choice.ACCEPTED, (Mark(*WIDE),)))
    assert gold(project, three).keys() == {WIDE}
    decide(project, open_review(project, three), 0, Verdict(Choice.REJECTED))
    assert gold(project, three) == {}


def test_accepting_drops_fillings_that_nobody_has_any_more(project: Project, article: str) -> None:
    submit(project, article, "amal", ACTOR)
    reviewing.fill(project, [article], ALL_AGREE, "mona")
    annotating.apply(project, "mona", reviewing.give_back(open_review(project, article), "amal"))
    (given,) = open_article(project, article, "amal").annotations
    annotating.apply(project, "amal", [Edit(given, given.moved(Span(4, 8)))])
    submit(project, article, "amal")
    reviewing.accept(project, article, "mona")
    assert gold(project, article).keys() == {(4, 8, "actor")}


def test_what_all_have_is_not_dropped_without_a_word(project: Project, article: str) -> None:
    submit(project, article, "amal", ACTOR)
    labels = label_set(project)
    changed = labels.forbid("place", "actor", is_forbidden=True)
    annotating.apply(project, "lead", [Edit(labels, changed)])
    name = open_review(project, article).gold_name
    by_hand = Annotation.new(article, name, "place", Span(4, 8))
    annotating.apply(project, "mona", [Edit(None, by_hand)])
    with pytest.raises(EditError, match="may not overlap what gold has"):
        reviewing.accept(project, article, "mona")


def test_returning_opens_review_again(project: Project, article: str) -> None:
    submit(project, article, "amal", ACTOR)
    reviewing.accept(project, article, "mona")
    annotating.apply(project, "mona", reviewing.give_back(open_review(project, article), "amal"))
    assert open_review(project, article).gold_layer.state is ArticleState.IN_PROGRESS


def test_decisions_follow_labels_that_are_merged(project: Project, three: str) -> None:
    decide(project, open_review(project, three), 0, Verdict(Choice.ACCEPTED, (Mark(*WIDE),)))
    decide(project, open_review(project, three), 1, Verdict(Choice.REJECTED))
    made = annotating.apply(project, "lead", defining.merge(project, "place", "agreement").edits)
    review = open_review(project, three)
    assert review.unresolved == ()
    assert review.decisions[0].gold == (Mark(11, 19, "agreement"),)
    annotating.apply(project, "lead", [edit.inverse for edit in reversed(made)], is_again=True)
    assert open_review(project, three).decisions[0].gold == (Mark(*WIDE),)
