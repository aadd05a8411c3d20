"""Edits into the project: rules checked, rows written, history kept, committed."""

from collections.abc import Sequence

from annotator.domain.annotation import Annotation, Layer, Relation
from annotator.domain.article import ArticleState
from annotator.domain.edit import Edit
from annotator.domain.errors import EditError, OverlapError
from annotator.domain.label import LabelSet
from annotator.domain.names import checked
from annotator.services.progress import Progress, silent
from annotator.storage.project import Project
from annotator.storage.unit_of_work import UnitOfWork

_EVERY = 20
_Layers = frozenset[tuple[str, str]]
"""Layers by article and annotator."""


def apply(project: Project, author: str, edits: Sequence[Edit], progress: Progress = silent) -> list[Edit]:
    """Make the edits, all or none, and return them with those that follow from them.

    The first annotation in a new article begins it.
    Raises EditError for what the rules refuse, and StorageError.
    """
    with project.unit_of_work() as work:
        decided = _layers(edits, Layer)
        touched = _layers(edits, Annotation, Relation) - decided
        made = [*_beginnings(work, touched), *_loosenings(work, edits), *edits]
        for done, edit in enumerate(made):
            if done % _EVERY == 0:
                progress(done, len(made))
            _check(work, edit, decided)
            work.annotations.apply(edit)
            work.history.add(edit, author)
        progress(len(made), len(made))
    return made


def _layers(edits: Sequence[Edit], *kinds: type[Annotation | Relation | Layer]) -> _Layers:
    """Return the layers that edits of some kinds are about."""
    subjects = (edit.subject for edit in edits)
    return frozenset((item.article, item.annotator) for item in subjects if isinstance(item, kinds))


def _loosenings(work: UnitOfWork, edits: Sequence[Edit]) -> list[Edit]:
    """An annotation that is removed takes its relations along."""
    loosened = {edit.before.id for edit in edits if isinstance(edit.before, Relation) and edit.after is None}
    removed = [edit.before for edit in edits if isinstance(edit.before, Annotation) and edit.after is None]
    found = {
        relation.id: relation
        for item in removed
        for relation in work.annotations.relations.of(item.article, item.annotator, item.id)
    }
    return [Edit(relation, None) for relation in found.values() if relation.id not in loosened]


def _beginnings(work: UnitOfWork, touched: _Layers) -> list[Edit]:
    """A layer that is labelled without its state being edited is in progress from now on."""
    begun = []
    for article, annotator in sorted(touched):
        before = work.annotations.layer(article, annotator)
        after = before.with_state(ArticleState.IN_PROGRESS)
        if not before.state.is_closed and before != after:
            begun.append(Edit(before, after))
    return begun


def _check(work: UnitOfWork, edit: Edit, decided: _Layers) -> None:
    match edit.before, edit.after:
        case _, Layer() | None if isinstance(edit.subject, Layer):
            if work.annotations.layer(edit.subject.article, edit.subject.annotator) != edit.before:
                raise EditError(
                    "The state of this article was changed elsewhere meanwhile; nothing was done."
                )
        case ((Annotation() | Relation() as before), None):
            _check_open(work, before, decided)
        case _, Relation() as after:
            _check_open(work, after, decided)
            _check_relation(work, after)
        case _, Annotation() as after:
            _check_open(work, after, decided)
            _check_annotation(work, after)
        case _:
            pass


def _check_open(work: UnitOfWork, annotation: Annotation | Relation, decided: _Layers) -> None:
    key = annotation.article, annotation.annotator
    if key not in decided and work.annotations.layer(*key).state.is_closed:
        raise EditError("This article has been submitted; take it back to change it.")


def _check_relation(work: UnitOfWork, relation: Relation) -> None:
    if relation.start == relation.end:
        raise EditError("A relation joins two spans.")
    checked(relation.label)
    others = work.annotations.relations.of(relation.article, relation.annotator, relation.start)
    if any(
        (other.start, other.end, other.label) == (relation.start, relation.end, relation.label)
        for other in others
        if other.id != relation.id
    ):
        raise EditError("These two spans have this relation already.")


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
