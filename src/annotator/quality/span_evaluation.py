"""How far one layer's spans are those of another: the four schemas of SemEval-2013, task 9.

Strict asks for range and label, exact for the range, type for an overlap and the label; partial asks for the
range, and gives half for an overlap (Segura-Bedmar and others, SemEval-2013 Task 9, 2013).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from annotator.domain.measures import Figure, Undefined
from annotator.quality.matching import Pair


class Schema(StrEnum):
    STRICT = "strict"
    EXACT = "exact"
    PARTIAL = "partial"
    TYPE = "type"


class Likeness(StrEnum):
    """How the two of a pair are alike; missing is what the second lacks, spurious what it has alone."""

    SAME = "same"
    RANGE = "range"
    LABEL = "label"
    OVERLAP = "overlap"
    MISSING = "missing"
    SPURIOUS = "spurious"


_CORRECT = {
    Schema.STRICT: {Likeness.SAME},
    Schema.EXACT: {Likeness.SAME, Likeness.RANGE},
    Schema.PARTIAL: {Likeness.SAME, Likeness.RANGE},
    Schema.TYPE: {Likeness.SAME, Likeness.LABEL},
}
_TOGETHER = (Likeness.SAME, Likeness.RANGE, Likeness.LABEL, Likeness.OVERLAP)


@dataclass(frozen=True, slots=True)
class Counts:
    """Correct, incorrect, partial, missing and spurious spans, the first layer being the reference."""

    cor: int
    inc: int
    par: int
    mis: int
    spu: int

    @property
    def precision(self) -> Figure:
        actual = self.cor + self.inc + self.par + self.spu
        return (self.cor + 0.5 * self.par) / actual if actual else Undefined.RESPONSE

    @property
    def recall(self) -> Figure:
        possible = self.cor + self.inc + self.par + self.mis
        return (self.cor + 0.5 * self.par) / possible if possible else Undefined.REFERENCE

    @property
    def f1(self) -> Figure:
        """0 where only one of the layers has spans: then precision or recall is."""
        spans = 2 * (self.cor + self.inc + self.par) + self.mis + self.spu
        return (2 * self.cor + self.par) / spans if spans else Undefined.SPANS


def likenesses(pairs: Iterable[Pair]) -> Counter[Likeness]:
    """Count the pairs of a matching; counts of articles add up."""
    return Counter(map(_likeness, pairs))


def evaluation(found: Mapping[Likeness, int]) -> dict[Schema, Counts]:
    """Return what each schema makes of so many pairs."""
    together = sum(found.get(likeness, 0) for likeness in _TOGETHER)
    alone = found.get(Likeness.MISSING, 0), found.get(Likeness.SPURIOUS, 0)
    counts = {}
    for schema in Schema:
        correct = sum(found.get(likeness, 0) for likeness in _CORRECT[schema])
        wrong = together - correct
        halves = (0, wrong) if schema is Schema.PARTIAL else (wrong, 0)
        counts[schema] = Counts(correct, *halves, *alone)
    return counts


def _likeness(pair: Pair) -> Likeness:
    one, other = pair
    if one is None:
        return Likeness.SPURIOUS
    if other is None:
        return Likeness.MISSING
    if one[:2] == other[:2]:
        return Likeness.SAME if one.label == other.label else Likeness.RANGE
    return Likeness.LABEL if one.label == other.label else Likeness.OVERLAP
