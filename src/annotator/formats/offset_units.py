"""What the offsets of somebody else's file count, found out from the texts that they are to fit.

Where spans quote their text, the quotes decide. Where they do not, as in doccano's files, whose offsets are
code points, UTF-16 units or graphemes as the browser had it, the evidence of the whole file is weighed: a
span is expected to begin and end with something else than space, to end where a word ends, and to begin where
one does or after so few letters as a clitic has.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from annotator.arabic import graphemes
from annotator.domain.offsets import OffsetUnit
from annotator.formats.source import Source

Places = Mapping[int, int]
"""Code points by the offsets of another unit; an offset within a character is not in it."""

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
            if text.isascii() or max(text) <= "\uffff":
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


def settle(source: Source, samples: Callable[[], Iterator[Sample]]) -> None:
    """Find out a file's offset unit, unless it was named, and remark on it where it had to be weighed.

    Samples yields those of the whole file; it is called again only where offsets are not plainly code points.
    """
    if source.offset_unit is not None:
        return
    source.offset_unit = OffsetUnit.CODE_POINT
    if all(_points(sample, OffsetUnit.CODE_POINT) == 2 * len(sample.spans) for sample in samples()):
        return
    totals = dict.fromkeys(OffsetUnit, 0)
    spans = 0
    for sample in samples():
        spans += len(sample.spans)
        for unit in OffsetUnit:
            totals[unit] += _points(sample, unit)
    best = max(OffsetUnit, key=lambda unit: totals[unit])  # the first of equals
    if best is OffsetUnit.CODE_POINT or totals[best] < _ENOUGH * 2 * spans:
        return
    source.offset_unit = best
    shares = {unit: f"{points / (2 * spans):.0%}" for unit, points in totals.items()}
    source.remark(
        0,
        "the offsets were read as {unit}, which fits {share} of {spans} spans; {others}",
        unit=best.value,
        share=shares.pop(best),
        spans=f"{spans:,}",
        others=", ".join(f"{unit} {share}" for unit, share in shares.items()),
    )


def _points(sample: Sample, unit: OffsetUnit) -> int:
    """Return two points for each span that fits, one for each that fits at one end."""
    text, spans = sample
    if not spans:
        return 0
    table = places(text, unit)
    points = 0
    for start, end, quote in spans:
        first = start if table is None else table.get(start, -1)
        last = end if table is None else table.get(end, -1)
        if not 0 <= first < last <= len(text):
            continue
        if quote is not None:
            points += 2 * (text[first:last] == quote)
        else:
            points += _begins_well(text, first) + _ends_well(text, last)
    return points


def _begins_well(text: str, start: int) -> bool:
    if text[start].isspace():
        return False
    before = text[max(0, start - _LONGEST_CLITICS - 1) : start]
    letters = len(before) - len(before.rstrip("".join(filter(_is_letter, before))))
    return not _is_letter(text[start]) or letters <= _LONGEST_CLITICS


def _ends_well(text: str, end: int) -> bool:
    is_within = end < len(text) and _is_letter(text[end]) and _is_letter(text[end - 1])
    return not is_within and not text[end - 1].isspace()


def _is_letter(letter: str) -> bool:
    """Tell whether it belongs to a word, as marks do."""
    return letter.isalnum() or "\u064b" <= letter <= "\u0652"
