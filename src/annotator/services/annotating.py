"""Edits into the project: rules checked, rows written, history kept, committed."""

from collections.abc import Sequence

from annotator.domain.annotation import Annotation, Layer
from annotator.domain.article import ArticleState
from annotator.domain.edit import Edit
from annotator.domain.errors import EditError, OverlapError
from annotator.domain.label import LabelSet
from annotator.services import defining
from annotator.storage.project import Project
from annotator.storage.unit_of_work import UnitOfWork


def apply(project: Project, author: str, edits: Sequence[Edit], *, is_again: bool = False) -> list[Edit]:
    """Make the edits, all or none, and return them with those that follow from them.

    The first annotation in a new article begins it. An edit of the label set among them lets the others
    reach submitted articles, and overlaps that are forbidden: it concerns all work, whatever its state.
    What is made again, or undone, was fit once, and is not held against the rules of labels a second time.
    Raises EditError for what the rules refuse, and StorageError.
    """
    with project.unit_of_work() as work:
        if any(edit.article is None for edit in edits):
            made = [*edits]
            defining.apply(work, made, is_again=is_again)
        else:
            made = [*_beginnings(work, edits), *edits]
            for edit in made:
                _check(work, edit, made, is_again=is_again)
                work.annotations.apply(edit)
        work.history.add(made, author)
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


def _check(work: UnitOfWork, edit: Edit, edits: Sequence[Edit], *, is_again: bool) -> None:
    match edit.before, edit.after:
        case _, Layer() | None if isinstance(edit.subject, Layer):
            if work.annotations.layer(edit.subject.article, edit.subject.annotator) != edit.before:
                raise EditError(
                    "The state of this article was changed elsewhere meanwhile; nothing was done."
                )
        case Annotation() as before, None:
            _check_open(work, before, edits)
        case (None | Annotation()) as before, Annotation() as after:
            _check_open(work, after, edits)
            _check_end(work, after)
            _check_overlaps(work, before, after, is_again=is_again)
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


def _check_end(work: UnitOfWork, annotation: Annotation) -> None:
    length = work.articles.length(annotation.article)
    if annotation.span and annotation.span.end > length:
        raise EditError("The span ends after the text of {length} characters.", length=length)


def _check_overlaps(
    work: UnitOfWork, before: Annotation | None, after: Annotation, *, is_again: bool
) -> None:
    """Compare an annotation with those that overlap it.

    Raises EditError for one label twice on one span, OverlapError for a pair that is forbidden, but not
    for one that was there before it was forbidden.
    """
    if after.span is None:
        return
    labels = work.labels.all()
    for other in work.annotations.overlapping(after.article, after.annotator, after.span):
        if other.id == after.id:
            continue
        if other.span == after.span and other.label == after.label:
            raise EditError("This span has this label already.")
        is_allowed = is_again or labels.allows_overlap(after.label, other.label)
        if not is_allowed and not _was_there(before, other, labels):
            raise OverlapError(
                "{one} and {other} may not overlap in this project.",
                one=labels[after.label].name,
                other=labels[other.label].name,
            )


def _was_there(before: Annotation | None, other: Annotation, labels: LabelSet) -> bool:
    """Tell whether an annotation made an overlap that is forbidden before it was changed, too."""
    if before is None or before.span is None or other.span is None:
        return False
    return before.span.overlaps(other.span) and not labels.allows_overlap(before.label, other.label)
