"""How far two annotators mark the same: exact F1, over the articles that both have submitted.

F1 is 2·|A ∩ B| / (|A| + |B|), where A and B hold a mark as often as its layer does, and marks are the same
that have label, start and end in common. It is the same whoever is the reference (Hripcsak and Rothschild,
Agreement, the F-measure, and reliability in information retrieval, 2005). Counts of articles are added up
before they are divided (micro).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from random import Random
from statistics import fmean, pstdev, quantiles

from annotator.domain.mark import Mark
from annotator.domain.measures import Figure, Undefined

RESAMPLES = 1000
_HALF = 32
_LOW = (1 << _HALF) - 1


@dataclass(slots=True)
class PairCounts:
    """What two annotators have marked, by label and by article; shared is what is the same.

    by_article has, by id, twice the shared marks and the marks of both together.
    """

    shared: Counter[str] = field(default_factory=Counter)
    marks_a: Counter[str] = field(default_factory=Counter)
    marks_b: Counter[str] = field(default_factory=Counter)
    by_article: dict[str, tuple[int, int]] = field(default_factory=dict)

    def add(self, article: str, a: Sequence[Mark], b: Sequence[Mark]) -> None:
        """Take in an article that both have submitted."""
        same = list((Counter(a) & Counter(b)).elements())
        self.shared.update([mark.label for mark in same])
        self.marks_a.update([mark.label for mark in a])
        self.marks_b.update([mark.label for mark in b])
        self.by_article[article] = 2 * len(same), len(a) + len(b)

    @property
    def f1(self) -> Figure:
        if not self.by_article:
            return Undefined.ARTICLES
        return _f1(2 * self.shared.total(), self.marks_a.total() + self.marks_b.total())

    def f1_of(self, label: str) -> Figure:
        if not self.by_article:
            return Undefined.ARTICLES
        return _f1(2 * self.shared[label], self.marks_a[label] + self.marks_b[label])

    def f1_interval(self) -> tuple[float, float] | Undefined:
        """Return where 95 % of F1 lie when articles are drawn anew, as many, with replacement.

        Percentiles of 1000 drawings (Efron 1979). Drawings where nobody marked anything do not count. The
        same counts give the same interval, in whatever order they came.
        """
        if isinstance(self.f1, Undefined):
            return self.f1
        if len(self.by_article) < 2:
            return Undefined.ONE_ARTICLE
        # Both counts in one number are added up at once, which is what takes the time.
        counts = sorted(shared << _HALF | marks for shared, marks in self.by_article.values())
        random = Random(0)  # noqa: S311 - nothing secret is drawn
        sums = (sum(random.choices(counts, k=len(counts))) for _ in range(RESAMPLES))
        drawn = [(both >> _HALF) / (both & _LOW) for both in sums if both & _LOW]
        lowest, *_, highest = quantiles(drawn, n=40, method="inclusive")
        return lowest, highest


def mean_and_sd(figures: Iterable[Figure]) -> tuple[Figure, Figure]:
    """Return the unweighted mean and the population's standard deviation of the values that there are."""
    found = list(figures)
    values = [value for value in found if not isinstance(value, Undefined)]
    if values:
        return fmean(values), pstdev(values)
    if not found:
        return Undefined.ANNOTATORS, Undefined.ANNOTATORS
    reason = Undefined.SPANS if Undefined.SPANS in found else Undefined.PAIRS
    return reason, reason


def _f1(twice_shared: int, marks: int) -> Figure:
    return twice_shared / marks if marks else Undefined.SPANS
