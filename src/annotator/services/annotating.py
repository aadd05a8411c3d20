"""Edits into the project: rules checked, rows written, history kept, committed."""

from collections.abc import Sequence

from annotator.domain.annotation import Annotation, Layer
from annotator.domain.article import ArticleState
from annotator.domain.edit import Edit
from annotator.domain.errors import EditError, OverlapError
from annotator.domain.label import LabelSet
from annotator.storage.project import Project
from annotator.storage.unit_of_work import UnitOfWork


def apply(project: Project, author: str, edits: Sequence[Edit]) -> list[Edit]:
    """Make the edits, all or none, and return them with those that follow from them.

    The first annotation in a new article begins it.
    Raises EditError for what the rules refuse, and StorageError.
    """
    with project.unit_of_work() as work:
        made = [*_beginnings(work, edits), *edits]
        for edit in made:
            _check(work, edit, made)
            work.annotations.apply(edit)
            work.history.add(edit, author)
    return made


def _beginnings(work: UnitOfWork, edits: Sequence[Edit]) -> list[Edit]:
    """A layer that is labelled without its state being edited is in progress from now on."""
    decided = {
        (edit.subject.article, edit.subject.annotator) for edit in edits if isinstance(edit.subject, Layer)
    }
    touched = {
        (edit.subject.article, edit.subject.annotator): None
        for edit in edits
        if isinstance(edit.subject, Annotation)
    }
    begun = []
    for article, annotator in touched:
        before = work.annotations.layer(article, annotator)
        if (article, annotator) not in decided and not before.state.is_closed:
            after = Layer(article, annotator, ArticleState.IN_PROGRESS)
            if before != after:
                begun.append(Edit(before, after))
    return begun


def _check(work: UnitOfWork, edit: Edit, edits: Sequence[Edit]) -> None:
    match edit.before, edit.after:
        case _, Layer() | None if isinstance(edit.subject, Layer):
            if work.annotations.layer(edit.subject.article, edit.subject.annotator) != edit.before:
                raise EditError(
                    "The state of this article was changed elsewhere meanwhile; nothing was done."
                )
        case Annotation() as before, None:
            _check_open(work, before, edits)
        case _, Annotation() as after:
            _check_open(work, after, edits)
            _check_annotation(work, after)
        case _:
            pass


def _check_open(work: UnitOfWork, annotation: Annotation, edits: Sequence[Edit]) -> None:
    layer = work.annotations.layer(annotation.article, annotation.annotator)
    is_decided = any(
        isinstance(edit.subject, Layer)
        and (edit.subject.article, edit.subject.annotator) == (layer.article, layer.annotator)
        for edit in edits
    )
    if layer.state.is_closed and not is_decided:
        raise EditError("This article has been submitted; take it back to change it.")


def _check_annotation(work: UnitOfWork, annotation: Annotation) -> None:
    if annotation.span is None:
        return
    length = work.articles.length(annotation.article)
    if annotation.span.end > length:
        raise EditError("The span ends after the text of {length} characters.", length=length)
    near = work.annotations.overlapping(annotation.article, annotation.annotator, annotation.span)
    _check_overlaps(annotation, [other for other in near if other.id != annotation.id], work.labels.all())


def _check_overlaps(annotation: Annotation, others: Sequence[Annotation], labels: LabelSet) -> None:
    """Compare an annotation with those that overlap it.

    Raises EditError for one label twice on one span, OverlapError for a pair that is forbidden.
    """
    for other in others:
        if other.span == annotation.span and other.label == annotation.label:
            raise EditError("This span has this label already.")
        if not labels.allows_overlap(annotation.label, other.label):
            raise OverlapError(
                "{one} and {other} may not overlap in this project.",
                one=labels[annotation.label].name,
                other=labels[other.label].name,
            )
