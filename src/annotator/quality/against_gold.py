"""One annotator's spans against gold: how many are right, and what is wrong with the others."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from annotator.domain.mark import Mark
from annotator.domain.measures import Figure, Undefined
from annotator.quality.disagreements import Kind, pair_kind
from annotator.quality.matching import match


@dataclass(slots=True)
class GoldCounts:
    """Spans by label: right ones, all of the annotator's, all of gold's; errors by kind. Counts add up."""

    articles: int = 0
    right: Counter[str] = field(default_factory=Counter)
    theirs: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    kinds: Counter[Kind] = field(default_factory=Counter)

    def add(self, text: str, gold: Sequence[Mark], theirs: Sequence[Mark]) -> None:
        """Take in an article that was reviewed to its end."""
        self.articles += 1
        self.theirs.update(mark.label for mark in theirs)
        self.gold.update(mark.label for mark in gold)
        for reference, _, kind in errors(text, gold, theirs):
            if kind is None:
                assert reference
                self.right[reference.label] += 1
            else:
                self.kinds[kind] += 1

    def precision(self, label: str | None = None) -> Figure:
        """Return the share of the annotator's spans that are in gold, of one label or of all."""
        return _share(self.right, self.theirs, label, Undefined.RESPONSE)

    def recall(self, label: str | None = None) -> Figure:
        """Return the share of gold's spans that the annotator has."""
        return _share(self.right, self.gold, label, Undefined.REFERENCE)

    def f1(self, label: str | None = None) -> Figure:
        right = _count(self.right, label)
        spans = _count(self.theirs, label) + _count(self.gold, label)
        return 2 * right / spans if spans else Undefined.SPANS


def errors(
    text: str, gold: Sequence[Mark], theirs: Sequence[Mark]
) -> Iterator[tuple[Mark | None, Mark | None, Kind | None]]:
    """Yield the spans of both, paired as well as can be, and the kind of error; None where there is none."""
    for reference, mark in match(gold, theirs):
        yield reference, mark, pair_kind(text, reference, mark)


def _share(part: Counter[str], whole: Counter[str], label: str | None, reason: Undefined) -> Figure:
    count = _count(whole, label)
    return _count(part, label) / count if count else reason


def _count(counter: Counter[str], label: str | None) -> int:
    return counter.total() if label is None else counter[label]
