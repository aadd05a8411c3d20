"""The T lines of an .ann file: spans, in one piece or several, with the text that they quote."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from annotator.domain.offsets import OffsetUnit
from annotator.domain.record import RecordSpan
from annotator.formats.newlines import Newlines
from annotator.formats.offset_units import Sample, places, settle
from annotator.formats.source import Source

Range = tuple[int, int]
Mark = tuple[int, int, str]
"""Start and end in the text, and label."""

DISCONTINUOUS = "discontinuous"
"""The relation between the pieces of a span that is not in one piece, each of which is a span."""

# No text has a place of more than nine digits, and of 5,000 Python makes no number.
BOUND = re.compile(r"(T\S*)\t(\S+) (\d{1,9} \d{1,9}(?:;\d{1,9} \d{1,9})*)(?:\t(.*))?", re.DOTALL)
_LINE = re.compile(r"[^\r\n]+")


class Bound(NamedTuple):
    """A T line as it stands."""

    line: int
    name: str
    label: str
    parts: list[Range]
    quote: str | None

    @classmethod
    def of(cls, line: int, match: re.Match[str]) -> "Bound":
        parts = [part.split(" ") for part in match[3].split(";")]
        quote = None if match[4] is None else _on_a_line(match[4])
        return cls(line, match[1], match[2], [(int(start), int(end)) for start, end in parts], quote)


def pieces(text: str, span: RecordSpan) -> list[Range]:
    """Return the pieces of a span between line ends."""
    there = text[span.start : span.end]
    if "\n" not in there and "\r" not in there:
        return [(span.start, span.end)]
    return [match.span() for match in _LINE.finditer(text, span.start, span.end)]


def quoted(text: str, parts: Iterable[Range]) -> str:
    """Return what a T line quotes: its pieces, parted by spaces, on one line without tabs."""
    return _on_a_line(" ".join(text[start:end] for start, end in parts))


def _on_a_line(text: str) -> str:
    return text.replace("\t", " ").replace("\r", " ").replace("\n", " ")


def marks(source: Source, text: str, lines: Sequence[Bound]) -> Iterator[tuple[str, list[Mark]]]:
    """Yield the id of each line with its spans, more than one where it is not in one piece.

    Raises FormatError for what does not fit the text.
    """
    read = _as_counted(text, lines)
    quotes = [(*bound.parts[0], bound.quote) for bound in lines if len(bound.parts) == 1]
    settle(source, lambda: iter([Sample(_on_a_line(read.text), quotes)]))
    table = places(read.text, source.offset_unit or OffsetUnit.CODE_POINT)
    seen: dict[tuple[Mark, ...], str] = {}
    for bound in lines:
        parts = bound.parts
        if table is not None:
            parts = [(table.get(start, -1), table.get(end, -1)) for start, end in parts]
        _check(source, read.text, bound, parts)
        whole = _merged(text, [(read.to_text(start), read.to_text(end)) for start, end in parts])
        found = [(start, end, bound.label) for start, end in whole]
        if len(found) > 1:
            source.remark(
                bound.line,
                "{name} has {count} pieces; each is a span, and “{label}” joins them",
                name=bound.name,
                count=len(found),
                label=DISCONTINUOUS,
            )
        first = seen.setdefault(tuple(found), bound.name)
        if first != bound.name:
            source.remark(
                bound.line, "{name} is the same as {first}, and was read once", name=bound.name, first=first
            )
        yield bound.name, found


def _check(source: Source, text: str, bound: Bound, parts: Sequence[Range]) -> None:
    places_ = [place for part in parts for place in part]
    is_in_order = places_ == sorted(places_) and all(start < end for start, end in parts)
    if not is_in_order or places_[0] < 0 or places_[-1] > len(text):
        source.refuse(
            bound.line, "the pieces of {name} overlap, are empty or lie outside the text.", name=bound.name
        )
    there = quoted(text, parts)
    if bound.quote is not None and bound.quote != there:
        source.refuse(
            bound.line,
            "{name} quotes “{quote}”, but the text there is “{there}”.",
            name=bound.name,
            quote=bound.quote[:60],
            there=there[:60],
        )


def _as_counted(text: str, lines: Iterable[Bound]) -> Newlines:
    """Return the text as brat's server reads it, or as it stands where only so the offsets fit."""
    read = Newlines(text)
    if read.text == text:
        return read
    verbatim = Newlines("")
    verbatim.text = text
    fits = {
        version: sum(quoted(version.text, bound.parts) == bound.quote for bound in lines)
        for version in (read, verbatim)
    }
    return max(fits, key=lambda version: fits[version])  # the first of equals


def _merged(text: str, parts: list[Range]) -> list[Range]:
    """Join pieces that only line ends part: brat has no other way to write a span over lines."""
    whole = parts[:1]
    for (_, before), (start, end) in pairwise(parts):
        if text[before:start].strip("\r\n"):
            whole.append((start, end))
        else:
            whole[-1] = whole[-1][0], end
    return whole
