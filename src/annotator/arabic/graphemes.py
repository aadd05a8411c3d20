"""What a reader takes for one character: a letter with its marks, an emoji of many parts (UAX 29)."""

from annotator.arabic.patterns import compiled

_GRAPHEME = r"\X"
_FAR_ENOUGH = 64
"""Longer clusters than this are not news; beginning inside one only splits it."""


def after(text: str, place: int) -> int:
    """Return where the grapheme at a place ends; the end of the text stays."""
    match = compiled(_GRAPHEME).match(text, place)
    return match.end() if match else len(text)


def before(text: str, place: int) -> int:
    """Return where the grapheme that ends at or covers the place before this one begins."""
    if place <= 0:
        return 0
    start = _safe_start(text, place)
    for match in compiled(_GRAPHEME).finditer(text, start, min(len(text), place + _FAR_ENOUGH)):
        if match.end() >= place:
            return int(match.start())
    return start


def is_boundary(text: str, place: int) -> bool:
    """Tell whether a cut here leaves all graphemes whole."""
    return place in {0, len(text)} or after(text, before(text, place)) == place


def _safe_start(text: str, place: int) -> int:
    """A letter of Arabic or a space that is followed by no mark begins a grapheme."""
    start = max(0, place - _FAR_ENOUGH)
    space = text.rfind(" ", start, place - 1)
    return max(space, start)
