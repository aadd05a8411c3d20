"""What the offsets of somebody else's file count, found out from the texts that they are to fit.

Where spans quote their text, the quotes decide. Where they do not, as in doccano's files, whose offsets are
code points, UTF-16 units or graphemes as the browser had it, the evidence of the whole file is weighed: a
span is expected to begin and end with something else than space, to end where a word ends, and to begin where
one does or after so few letters as a clitic has.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from annotator.arabic import graphemes
from annotator.domain.offsets import OffsetUnit, is_astral
from annotator.formats.source import Source

Places = Mapping[int, int]
"""Code points by the offsets of another unit; an offset within a character is not in it."""

_JOINED = re.compile(
    "[\u0300-\u036f\u064b-\u065f\u0670\u06d6-\u06ed\u200c\u200d\ufe0f\r\U00010000-\U0010ffff]"
)
"""Marks, joiners, and what lies beyond the plane of most letters: graphemes of several code points."""

_LONGEST_CLITICS = 3
_ENOUGH = 0.9
"""Another unit than code points must fit so many of the spans; else what does not fit is refused."""


class Sample(NamedTuple):
    """A text with what a file says of its spans: start, end and the quoted text, if it quotes."""

    text: str
    spans: Sequence[tuple[int, int, str | None]]


def places(text: str, unit: OffsetUnit) -> Places | None:
    """Return where the offsets of a unit lie in a text; None where they are code points."""
    match unit:
        case OffsetUnit.CODE_POINT:
            return None
        case OffsetUnit.UTF16:
            if not is_astral(text):
                return None
            widths = (1 + (letter > "\uffff") for letter in text)
        case OffsetUnit.BYTE:
            if text.isascii():
                return None
            widths = (len(letter.encode()) for letter in text)
        case OffsetUnit.GRAPHEME:
            ends = graphemes.ends(text, 0, len(text))
            return {0: 0} | dict(enumerate(ends, 1))
    return {place: nth for nth, place in enumerate(accumulate(widths, initial=0))}


def settle(source: Source, samples: Callable[[], Iterable[Sample]]) -> None:
    """Find out a file's offset unit, unless it was named, and remark on it where it had to be weighed.

    Samples yields those of the whole file; it is called again only where offsets are not plainly code points.
    """
    if source.offset_unit is not None:
        return
    source.offset_unit = OffsetUnit.CODE_POINT
    likely = _likely(samples())
    found = _weighed(samples(), likely) if likely else None
    if found is None:
        return
    unit, shares, spans = found
    source.offset_unit = unit
    source.remark(
        0,
        "the offsets were read as {unit}, which fits {share} of {spans} spans; {others}",
        unit=unit.value,
        share=f"{shares.pop(unit):.0%}",
        spans=f"{spans:,}",
        others=", ".join(f"{unit} {share:.0%}" for unit, share in shares.items()),
    )


def _likely(samples: Iterable[Sample]) -> set[OffsetUnit]:
    """Return the units that may fit better than code points, since these do not fit all that well.

    Counting graphemes or bytes takes long, and is left where what follows a mark fits as it is.
    """
    likely: set[OffsetUnit] = set()
    is_all_well = True
    after_marks = points_after_marks = 0
    for text, spans in samples:
        points = [_points(text, start, end, quote) for start, end, quote in spans]
        is_all_well = is_all_well and sum(points) == 2 * len(points)
        if text.isascii() or not points:
            continue
        if is_astral(text):
            likely.add(OffsetUnit.UTF16)
        if max(end for _, end, _ in spans) > len(text):
            likely.add(OffsetUnit.BYTE)
        mark = _JOINED.search(text)
        if mark:
            shifted = [point for point, (_, end, _) in zip(points, spans, strict=True) if end > mark.start()]
            after_marks += len(shifted)
            points_after_marks += sum(shifted)
    if points_after_marks < _ENOUGH * 2 * after_marks:
        likely.add(OffsetUnit.GRAPHEME)
    return set() if is_all_well else likely


def _weighed(
    samples: Iterable[Sample], likely: Iterable[OffsetUnit]
) -> tuple[OffsetUnit, dict[OffsetUnit, float], int] | None:
    """Return the unit that fits best with what share of spans each fits; None for code points."""
    units = [unit for unit in OffsetUnit if unit is OffsetUnit.CODE_POINT or unit in likely]
    totals = dict.fromkeys(units, 0)
    count = 0
    for text, spans in samples:
        count += len(spans)
        for unit in units:
            table = places(text, unit)
            for start, end, quote in spans:
                first, last = (start, end) if table is None else (table.get(start, -1), table.get(end, -1))
                totals[unit] += _points(text, first, last, quote)
    best = max(units, key=lambda unit: totals[unit])  # the first of equals
    if best is OffsetUnit.CODE_POINT or totals[best] < _ENOUGH * 2 * count:
        return None
    return best, {unit: points / (2 * count) for unit, points in totals.items()}, count


def _points(text: str, start: int, end: int, quote: str | None) -> int:
    """Return two points for a span that fits, one for one that fits at one end."""
    if not 0 <= start < end <= len(text):
        return 0
    if quote is not None:
        return 2 * (text[start:end] == quote)
    return _begins_well(text, start) + _ends_well(text, end)


def _begins_well(text: str, start: int) -> bool:
    """Tell whether a word begins here, or what follows so few letters as a clitic has."""
    if text[start].isspace():
        return False
    if start == 0 or not _is_letter(text[start - 1]) or not _is_letter(text[start]):
        return True
    before = text[max(0, start - _LONGEST_CLITICS - 1) : start]
    return start <= _LONGEST_CLITICS or not all(map(_is_letter, before))


def _ends_well(text: str, end: int) -> bool:
    is_within = end < len(text) and _is_letter(text[end]) and _is_letter(text[end - 1])
    return not is_within and not text[end - 1].isspace()


def _is_letter(letter: str) -> bool:
    """Tell whether it belongs to a word, as marks do."""
    return letter.isalnum() or "\u064b" <= letter <= "\u0652"
