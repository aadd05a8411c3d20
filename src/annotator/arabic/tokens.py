"""Tokens of Arabic news, for formats that know texts as rows of tokens.

A token is a word as words.py has it (letters with their marks, tatweel and joiners; a number, date or time in
one piece), or one grapheme of anything else that is seen: a punctuation mark, a symbol, an emoji. Space,
control characters and characters that no one sees (U+200F and its like) belong to none. Clitics are not taken
off: a text is cut within words only where a span begins or ends, so that و|باكو trains as it was labelled.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable
from itertools import pairwise

from annotator.arabic.patterns import compiled
from annotator.arabic.words import WORD

Range = tuple[int, int]

_TOKEN = WORD + r"|(?![\s\p{Cc}\p{Default_Ignorable_Code_Point}])\X"


def tokens(text: str) -> list[Range]:
    """Return start and end of every token, in order. They do not overlap."""
    return [match.span() for match in compiled(_TOKEN).finditer(text)]


def cut(found: list[Range], places: Iterable[int]) -> tuple[list[Range], set[int]]:
    """Cut tokens at places that lie within them; return the tokens and the places where one was cut."""
    starts = [start for start, _ in found]
    within: dict[int, list[int]] = {}
    for place in sorted(set(places)):
        nth = bisect_right(starts, place) - 1
        if nth >= 0 and starts[nth] < place < found[nth][1]:
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


def covered(starts: list[int], ends: list[int], start: int, end: int) -> Range | None:
    """Return the number of the first token that a range touches, and of the first after it; or None."""
    first, after = bisect_right(ends, start), bisect_left(starts, end)
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
