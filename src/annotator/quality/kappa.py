"""Cohen's and Fleiss' kappa.

Neither says anything without the tokens that it was computed over: where nobody marked anything, all agree.
"""

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from itertools import chain

from annotator.domain.measures import Figure, Undefined
from annotator.quality.token_labels import OUTSIDE, TokenLabels

Confusion = Mapping[tuple[str, str], int]


def values_of(confusion: Confusion) -> list[str]:
    """Return the labels that tokens have, and at the end that of those without one; none of no tokens."""
    found = set(chain.from_iterable(confusion)) - {OUTSIDE}
    return [*sorted(found), OUTSIDE] if confusion else []


def cohen(confusion: Confusion) -> Figure:
    """Return Cohen's kappa (1960) from how often two annotators gave a token one value and another."""
    tokens = sum(confusion.values())
    if not tokens:
        return Undefined.TOKENS
    agreed = sum(count for (one, other), count in confusion.items() if one == other)
    first: Counter[str] = Counter()
    second: Counter[str] = Counter()
    for (one, other), count in confusion.items():
        first[one] += count
        second[other] += count
    by_chance = sum(count * second[value] for value, count in first.items())
    return _beyond_chance(Fraction(agreed, tokens), Fraction(by_chance, tokens**2))


def either_labelled(confusion: Confusion) -> dict[tuple[str, str], int]:
    """Leave out the tokens that neither has labelled."""
    return {pair: count for pair, count in confusion.items() if pair != (OUTSIDE, OUTSIDE)}


def complete(counts: TokenLabels) -> dict[tuple[str | None, ...], int]:
    """Keep the tokens that all annotators have judged."""
    return {values: count for values, count in counts.items() if None not in values}


def fleiss(counts: TokenLabels) -> Figure:
    """Return Fleiss' kappa (1971) over the tokens that all annotators have judged."""
    totals: Counter[str | None] = Counter()
    tokens = agreeing = raters = 0
    for values, count in complete(counts).items():
        raters = len(values)
        within = Counter(values)
        tokens += count
        agreeing += count * sum(times * (times - 1) for times in within.values())
        for value, times in within.items():
            totals[value] += count * times
    if raters < 2:
        return Undefined.COMPLETE
    by_chance = Fraction(sum(total**2 for total in totals.values()), (tokens * raters) ** 2)
    return _beyond_chance(Fraction(agreeing, tokens * raters * (raters - 1)), by_chance)


def _beyond_chance(observed: Fraction, by_chance: Fraction) -> Figure:
    return Undefined.ONE_VALUE if by_chance == 1 else float((observed - by_chance) / (1 - by_chance))
