"""Labelling many mentions at once: which are free, and the edits that label them."""

from collections.abc import Iterable, Sequence

from annotator.domain.annotation import Annotation
from annotator.domain.edit import Edit
from annotator.domain.highlights import Highlights
from annotator.domain.label import LabelSet
from annotator.services.searching import Mention
from annotator.storage.project import Project


def is_free(mention: Mention) -> bool:
    """Tell whether the mention's article may be labelled, and a label on it would touch no other."""
    return not mention.state.is_closed and not mention.annotations


def labelling(
    mentions: Iterable[Mention], label: str, annotator: str, labels: LabelSet, instead_of: str | None = None
) -> list[Edit]:
    """Return the edits that give a label to mentions: one that has another, on the very span, gets this.

    Where it has several it is the one to change that instead_of names, or else the first.

    Left out are mentions that have the label, those that overlap what it must not overlap, and those in
    articles that are closed.
    """
    return [
        _labelling(mention, label, annotator, instead_of)
        for mention in mentions
        if not mention.state.is_closed and _takes(mention, label, labels)
    ]


def _takes(mention: Mention, label: str, labels: LabelSet) -> bool:
    same, others = _same(mention), [item for item in mention.annotations if item.span != mention.span]
    return all(item.label != label for item in same) and all(
        labels.allows_overlap(label, item.label) for item in (*same[1:], *others)
    )


def _labelling(mention: Mention, label: str, annotator: str, instead_of: str | None) -> Edit:
    same = sorted(_same(mention), key=lambda item: item.label != instead_of)
    if same:
        return Edit(same[0], same[0].labelled(label))
    return Edit(None, Annotation.new(mention.article, annotator, label, mention.span))


def _same(mention: Mention) -> list[Annotation]:
    return [item for item in mention.annotations if item.span == mention.span]


def renewed(project: Project, mentions: Sequence[Mention], annotator: str) -> list[Mention]:
    """Return mentions with the annotations and states that the project has now."""
    ids = {mention.number: mention.article for mention in mentions}
    with project.reading() as work:
        given = work.annotations.of_several(ids, annotator)
        states = {article: work.annotations.layer(article, annotator).state for article in ids.values()}
    places = {article: Highlights(found) for article, found in given.items()}
    return [
        mention._replace(
            state=states[mention.article],
            annotations=tuple(places[mention.article].touching(mention.span.start, mention.span.end)),
        )
        for mention in mentions
    ]
