"""Spans of a length that their label hardly has, and labels that hardly anything has."""

from collections.abc import Iterator, Mapping
from math import log2
from typing import TypeVar

from annotator.domain.span import Span
from annotator.quality.habits import Habits
from annotator.quality.slips import LEAST, slips
from annotator.quality.suspicion import ConsistencyRule, Suspicion
from annotator.quality.uses import Use

_Number = TypeVar("_Number", int, float)

_FAR = 3.5
_MAD_TO_DEVIATION = 1.4826
_LEAST_SPREAD = 0.9
"""Doublings. Most labels have nearly always one number of words; eight times as many are not odd yet."""

_REPEATED = 3
"""A string that has its label so often is no slip, however long."""

_RARE = 3
_EVEN_SHARE = 50


def odd_lengths(habits: Habits) -> Iterator[Suspicion]:
    """Yield spans that are far longer or shorter than others with their label."""
    for label, by_length in habits.lengths.items():
        counts = {length: len(uses) for length, uses in by_length.items()}
        total = sum(counts.values())
        usual = _median(counts)
        for length, likelihood in _odd(counts, usual, total):
            for use in by_length[length]:
                if len(habits.groups[use.form][label]) < _REPEATED:
                    yield _suspicion(habits, use, ConsistencyRule.LENGTH, likelihood, (usual, length))


def _odd(counts: Mapping[int, int], usual: int, total: int) -> Iterator[tuple[int, float]]:
    """Yield odd numbers of words, and how likely they are slips."""
    far = {length: abs(log2(length) - log2(usual)) for length in counts}
    by_distance: dict[float, int] = {}
    for length, count in counts.items():
        by_distance[far[length]] = by_distance.get(far[length], 0) + count
    spread = max(_MAD_TO_DEVIATION * _median(by_distance), _LEAST_SPREAD)
    for length, distance in far.items():
        score = distance / spread
        if score > _FAR:
            as_far = sum(
                count
                for other, count in counts.items()
                if far[other] >= distance and (other > usual) == (length > usual)
            )
            likelihood = slips(as_far, total) * (1 - (_FAR / score) ** 2 / 2)
            if likelihood >= LEAST:
                yield length, likelihood


def rare_labels(habits: Habits) -> Iterator[Suspicion]:
    """Yield what has a label that is given a few times only, where others are given often."""
    given = {label: sum(map(len, by_length.values())) for label, by_length in habits.lengths.items()}
    total = sum(given.values())
    for label, count in given.items():
        if count <= _RARE and total >= _EVEN_SHARE * len(given):
            for uses in habits.lengths[label].values():
                for use in uses:
                    yield _suspicion(habits, use, ConsistencyRule.RARE, 1 / (count + 1), (count, total))


def _suspicion(
    habits: Habits, use: Use, rule: ConsistencyRule, likelihood: float, counts: tuple[int, int]
) -> Suspicion:
    layer, span = habits.layers[use.layer], Span(use.start, use.end)
    about = layer.article, layer.annotator, use.id, span, use.label, use.form
    return Suspicion(rule, *about, None, likelihood, *counts)


def _median(counts: Mapping[_Number, int]) -> _Number:
    """Return the median of numbers that come so often, the lower one of two."""
    half, seen = (sum(counts.values()) + 1) // 2, 0
    for value in sorted(counts):
        seen += counts[value]
        if seen >= half:
            return value
    raise ValueError("no numbers")
