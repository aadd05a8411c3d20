"""What is probably labelled wrongly, as it is shown to a reviewer."""

import hashlib
from enum import StrEnum
from typing import NamedTuple

from annotator.domain.span import Span


class ConsistencyRule(StrEnum):
    """LABELS: a string has another label than elsewhere. BARE: it has none, as it has elsewhere.

    BOUNDARY: a span takes in, or leaves out, what others do not. RARE: hardly anything has this label.
    LENGTH: a span is far longer or shorter than others with its label.
    """

    LABELS = "labels"
    BARE = "bare"
    BOUNDARY = "boundary"
    RARE = "rare"
    LENGTH = "length"


class Proposal(NamedTuple):
    """How it would be as elsewhere; label is a Label's id."""

    span: Span
    label: str


class Suspicion(NamedTuple):
    """Something that goes against a project's habits, in one annotator's layer of an article.

    annotation and label are None where nothing is labelled; form is what stands there, folded and without
    clitics; proposal is None where only a person can tell.

    usual of whole places follow the habit. With RARE, usual of whole annotations have the label; with
    LENGTH, usual words are the median, and whole is how many the span has.
    """

    rule: ConsistencyRule
    article: str
    annotator: str
    annotation: str | None
    span: Span
    label: str | None
    form: str
    proposal: Proposal | None
    likelihood: float
    usual: int
    whole: int

    @property
    def key(self) -> str:
        """What is remembered of it where it is fine: the same for the same label on the same place."""
        place = f"{self.span.start}-{self.span.end}"
        said = "\n".join((self.rule, self.form, self.article, self.annotator, place, self.label or ""))
        return hashlib.blake2b(said.encode(errors="surrogatepass"), digest_size=16).hexdigest()

    @property
    def order(self) -> tuple[object, ...]:
        """Sorts the likeliest first, and what is as likely always in the same way."""
        where = self.article, self.annotator, self.span.start, self.span.end
        there = self.proposal.span if self.proposal else self.span
        why = self.form, self.usual, self.whole
        return -self.likelihood, *where, self.rule, self.annotation or "", there.start, there.end, *why
