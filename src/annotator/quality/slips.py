"""How likely what goes against a habit is a slip, and not a second habit.

Habits of one kind are weighed together: where a project's strings often are both PLACE and ACTOR, one more
that is both tells little; where none is, it tells much.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from math import exp, lgamma, log
from typing import NamedTuple

_RATE = 19.0
"""Slips are one of twenty on average: their rate has the density of Beta(1, 19)."""

_LEAST_SHARE, _MOST_SHARE = 0.25, 0.75
_PARTS = 1_000_000


def slips(few: int, whole: int, second: float = 0.5) -> float:
    """Return the likelihood that the few of a whole are slips; 0 where they are more than a third.

    Two explanations are weighed, the second of which holds beforehand with that likelihood. Either people
    slipped, at a rate p that is not known but low, p ~ Beta(1, 19): then few of n have the probability
    C(n, few) · B(1 + few, 19 + n - few) / B(1, 19), the beta-binomial distribution. Or there are two habits,
    in any mixture, p ~ Beta(1, 1): then every number of 0 … n is as probable, 1 / (n + 1). So 1 of 40 gives
    0.90, 3 of 40 0.81, 1 of 5 0.51, 10 of 40 0.18.
    """
    if not 0 < few <= whole / 3:
        return 0.0
    most = whole - few
    kept = lgamma(most + _RATE) - lgamma(most + 1)
    ratio = exp(log((whole + 1) * _RATE) + lgamma(whole + 1) - lgamma(whole + _RATE + 1) + kept)
    return ratio * (1 - second) / (ratio * (1 - second) + second)


class Contrast(NamedTuple):
    """Of a whole a few go against the habit. kind tells which are weighed together, about what it is."""

    kind: Hashable
    few: int
    whole: int
    about: Hashable = None


class Contrasts:
    """All contrasts of a project, by where they come from."""

    def __init__(self) -> None:
        self._of: dict[Hashable, tuple[Contrast, ...]] = {}
        # In millionths: whole numbers add up to the same in any order.
        self._sums: dict[Hashable, list[int]] = defaultdict(lambda: [0, 0])
        self._likely: dict[Hashable, tuple[Contrast, ...]] = {}

    def set(self, source: Hashable, contrasts: Sequence[Contrast]) -> None:
        """Put the contrasts of a source in the place of those that it had."""
        self._count(self._of.pop(source, ()), -1)
        self._likely.pop(source, None)
        if contrasts:
            self._of[source] = found = tuple(contrasts)
            self._count(found, 1)
            if likely := tuple(one for one in found if slips(one.few, one.whole, _LEAST_SHARE) >= LEAST):
                self._likely[source] = likely

    def likely(self) -> Iterator[tuple[Hashable, Contrast, float]]:
        """Yield source, contrast and likelihood of what is a slip rather than not."""
        for source, found in self._likely.items():
            for one in found:
                likelihood = slips(one.few, one.whole, self._second(one.kind))
                if likelihood >= LEAST:
                    yield source, one, likelihood

    def _count(self, contrasts: Sequence[Contrast], sign: int) -> None:
        for one in contrasts:
            sums = self._sums[one.kind]
            sums[0] += sign
            sums[1] += sign * round(_PARTS * slips(one.few, one.whole))

    def _second(self, kind: Hashable) -> float:
        """Return, by Laplace's rule and within bounds, how many contrasts of a kind are second habits."""
        count, slipped = self._sums[kind]
        share = (count - slipped / _PARTS + 1) / (count + 2)
        return min(max(share, _LEAST_SHARE), _MOST_SHARE)


LEAST = 0.5
"""What is less likely is not said: a reviewer leaves a queue of noise."""
