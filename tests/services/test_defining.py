"""Changes of the label set reach the work done with it, and can all be undone."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.domain.annotation import Annotation, Layer, Relation
from annotator.domain.article import ArticleState
from annotator.domain.edit import Edit
from annotator.domain.errors import AnnotatorError, EditError, OverlapError
from annotator.domain.label import COLOURS, PATTERNS, Label, LabelSet
from annotator.domain.span import Span
from annotator.services import annotating, defining
from annotator.services.browsing import label_set
from annotator.storage.project import Project
from tests.examples import at_most
from tests.layers import add_articles, annotation

TEXT = "وقّعت أرمينيا وباكو اتفاق سلام"
IDS = ("actor", "place", "agreement", "topic")


def layers(project: Project) -> set[Annotation]:
    with project.reading() as work:
        return {found for label in work.labels.all() for found in work.uses.of(label.id)}


def arcs(project: Project, within: Annotation) -> set[tuple[str, str, str]]:
    with project.reading() as work:
        found = work.annotations.relations.of(within.article, within.annotator)
    return {(relation.start, relation.end, relation.label) for relation in found}


def history(project: Project) -> int:
    with project.reading() as work:
        return work.history.count()


def undo(project: Project, made: Sequence[Edit]) -> None:
    annotating.apply(project, "amal", [edit.inverse for edit in reversed(made)], is_again=True)


def define(project: Project, change: Callable[[LabelSet], LabelSet]) -> list[Edit]:
    labels = label_set(project)
    return annotating.apply(project, "amal", [Edit(labels, change(labels))])


def submit(project: Project, article: str, by: str) -> None:
    with project.reading() as work:
        before = work.annotations.layer(article, by)
    annotating.apply(project, by, [Edit(before, replace(before, state=ArticleState.SUBMITTED))])


@pytest.fixture
def worked_on(project: Project) -> Project:
    """Two annotators, one of whom has submitted."""
    (article,) = add_articles(project, TEXT)
    for by in ("amal", "basim"):
        for label, start, end in (("actor", 6, 13), ("place", 6, 13), ("place", 15, 19)):
            annotating.apply(project, by, [Edit(None, annotation(article, start, end, label, by))])
    submit(project, article, "basim")
    return project


changes = st.one_of(
    st.builds(
        lambda label, **values: lambda labels: labels.put(replace(labels[label], **values)),
        st.sampled_from(IDS),
        name=st.sampled_from(["ACTOR", "Actor", "حزب", "حِزْب", "LAW", "  "]),
        colour=st.sampled_from(COLOURS),
        pattern=st.sampled_from(PATTERNS),
        key=st.sampled_from("12q"),
        examples=st.just(("باكو",)),
    ),
    st.builds(lambda name: lambda labels: labels.put(labels.invent(name)), st.sampled_from(["قانون", "LAW"])),
    st.builds(
        lambda label, step: lambda labels: labels.move(label, step),
        st.sampled_from(IDS),
        st.sampled_from([-1, 1]),
    ),
    st.builds(
        lambda label, is_retired: lambda labels: labels.retire(label, is_retired=is_retired),
        st.sampled_from(IDS),
        st.booleans(),
    ),
    st.builds(lambda label: lambda labels: labels.remove(label), st.sampled_from([*IDS, "law", "قانون"])),
    st.builds(
        lambda one, other, is_forbidden: lambda labels: labels.forbid(one, other, is_forbidden=is_forbidden),
        st.sampled_from(IDS),
        st.sampled_from(IDS),
        st.booleans(),
    ),
)


def definition(change: Callable[[LabelSet], LabelSet]) -> Callable[[Project, str], Sequence[Edit]]:
    def edits(project: Project, article: str) -> Sequence[Edit]:
        labels = label_set(project)
        return [Edit(labels, change(labels))]

    return edits


def merge(one: str, other: str) -> Callable[[Project, str], Sequence[Edit]]:
    return lambda project, _: defining.merge(project, one, other).edits


def addition(start: int, length: int, label: str, by: str) -> Callable[[Project, str], Sequence[Edit]]:
    return lambda _, article: [Edit(None, annotation(article, start, start + length, label, by))]


def removal(nth: int) -> Callable[[Project, str], Sequence[Edit]]:
    def edits(project: Project, article: str) -> Sequence[Edit]:
        found = sorted(layers(project), key=lambda item: (item.span, item.annotator, item.label))
        return [Edit(found[nth % len(found)], None)] if found else []

    return edits


steps = st.one_of(
    st.builds(definition, changes),
    st.builds(lambda pair: merge(*pair), st.permutations(IDS).map(lambda ids: ids[:2])),
    st.builds(
        addition,
        st.integers(0, 5),
        st.integers(1, 3),
        st.sampled_from([*IDS, "law"]),
        st.sampled_from(["amal", "basim"]),
    ),
    st.builds(removal, st.integers(0, 9)),
)


@settings(
    max_examples=at_most(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(steps, max_size=14))
def test_whatever_is_done_to_labels_is_all_undone(
    fresh_project: Callable[[], Project], wanted: list[Callable[[Project, str], Sequence[Edit]]]
) -> None:
    project = fresh_project()
    (article,) = add_articles(project, TEXT)
    done, states = [], []
    for step in wanted:
        before = label_set(project), layers(project)
        try:
            made = annotating.apply(project, "amal", step(project, article))
        except (AnnotatorError, KeyError):
            assert (label_set(project), layers(project)) == before
        else:
            done.append(made)
            states.append(before)
    for made, before in zip(reversed(done), reversed(states), strict=True):
        undo(project, made)
        assert (label_set(project), layers(project)) == before
    for made in done:
        annotating.apply(project, "amal", made, is_again=True)


def test_merging_reaches_every_layer_submitted_ones_too_and_is_undone(worked_on: Project) -> None:
    before, labels, recorded = layers(worked_on), label_set(worked_on), history(worked_on)
    prepared = defining.merge(worked_on, "place", "actor")
    assert (prepared.relabelled, prepared.dropped) == (2, 2)
    made = annotating.apply(worked_on, "amal", prepared.edits)
    assert sorted((item.annotator, item.label, item.span.start) for item in layers(worked_on)) == [
        ("amal", "actor", 6),
        ("amal", "actor", 15),
        ("basim", "actor", 6),
        ("basim", "actor", 15),
    ]
    assert label_set(worked_on)["place"].retired
    assert history(worked_on) == recorded + 1 + 4
    undo(worked_on, made)
    assert (layers(worked_on), label_set(worked_on)) == (before, labels)


def test_a_note_is_not_lost_with_the_annotation_that_a_merge_drops(worked_on: Project) -> None:
    for label, note in (("place", "مدينة؟"), ("actor", "دولة")):
        (found,) = (
            item
            for item in layers(worked_on)
            if (item.annotator, item.label, item.span) == ("amal", label, Span(6, 13))
        )
        annotating.apply(worked_on, "amal", [Edit(found, found.noted(note))])
    annotating.apply(worked_on, "amal", defining.merge(worked_on, "place", "actor").edits)
    assert {item.note for item in layers(worked_on)} == {None, "دولة · مدينة؟"}


def test_relations_of_an_annotation_that_a_merge_drops_go_to_the_one_that_stays(worked_on: Project) -> None:
    actor, place, baku = sorted(
        (item for item in layers(worked_on) if item.annotator == "amal"),
        key=lambda item: (item.span, item.label),
    )
    edits = [
        Edit(None, Relation.new(place, baku, "near")),
        Edit(None, Relation.new(actor, baku, "near")),
        Edit(None, Relation.new(baku, place, "of")),
        Edit(None, Relation.new(actor, place, "in")),
    ]
    annotating.apply(worked_on, "amal", edits)
    before = arcs(worked_on, actor)
    made = annotating.apply(worked_on, "lead", defining.merge(worked_on, "place", "actor").edits)
    assert arcs(worked_on, actor) == {(actor.id, baku.id, "near"), (baku.id, actor.id, "of")}
    undo(worked_on, made)
    assert arcs(worked_on, actor) == before
    assert len(before) == 4


def test_a_merge_does_not_begin_or_reopen_any_article(worked_on: Project) -> None:
    with worked_on.reading() as work:
        article = work.articles.find("1")
        before = [work.annotations.layer(article, by) for by in ("amal", "basim")]
    annotating.apply(worked_on, "lead", defining.merge(worked_on, "place", "topic").edits)
    with worked_on.reading() as work:
        assert [work.annotations.layer(article, by) for by in ("amal", "basim")] == before
    assert before[1] == Layer(article, "basim", ArticleState.SUBMITTED)


def test_a_merge_that_was_prepared_before_another_change_is_refused_whole(worked_on: Project) -> None:
    prepared = defining.merge(worked_on, "place", "actor")
    found = next(item for item in layers(worked_on) if (item.annotator, item.label) == ("amal", "place"))
    annotating.apply(worked_on, "amal", [Edit(found, found.labelled("topic"))])
    before = layers(worked_on)
    with pytest.raises(EditError, match="changed elsewhere meanwhile"):
        annotating.apply(worked_on, "amal", prepared.edits)
    assert layers(worked_on) == before
    assert not label_set(worked_on)["place"].retired


@pytest.mark.parametrize(
    "name", ["actor", "Actor", "ＡＣＴＯＲ", "a\u202eb", "", " x", "x" * 101, "a\u200bb"]
)
def test_a_name_that_could_be_taken_for_another_is_refused(project: Project, name: str) -> None:
    with pytest.raises(EditError):
        define(project, lambda labels: labels.put(replace(labels["place"], name=name)))
    with pytest.raises(EditError):
        define(project, lambda labels: labels.put(labels.invent(name)))


@pytest.mark.parametrize("name", ["اتفاقيه", "إتفاقية", "اتِّفاقيّة", "اتفـاقية", "ٱتفاقية"])
def test_spellings_of_one_arabic_name_are_one_name(project: Project, name: str) -> None:
    define(project, lambda labels: labels.put(labels.invent("اتفاقية")))
    with pytest.raises(EditError, match="only in spelling"):
        define(project, lambda labels: labels.put(labels.invent(name)))


def test_names_that_an_import_brought_stay_and_their_labels_can_be_changed(project: Project) -> None:
    with project.unit_of_work() as work:
        work.labels.add(Label(id="x", name="Actor", colour="#0072B2", display={"ar": "أ\u200cب"}))
    define(project, lambda labels: labels.put(replace(labels["x"], colour="#009E73")))
    assert label_set(project)["x"].colour == "#009E73"


def test_a_display_name_holds_no_hidden_direction(project: Project) -> None:
    with pytest.raises(EditError, match="invisible"):
        define(project, lambda labels: labels.put(replace(labels["actor"], display={"ar": "\u202eأ"})))


def test_a_label_in_use_cannot_be_removed_and_one_that_is_not_can(worked_on: Project) -> None:
    with pytest.raises(EditError, match=r"is in use \(4\)"):
        define(worked_on, lambda labels: labels.remove("place"))
    made = define(worked_on, lambda labels: labels.remove("topic"))
    assert [label.id for label in label_set(worked_on)] == ["actor", "place", "agreement"]
    undo(worked_on, made)
    assert [label.id for label in label_set(worked_on)] == list(IDS)


def test_labels_that_were_changed_elsewhere_are_not_overwritten(project: Project) -> None:
    labels = label_set(project)
    define(project, lambda labels: labels.move("topic", -1))
    with pytest.raises(EditError, match="changed elsewhere meanwhile"):
        annotating.apply(project, "amal", [Edit(labels, labels.move("actor", 1))])


def test_two_labels_may_swap_their_names(project: Project) -> None:
    def swapped(labels: LabelSet) -> LabelSet:
        one, other = labels["actor"], labels["place"]
        return replace(
            labels,
            labels=(replace(one, name=other.name), replace(other, name=one.name), *labels.labels[2:]),
        )

    define(project, swapped)
    assert [label.name for label in label_set(project)][:2] == ["PLACE", "ACTOR"]


def test_what_is_forbidden_later_stays_and_can_be_worked_on(worked_on: Project) -> None:
    define(worked_on, lambda labels: labels.forbid("actor", "place", is_forbidden=True))
    found = next(item for item in layers(worked_on) if (item.annotator, item.label) == ("amal", "actor"))
    noted = found.noted("؟")
    annotating.apply(worked_on, "amal", [Edit(found, noted)])
    with pytest.raises(OverlapError):
        annotating.apply(worked_on, "amal", [Edit(None, annotation(found.article, 14, 20, "actor"))])
    made = annotating.apply(worked_on, "amal", [Edit(noted, None)])
    undo(worked_on, made)
    assert noted in layers(worked_on)


places = st.tuples(st.integers(0, 20), st.integers(1, 9), st.sampled_from(IDS))


@settings(
    max_examples=at_most(40), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.sets(places, max_size=12))
def test_overlaps_are_counted_as_comparing_all_with_all_does(
    fresh_project: Callable[[], Project], wanted: set[tuple[int, int, str]]
) -> None:
    project = fresh_project()
    (article,) = add_articles(project, TEXT)
    given_ = [annotation(article, start, start + length, label) for start, length, label in wanted]
    annotating.apply(project, "amal", [Edit(None, one) for one in given_])
    expected = defining.Overlaps()
    for one, other in combinations(given_, 2):
        if one.span.overlaps(other.span):
            expected[frozenset((one.label, other.label))] += 1
    assert defining.overlaps(project) == expected
