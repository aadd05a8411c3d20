"""The text as Qt is shown it: letter for letter the same, without what Qt drops, swaps or merges."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from annotator.arabic import graphemes
from annotator.arabic.hidden import HARAKAT
from annotator.arabic.joining import joins_next
from annotator.domain.offsets import Offsets

LONGEST = 2000
"""A longer paragraph is cut: Qt lays out a paragraph at once."""

_NEAR = 200

_SEPARATOR = re.compile("\r\n|[\n\r\u2028\u2029]")
_UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufeff\ufffc\ufffe\uffff]")


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of every paragraph, without its line break; a text has at least one."""
    start = 0
    for match in _SEPARATOR.finditer(text):
        yield from _pieces(text, start, match.start())
        start = match.end()
    yield from _pieces(text, start, len(text))


class Shown:
    """A paragraph for Qt, and the way between its places, which are code points, and Qt's units of UTF-16.

    It has as many code points as the source, less the short vowels where those are hidden.
    """

    __slots__ = ("_dropped", "_offsets", "_shifted", "text")

    def __init__(self, source: str, *, hides_harakat: bool = False) -> None:
        found = HARAKAT.finditer(source) if hides_harakat else ()
        self._dropped = [match.start() for match in found]
        self._shifted = [place - nth for nth, place in enumerate(self._dropped)]
        self.text = display_text(HARAKAT.sub("", source) if self._dropped else source)
        self._offsets = Offsets(self.text)

    def unit(self, place: int) -> int:
        return self._offsets.to_utf16(place - bisect_left(self._dropped, place))

    def place(self, unit: int) -> int:
        kept = self._offsets.to_code_point(unit)
        return kept + bisect_right(self._shifted, kept)


def display_text(text: str) -> str:
    """Return a paragraph for Qt, of as many code points."""
    return _UNSHOWABLE.sub(_stand_in, text)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        cut = _cut(text, start, start + LONGEST)
        yield start, cut
        start = cut
    yield start, end


def _cut(text: str, start: int, limit: int) -> int:
    """Return where to cut a paragraph: after a space, or else between two graphemes that do not join.

    Letters on either side of a cut are shaped apart. After a letter that joins none, their forms stay as they
    were. Where there is no such place near the limit any end of a grapheme is taken; of one so long that it
    fills the piece, the limit.
    """
    space = text.rfind(" ", start + 1, limit)
    if space >= 0:
        return space + 1
    near = graphemes.before(text, limit - _NEAR, start)
    ends = [end for end in graphemes.ends(text, near, limit) if end < limit][::-1]
    return next((end for end in ends if not joins_next(text, end)), next(iter(ends), limit))


def _stand_in(match: re.Match[str]) -> str:
    letter = match.group()
    if letter == "\ufeff":
        return "\u2060"  # PySide takes a leading U+FEFF off every string; the word joiner is its successor
    return chr(0x2400 + ord(letter)) if letter < " " else "\ufffd"
