from dataclasses import replace

import pytest

from annotator.domain.annotation import Annotation, Layer, Presentation
from annotator.domain.article import ArticleState, Direction
from annotator.domain.edit import Changes, Edit, Subject
from annotator.domain.label import LabelSet
from annotator.domain.span import Span

ANNOTATION = Annotation.new("article-1", "amal", "actor", Span(0, 4))
LAYER = Layer("article-2", "amal", ArticleState.NEW)
LABELS = LabelSet(())
PRESENTATION = Presentation("article-3", Direction.RTL)

EDITS = [
    Edit(None, ANNOTATION),
    Edit(ANNOTATION, None),
    Edit(ANNOTATION, replace(ANNOTATION, label="place")),
    Edit(LAYER, replace(LAYER, state=ArticleState.SUBMITTED)),
    Edit(LABELS, LABELS.put(LABELS.invent("party"))),
    Edit(PRESENTATION, replace(PRESENTATION, direction=Direction.AUTO)),
]


@pytest.mark.parametrize("edit", EDITS)
def test_the_inverse_of_an_edit_leads_back(edit: Edit) -> None:
    assert (edit.inverse.before, edit.inverse.after) == (edit.after, edit.before)
    assert edit.inverse.inverse == edit


def test_an_edit_changes_something() -> None:
    with pytest.raises(ValueError, match="needs a before or an after"):
        Edit(None, None)


@pytest.mark.parametrize(("before", "after"), [(ANNOTATION, LAYER), (LAYER, PRESENTATION), (LABELS, LAYER)])
def test_an_edit_does_not_turn_one_kind_of_thing_into_another(before: Subject, after: Subject) -> None:
    with pytest.raises(ValueError, match="one kind"):
        Edit(before, after)


def test_changes_name_every_article_that_edits_touched() -> None:
    assert Changes.of(EDITS).articles == {"article-1", "article-2", "article-3"}
    assert Changes.of(EDITS).labels


def test_labels_that_change_with_annotations_have_everything_read_anew() -> None:
    assert Changes.of(EDITS).everything
    assert not Changes.of(EDITS[:3]).everything


def test_changed_labels_change_how_every_article_looks() -> None:
    told = Changes.of([edit := Edit(LABELS, LABELS.put(LABELS.invent("party")))])
    assert told == Changes(edits=(edit,), labels=True)
    assert told.touches("article-9")
    assert not Changes.of(EDITS[:1]).touches("article-9")


def test_a_changed_annotation_keeps_its_identity_and_its_first_moment() -> None:
    for changed in (ANNOTATION.labelled("place"), ANNOTATION.moved(Span(1, 3)), ANNOTATION.noted("?")):
        assert changed != ANNOTATION
        assert (changed.id, changed.created) == (ANNOTATION.id, ANNOTATION.created)
        assert changed.updated >= ANNOTATION.updated


def test_an_empty_note_is_no_note() -> None:
    assert ANNOTATION.noted("?").noted("").note is None
