"""What a reviewer says: decisions on where annotators differ, and comments."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from annotator.domain import moment
from annotator.domain.identity import new_id
from annotator.domain.mark import Mark
from annotator.domain.span import Span

UNANIMOUS = "unanimous"
MAJORITY = "majority"
DECIDED = "decided"
COPIED = "copied from "
"""Origins of annotations in the gold layer; after the last comes whose layer they were in."""


class Choice(StrEnum):
    """ACCEPTED: one side is right. MERGED: all sides together are. EDITED: what the reviewer wrote is."""

    ACCEPTED = "accepted"
    MERGED = "merged"
    EDITED = "edited"
    REJECTED = "rejected"


class Reason(StrEnum):
    """Why people differed."""

    AMBIGUOUS = "ambiguous text"
    GAP = "guideline gap"
    SLIP = "slip"
    EDGE_CASE = "edge case"


@dataclass(frozen=True, slots=True)
class Decision:
    """marks are all that stood there, of anybody, and gold is what is right of it; labels are ids."""

    id: str
    article: str
    reviewer: str
    marks: tuple[Mark, ...]
    gold: tuple[Mark, ...]
    choice: Choice
    created: str
    reason: Reason | None = None
    note: str | None = None

    @classmethod
    def new(
        cls, article: str, reviewer: str, choice: Choice, *, marks: tuple[Mark, ...], gold: tuple[Mark, ...]
    ) -> "Decision":
        return cls(new_id(), article, reviewer, marks, gold, choice, moment.now())

    def relabelled(self, label: str, into: str) -> "Decision":
        """Return the decision as it is when one label has become another; of marks that become one, one."""

        def turned(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
            new = (mark._replace(label=into) if mark.label == label else mark for mark in marks)
            return tuple(dict.fromkeys(new))

        return replace(self, marks=turned(self.marks), gold=turned(self.gold))

    def explained(self, reason: Reason | None, note: str | None) -> "Decision":
        return replace(self, reason=reason, note=note or None)


def decision_on(marks: Iterable[Mark], decisions: Sequence[Decision]) -> Decision | None:
    """Return the last of decisions, in the order made, that knew all of these marks."""
    sides = set(marks)
    return next((one for one in reversed(decisions) if sides <= {*one.marks}), None)


@dataclass(frozen=True, slots=True)
class Comment:
    """Said of one annotator's layer: of a span in it, or of the article.

    annotation and span are the annotation's as it was then. parent is the first comment of the thread;
    a thread is resolved by its first comment.
    """

    id: str
    article: str
    annotator: str
    author: str
    text: str
    created: str
    annotation: str | None = None
    span: Span | None = None
    parent: str | None = None
    is_resolved: bool = False

    @classmethod
    def new(cls, article: str, annotator: str, author: str, text: str) -> "Comment":
        return cls(new_id(), article, annotator, author, text, moment.now())

    def on(self, annotation: str, span: Span | None) -> "Comment":
        return replace(self, annotation=annotation, span=span)

    def answered(self, author: str, text: str) -> "Comment":
        """Return an answer to this comment, in its thread."""
        answer = Comment.new(self.article, self.annotator, author, text)
        return replace(answer, annotation=self.annotation, span=self.span, parent=self.parent or self.id)

    def resolved(self, *, is_resolved: bool) -> "Comment":
        return replace(self, is_resolved=is_resolved)
