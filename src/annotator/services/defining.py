"""Changes of the label set, which reach the work that has been done with it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.arabic.folding import fold
from annotator.domain.annotation import Annotation, Relation
from annotator.domain.edit import Edit
from annotator.domain.errors import EditError
from annotator.domain.label import Label, LabelSet
from annotator.domain.names import checked
from annotator.domain.review import Decision
from annotator.domain.span import Span
from annotator.storage.project import Project
from annotator.storage.unit_of_work import UnitOfWork

Overlaps = Counter[frozenset[str]]
"""How many spans of two labels overlap, by the labels' ids; one id for a label and itself."""


@dataclass(frozen=True, slots=True)
class Merge:
    """The edits that merge one label into another.

    dropped counts the annotations whose span has the other label already; relabelled the rest.
    """

    edits: tuple[Edit, ...]
    relabelled: int
    dropped: int


def merge(project: Project, merged: str, into: str) -> Merge:
    """Prepare the merge of one label into another in all layers; the merged label is retired.

    Where a span has both, one annotation is left, with the notes of both.
    """
    if merged == into:
        raise ValueError(f"the label {into} cannot be merged into itself")
    with project.reading() as work:
        labels = work.labels.all()
        there = {_place(found): found for found in work.uses.doubled(into, merged)}
        found = work.uses.of(merged)
        doubled = {item: there[_place(item)] for item in found if _place(item) in there}
        turned = list(_turned(work, doubled))
        decided = [Edit(one, one.relabelled(merged, into)) for one in work.reviews.all_decisions()]
    edits = [Edit(labels, labels.retire(merged, is_retired=True)), *turned]
    edits += [Edit(item, item.labelled(into)) for item in found if item not in doubled]
    for item, other in doubled.items():
        edits.append(Edit(item, None))
        if item.note and item.note != other.note:
            edits.append(Edit(other, other.noted(" · ".join(filter(None, (other.note, item.note))))))
    edits += [edit for edit in decided if edit.before != edit.after]
    return Merge(tuple(edits), relabelled=len(found) - len(doubled), dropped=len(doubled))


def _turned(work: UnitOfWork, doubled: Mapping[Annotation, Annotation]) -> Iterator[Edit]:
    """Yield the edits that turn the relations of annotations that go to those that stay.

    One goes itself that would join an annotation to itself, or that the other has already.
    """
    stays: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for item, other in doubled.items():
        stays[item.article, item.annotator][item.id] = other.id
    for layer, ids in stays.items():
        relations = work.annotations.relations.of(*layer)
        arcs = {_arc(relation) for relation in relations}
        for relation in relations:
            start, end = (ids.get(one, one) for one in (relation.start, relation.end))
            turned = replace(relation, start=start, end=end)
            if turned != relation:
                is_new = start != end and _arc(turned) not in arcs
                yield Edit(relation, turned if is_new else None)
                arcs.add(_arc(turned))


def _arc(relation: Relation) -> tuple[str, str, str]:
    return relation.start, relation.end, relation.label


def _place(annotation: Annotation) -> tuple[str, str, Span | None]:
    return annotation.article, annotation.annotator, annotation.span


def apply(work: UnitOfWork, edits: Sequence[Edit], *, is_again: bool) -> None:
    """Make edits of the label set, and those of annotations that follow from them.

    Raises EditError.
    """
    relabelled = []
    for edit in edits:
        match edit.before, edit.after:
            case LabelSet() as before, LabelSet() as after:
                if not is_again:
                    _check(before, after)
                _check_unused(work, before, after)
                work.labels.apply(edit)
            case Annotation() as before, Annotation() as after if _is_relabelled(before, after):
                relabelled.append((before, after))
            case Decision() | None, Decision() | None:
                work.reviews.apply(edit)
            case _:
                work.annotations.apply(edit)
    work.uses.relabel(relabelled)


def _is_relabelled(before: Annotation, after: Annotation) -> bool:
    return replace(before, label=after.label, updated=after.updated) == after


def _check(before: LabelSet, after: LabelSet) -> None:
    """Raises EditError for a new name that cannot be told apart from another label's."""
    known = {(label.id, name) for label in before for name in _names(label)}
    for label in after:
        for name in _names(label):
            if (label.id, name) not in known:
                checked(name)
        if (label.id, label.name) not in known:
            _check_likeness(label, after)


def _names(label: Label) -> list[str]:
    return [label.name, *filter(None, label.display.values())]


def _check_likeness(label: Label, labels: LabelSet) -> None:
    for other in labels:
        if other.id != label.id and fold(other.name) == fold(label.name):
            raise EditError(
                "The name {name} differs from the name {other} of another label only in spelling.",
                name=label.name,
                other=other.name,
            )


def _check_unused(work: UnitOfWork, before: LabelSet, after: LabelSet) -> None:
    """Raises EditError where a label would go that annotations have."""
    kept = {label.id for label in after}
    for label in before:
        if label.id not in kept and (count := work.uses.counts().get(label.id)):
            raise EditError(
                "The label {label} is in use ({count}); retire it, or merge it into another.",
                label=label.name,
                count=f"{count:,}",
            )


def label_counts(project: Project) -> dict[str, int]:
    """Count the annotations of all annotators by label."""
    with project.reading() as work:
        return work.uses.counts()


def overlaps(project: Project) -> Overlaps:
    """Count where spans of one layer overlap."""
    counts: Overlaps = Counter()
    here, open_spans = (0, 0), list[tuple[Span, str]]()
    with project.reading() as work:
        for layer, span, label in work.uses.places():
            if layer != here:
                here, open_spans = layer, []
            open_spans = [item for item in open_spans if item[0].end > span.start]
            counts.update(frozenset((label, other)) for _, other in open_spans)
            open_spans.append((span, label))
    return counts


def publish(project: Project, guidelines: Mapping[str, str]) -> None:
    """Make a new version of the guidelines: Markdown, keyed by language."""
    with project.unit_of_work() as work:
        work.guidelines.add(guidelines)
