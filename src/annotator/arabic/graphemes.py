"""What a reader takes for one character: a letter with its marks, an emoji of many parts (UAX 29)."""

from collections.abc import Iterator

from annotator.arabic.patterns import compiled

_GRAPHEME = r"\X"
_NEAR = 64

# Searched backwards: what begins a grapheme for sure. ASCII, letters and pictures, but for those joined to
# what stands before them; the first of a row of the letters that flags are made of.
_BEGINNING = (
    "(?r)(?<![\u200d\\p{GCB=Prepend}])"
    "(?:[ -~]|(?=\\p{L})[\\p{Arabic}\\p{Hebrew}\\p{Latin}\\p{Cyrillic}\\p{Greek}\\p{Han}]"
    "|\\p{Extended_Pictographic}"
    "|(?<![\U0001f1e6-\U0001f1ff])[\U0001f1e6-\U0001f1ff])"
)

# Flags are pairs of such letters. Those before another one of a row are whole.
_FLAGS = "(?:[\U0001f1e6-\U0001f1ff]{2}(?=[\U0001f1e6-\U0001f1ff]))*"


def after(text: str, place: int) -> int:
    """Return where the grapheme at a place ends; the end of the text stays."""
    # Of a part: among flags the library counts those before, back to the beginning of what it is given.
    part = text[place : place + _NEAR]
    found = next(ends(part, 0, len(part)), 0)
    return place + found if found < len(part) else next(ends(text, place, len(text)), len(text))


def before(text: str, place: int, known: int = 0) -> int:
    """Return where the grapheme that ends at or covers the place before this one begins.

    A known beginning of a grapheme, not after the place, bounds how far the text is read back.
    """
    if place <= known:
        return known
    start = _sure_beginning(text, place, known)
    flags = compiled(_FLAGS).match(text, start, place)
    start = flags.end() if flags else start
    return max((end for end in ends(text, start, place) if end < place), default=start)


def ends(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where the graphemes of a range end, which begins where one does and cuts the last if it must."""
    return (start + match.end() for match in compiled(_GRAPHEME).finditer(text[start:end]))


def is_boundary(text: str, place: int) -> bool:
    """Tell whether a cut here leaves all graphemes whole."""
    if place in {0, len(text)} or compiled(_BEGINNING).match(text, place, place + 1):
        return True
    return after(text, before(text, place)) == place


def _sure_beginning(text: str, place: int, known: int) -> int:
    """Return a beginning before a place: near if there is one, else as far back as marks or flags reach."""
    found = compiled(_BEGINNING).search(text, max(known, place - _NEAR), place) or compiled(
        _BEGINNING
    ).search(text, known, place)
    return max(known, int(found.start())) if found else known
