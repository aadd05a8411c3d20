"""Tokens of Arabic news, for formats that know texts as rows of tokens.

A token is a word as words.py has it (letters with their marks, tatweel and joiners; a number, date or time in
one piece), or one grapheme of anything else that is seen: a punctuation mark, a symbol, an emoji. Space,
control characters and characters that no one sees (U+200F and its like) belong to none. Clitics are not taken
off: a text is cut within words only where a span begins or ends, so that و|باكو trains as it was labelled.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache
from itertools import pairwise

from annotator.arabic.patterns import compiled
from annotator.arabic.words import WORD

Range = tuple[int, int]

_TOKEN = WORD + r"|(?![\s\p{Cc}\p{Default_Ignorable_Code_Point}])\X"

_COMMON = (
    *("\t\n\r", range(0x20, 0x7F), range(0xA0, 0xAD), range(0xAE, 0x100)),
    *(range(0x060B, 0x061B), range(0x061C, 0x06DD), range(0x06DE, 0x0700)),
    *(range(0x2010, 0x203C), range(0x203D, 0x2049), range(0x204A, 0x205F)),
    "\u200c\u200e\u200f\u2066\u2067\u2068\u2069\ufeff",
)
"""The letters of nearly all news: no emoji, nothing that joins with what stands before it but marks."""


def tokens(text: str) -> list[Range]:
    """Return start and end of every token, in order. They do not overlap."""
    is_common, common = _of_common_letters()
    if is_common(text):
        return [*map(re.Match.span, common.finditer(text))]
    return [match.span() for match in compiled(_TOKEN).finditer(text)]


@cache
def _of_common_letters() -> tuple[Callable[[str], object], "re.Pattern[str]"]:
    """Return what tells a text of common letters, and the same pattern for it.

    The standard library knows no properties of Unicode, and takes two thirds of the time.
    """
    letters = [letter for part in _COMMON for letter in (part if isinstance(part, str) else map(chr, part))]
    kinds = {letter: unicodedata.category(letter) for letter in letters}

    def of(*categories: str) -> str:
        return re.escape("".join(letter for letter, kind in kinds.items() if kind.startswith(categories)))

    word, number, mark, hidden = of("L", "M", "N"), of("N"), of("M"), of("Cc", "Cf", "Z")
    joined = rf"(?:[.,٫٬:/\-](?=[{number}])[{word}]+)*+"
    token = rf"[{word}\u200c]++{joined}|[^{word}{hidden}][{mark}\u200c]*"
    return re.compile(f"[{re.escape(''.join(letters))}]*").fullmatch, re.compile(token)


def cut(found: list[Range], places: Iterable[int]) -> tuple[list[Range], set[int]]:
    """Cut tokens at places that lie within them; return the tokens and the places where one was cut."""
    within: dict[int, list[int]] = {}
    for place in sorted(set(places)):
        nth = bisect_left(found, (place,)) - 1  # a token that begins there comes after
        if nth >= 0 and place < found[nth][1]:
            within.setdefault(nth, []).append(place)
    if not within:
        return found, set()
    pieces: list[Range] = []
    done = 0
    for nth, cuts in within.items():
        pieces += found[done:nth]
        bounds = [found[nth][0], *cuts, found[nth][1]]
        pieces += pairwise(bounds)
        done = nth + 1
    return pieces + found[done:], {place for cuts in within.values() for place in cuts}


def covered(found: Sequence[Range], start: int, end: int) -> Range | None:
    """Return the number of the first token that a range touches, and of the first after it; or None."""
    first, after = bisect_left(found, (start,)), bisect_left(found, (end,))
    first -= first > 0 and found[first - 1][1] > start
    return (first, after) if first < after else None


def with_gaps(text: str, found: Iterable[Range], spans: Collection[Range] = ()) -> list[Range]:
    """Add what lies between tokens as tokens of their own, but for a single space (U+0020) after a token.

    So spaCy and Prodigy know a text: tokens, each with a space after it or none, and nothing left out. Every
    span begins and ends with a token, also where that is a space.
    """
    starts, ends = {start for start, _ in spans}, {end for _, end in spans}
    pieces: list[Range] = []
    place = 0
    for start, end in [*found, (len(text), len(text))]:
        if place < start:
            is_held = place in starts or place + 1 in ends
            gap = place + (bool(pieces) and text[place] == " " and not is_held)
            if gap < start:
                pieces.append((gap, start))
        if start < end:
            pieces.append((start, end))
        place = end
    return cut(pieces, starts | ends)[0]
