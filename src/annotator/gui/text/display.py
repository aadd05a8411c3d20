"""The text as Qt is shown it: letter for letter the same, without what Qt drops, swaps or merges."""

import re
from collections.abc import Iterator

LONGEST = 4000
"""A longer paragraph is cut at a space: Qt lays out a paragraph at once."""

_SEPARATOR = re.compile("\r\n|[\n\r\u2028\u2029]")
_UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufeff\ufffc\ufffe\uffff]")


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of every paragraph, without its line break; a text has at least one."""
    start = 0
    for match in _SEPARATOR.finditer(text):
        yield from _pieces(text, start, match.start())
        start = match.end()
    yield from _pieces(text, start, len(text))


def display_text(text: str) -> str:
    """Return a paragraph for Qt, of as many code points."""
    return _UNSHOWABLE.sub(_stand_in, text)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        cut = text.rfind(" ", start + 1, start + LONGEST)
        if cut < 0:
            cut = text.find(" ", start + LONGEST, end)
        if cut < 0:
            break
        yield start, cut + 1
        start = cut + 1
    yield start, end


def _stand_in(match: re.Match[str]) -> str:
    letter = match.group()
    if letter == "\ufeff":
        return "\u2060"  # PySide takes a leading U+FEFF off every string; the word joiner is its successor
    return chr(0x2400 + ord(letter)) if letter < " " else "\ufffd"
