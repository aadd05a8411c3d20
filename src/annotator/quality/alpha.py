"""Krippendorff's alpha of nominal values (Computing Krippendorff's alpha-reliability, 2011)."""

from collections import Counter
from fractions import Fraction

from annotator.domain.measures import Figure, Undefined
from annotator.quality.token_labels import OUTSIDE, TokenLabels, Values


def alpha(units: TokenLabels) -> Figure:
    """Return 1 - observed / expected disagreement.

    A unit with m values counts for as much as m: each of its pairs weighs 1 / (m - 1). Units that fewer than
    two have judged say nothing and are left out. Undefined where all values are the same.
    """
    observed = Fraction(0)
    totals: Counter[str] = Counter()
    for values, count in units.items():
        within = Counter(value for value in values if value is not None)
        judged = within.total()
        if judged > 1:
            differing = judged**2 - sum(times**2 for times in within.values())
            observed += Fraction(count * differing, judged - 1)
            for value, times in within.items():
                totals[value] += count * times
    values_in_all = totals.total()
    if not values_in_all:
        return Undefined.TOKENS
    expected = values_in_all**2 - sum(total**2 for total in totals.values())
    return float(1 - (values_in_all - 1) * observed / expected) if expected else Undefined.ONE_VALUE


def of_label(units: TokenLabels, label: str) -> Counter[Values]:
    """Return the same units with two values: the label, or not. Its alpha tells of this label alone."""
    counts: Counter[Values] = Counter()
    for values, count in units.items():
        counts[tuple([value if value in {label, None} else OUTSIDE for value in values])] += count
    return counts
