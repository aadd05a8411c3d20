"""Which mark of one layer stands for which of another."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate

from annotator.domain.mark import Mark
from annotator.quality.assignment import assignment

Pair = tuple[Mark | None, Mark | None]
"""A mark of each layer; None where one has nothing."""


def match(a: Iterable[Mark], b: Iterable[Mark]) -> list[Pair]:
    """Pair the marks of two layers as well as can be, and return all of them in reading order.

    Of all ways to pair marks that overlap, this has the most pairs with the same range and label; of these
    the most with the same range, then the most with the same label, the most of all, the most characters in
    common, and the nearest beginnings. A mark that stands twice is two. How marks are ordered makes no
    difference, and layers that change places change them in every pair.
    """
    count_a, count_b = Counter(a), Counter(b)
    same = count_a & count_b
    pairs: list[Pair] = [(mark, mark) for mark in same.elements()]
    rest_a = sorted((count_a - same).elements(), key=reading_order)
    rest_b = sorted((count_b - same).elements(), key=reading_order)
    if rest_a <= rest_b:  # where two ways are equally good, it is the same one from both sides
        pairs += _paired(rest_a, rest_b)
    else:
        pairs += [(one, other) for other, one in _paired(rest_b, rest_a)]
    return sorted(pairs, key=_place)


def reading_order(mark: Mark) -> tuple[int, int, str]:
    """Sorts as a text is read, wider marks first."""
    return mark[0], -mark[1], mark[2]


def _place(pair: Pair) -> list[tuple[int, int, str]]:
    return sorted(reading_order(mark) for mark in pair if mark)


def _paired(a: Sequence[Mark], b: Sequence[Mark]) -> list[Pair]:
    """Pair marks, in reading order, of which none is in both."""
    if not (a and b):
        return [*((mark, None) for mark in a), *((None, mark) for mark in b)]
    partners = assignment(_gains(a, b))
    taken = set(partners.values())
    pairs: list[Pair] = [(mark, b[partners[nth]] if nth in partners else None) for nth, mark in enumerate(a)]
    return pairs + [(None, mark) for nth, mark in enumerate(b) if nth not in taken]


def _gains(a: Sequence[Mark], b: Sequence[Mark]) -> list[dict[int, int]]:
    """Return for each mark of a what it is worth with each of b that it overlaps.

    The sum over pairs of whatever ranks lower stays below one unit of what ranks higher.
    """
    most = min(len(a), len(b))
    longest = max(end - start for start, end, _ in (*a, *b))
    common = most * longest + 1
    overlap = common * (most * longest + 1)
    ranks = overlap, overlap * (most + 1), overlap * (most + 1) ** 2
    reach = list(accumulate((mark.end for mark in b), max))
    gains: list[dict[int, int]] = []
    for start, end, label in a:
        gains.append({})
        for nth in range(bisect_right(reach, start), len(b)):
            other = b[nth]
            if other.start >= end:
                break
            if other.end > start:
                is_exact = start == other.start and end == other.end
                rank = ranks[2 if is_exact else label == other.label]
                length = min(end, other.end) - max(start, other.start)
                gains[-1][nth] = rank + length * common + longest - abs(start - other.start)
    return gains
