"""Edits into the project: rules checked, rows written, history kept, committed."""

from collections.abc import Sequence

from annotator.domain.annotation import Annotation, Layer, Relation
from annotator.domain.article import ArticleState
from annotator.domain.edit import Edit
from annotator.domain.errors import EditError, OverlapError, StaleError
from annotator.domain.label import LabelSet
from annotator.domain.names import checked
from annotator.domain.progress import Progress, silent
from annotator.domain.retention import Reason
from annotator.domain.review import Comment, Decision
from annotator.services import backing_up, defining
from annotator.services.deciding import decisions_by_hand
from annotator.storage.backend import Reach
from annotator.storage.project import Project
from annotator.storage.unit_of_work import UnitOfWork

_EVERY = 20
MANY = 100
_Layers = frozenset[tuple[str, str]]
"""Layers by article and annotator."""


def apply(
    project: Project,
    author: str,
    edits: Sequence[Edit],
    progress: Progress = silent,
    *,
    is_again: bool = False,
) -> list[Edit]:
    """Make the edits, all or none, and return them with those that follow from them.

    The first annotation in a new article begins it. An edit of the label set among them lets the others
    reach submitted articles, and overlaps that are forbidden: it concerns all work, whatever its state.
    What is made again, or undone, was fit once, and is not held against the rules of labels a second time.
    Of MANY edits a backup is made before. Raises EditError for what the rules refuse, StorageError, and
    ProjectError where that backup cannot be made.
    """
    if len(edits) >= MANY:
        backing_up.before(project, Reason.BULK)
    is_of_labels = any(edit.article is None for edit in edits)
    with project.unit_of_work(Reach.ANYTHING if is_of_labels else Reach.LAYERS) as work:
        if is_of_labels:
            made = [*edits]
            defining.apply(work, made, is_again=is_again)
            work.history.add(made, author)
        else:
            decided = [] if is_again else decisions_by_hand(work, edits, author)
            made = apply_in(work, author, [*edits, *decided], progress, is_again=is_again)
        progress(len(made), len(made))
    return made


def are_made(project: Project, edits: Sequence[Edit]) -> bool:
    """Tell whether edits are in the project as they are, for all that was said of them.

    A disk may report an error after it has saved. Raises NotFoundError and StorageError.
    """
    with project.reading() as work:
        return all(work.history.ends_with(edit) for edit in edits)


def apply_in(
    work: UnitOfWork, author: str, edits: Sequence[Edit], progress: Progress = silent, *, is_again: bool
) -> list[Edit]:
    """Make edits of articles and layers as a part of a unit of work, and return them with what follows."""
    made = _apply(work, edits, progress, is_again=is_again)
    work.history.add(made, author)
    return made


def _apply(work: UnitOfWork, edits: Sequence[Edit], progress: Progress, *, is_again: bool) -> list[Edit]:
    decided = _layers(edits, Layer)
    touched = _layers(edits, Annotation, Relation) - decided
    made = [*_beginnings(work, touched), *_loosenings(work, edits), *edits]
    for done, edit in enumerate(made):
        if done % _EVERY == 0:
            progress(done, len(made))
        _check(work, edit, decided, is_again=is_again)
        if isinstance(edit.subject, Comment | Decision):
            work.reviews.apply(edit)
        else:
            work.annotations.apply(edit)
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


def _check(work: UnitOfWork, edit: Edit, decided: _Layers, *, is_again: bool) -> None:
    match edit.before, edit.after:
        case _, Layer() | None if isinstance(edit.subject, Layer):
            if work.annotations.layer(edit.subject.article, edit.subject.annotator) != edit.before:
                raise StaleError(
                    "The state of this article was changed elsewhere meanwhile; nothing was done."
                )
        case ((Annotation() | Relation() as before), None):
            _check_open(work, before, decided)
        case _, Relation() as after:
            _check_open(work, after, decided)
            if not is_again:
                _check_relation(work, after)
        case (None | Annotation()) as before, Annotation() as after:
            _check_open(work, after, decided)
            _check_end(work, after)
            _check_overlaps(work, before, after, is_again=is_again)
        case _:
            pass


def _check_open(work: UnitOfWork, annotation: Annotation | Relation, decided: _Layers) -> None:
    key = annotation.article, annotation.annotator
    if key not in decided and work.annotations.layer(*key).state.is_closed:
        raise EditError("This article has been submitted; take it back to change it.")


def _check_relation(work: UnitOfWork, relation: Relation) -> None:
    if relation.start == relation.end:
        raise EditError("A relation joins two spans.")
    if not work.annotations.has_both(relation):
        raise EditError("A span of this relation is no longer there.")
    checked(relation.label)
    others = work.annotations.relations.of(relation.article, relation.annotator, relation.start)
    if any(
        (other.start, other.end, other.label) == (relation.start, relation.end, relation.label)
        for other in others
        if other.id != relation.id
    ):
        raise EditError("These two spans have this relation already.")


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
