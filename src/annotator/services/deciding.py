"""What becomes gold is decided by somebody: edits of gold by hand are decisions too."""

from collections.abc import Sequence

from annotator.domain.annotation import Annotation
from annotator.domain.edit import Edit
from annotator.domain.mark import Mark
from annotator.domain.review import Choice, Decision
from annotator.storage.unit_of_work import UnitOfWork


def decisions_by_hand(work: UnitOfWork, edits: Sequence[Edit], reviewer: str) -> list[Edit]:
    """Return the decisions that go with edits of gold, where they bring none along."""
    gold = work.annotators.gold()
    if gold is None or any(isinstance(edit.subject, Decision) for edit in edits):
        return []
    return [
        Edit(None, _decision(edit, reviewer))
        for edit in edits
        if isinstance(edit.subject, Annotation)
        and edit.subject.annotator == gold
        and _marks(edit.before) != _marks(edit.after)
    ]


def _decision(edit: Edit, reviewer: str) -> Decision:
    article = edit.article
    assert article
    choice = Choice.REJECTED if edit.after is None else Choice.EDITED
    return Decision.new(article, reviewer, choice, marks=_marks(edit.before), gold=_marks(edit.after))


def _marks(subject: object) -> tuple[Mark, ...]:
    return (Mark.of(subject),) if isinstance(subject, Annotation) and subject.span else ()
