"""Tokens of Arabic news, for formats that know texts as rows of tokens.

A token is a word as words.py has it (letters with their marks, tatweel and joiners; a number, date or time in
one piece), or one grapheme of anything else that is seen: a punctuation mark, a symbol, an emoji. Space,
control characters and characters that no one sees (U+200F and its like) belong to none. Clitics are not taken
off: a text is cut within words only where a span begins or ends, so that و|باكو trains as it was labelled.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, chain

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


@dataclass(frozen=True, slots=True)
class Tokens:
    """Tokens of a text, in order: what each says, and where it begins and ends, one after the other."""

    words: list[str]
    bounds: list[int]

    def __len__(self) -> int:
        return len(self.words)

    @property
    def starts(self) -> list[int]:
        return self.bounds[::2]

    @property
    def ends(self) -> list[int]:
        return self.bounds[1::2]

    def ranges(self) -> list[Range]:
        return [*zip(self.starts, self.ends, strict=True)]

    def first_from(self, place: int) -> int:
        """Return the number of the first token that begins at a place or after it."""
        return (bisect_left(self.bounds, place) + 1) // 2

    def covered(self, start: int, end: int) -> Range | None:
        """Return the number of the first token that a range touches, and of the first after it; or None."""
        first, after = bisect_right(self.bounds, start) // 2, self.first_from(end)
        return (first, after) if first < after else None

    def cut(self, places: Iterable[int]) -> "tuple[Tokens, set[int]]":
        """Cut tokens at places that lie within them; return the tokens and the places where one was cut."""
        words, bounds = self.words.copy(), self.bounds.copy()
        done = set()
        for place in sorted(set(places)):
            nth = bisect_right(bounds, place)
            if nth % 2 and bounds[nth - 1] < place:
                word, at = words[nth // 2], place - bounds[nth - 1]
                words[nth // 2 : nth // 2 + 1] = [word[:at], word[at:]]
                bounds[nth:nth] = [place, place]
                done.add(place)
        return Tokens(words, bounds), done

    def with_gaps(self, text: str, spans: Collection[Range] = ()) -> "Tokens":
        """Add what lies between tokens as tokens of their own, but for a single space (U+0020) after a token.

        So spaCy and Prodigy know a text: tokens, each with a space after it or none, and nothing left out.
        Every span begins and ends with a token, also where that is a space.
        """
        starts, ends = {start for start, _ in spans}, {end for _, end in spans}
        words: list[str] = []
        bounds: list[int] = []
        done = 0
        gaps = zip([0, *self.ends], [*self.starts, len(text)], strict=True)
        for nth, (before, after) in enumerate(gaps):
            if before == after:
                continue
            is_held = not nth or text[before] != " " or before in starts or before + 1 in ends
            place = before if is_held else before + 1
            if place < after:
                words += [*self.words[done:nth], text[place:after]]
                bounds += [*self.bounds[2 * done : 2 * nth], place, after]
                done = nth
        words += self.words[done:]
        bounds += self.bounds[2 * done :]
        return Tokens(words, bounds).cut(starts | ends)[0]


def tokens(text: str) -> Tokens:
    """Find the tokens of a text."""
    is_common, common = _of_common_letters()
    if is_common(text):
        parts = common.split(text)
        bounds = [*accumulate(map(len, parts))]
        return Tokens(parts[1::2], bounds[:-1])
    matches = [*compiled(_TOKEN).finditer(text)]
    return Tokens([match[0] for match in matches], [*chain.from_iterable(match.span() for match in matches)])


@cache
def _of_common_letters() -> tuple[Callable[[str], object], "re.Pattern[str]"]:
    """Return what tells a text of common letters, and the same pattern for it, in a group.

    The standard library knows no properties of Unicode, and takes two thirds of the time.
    """
    letters = [letter for part in _COMMON for letter in (part if isinstance(part, str) else map(chr, part))]
    kinds = {letter: unicodedata.category(letter) for letter in letters}

    def of(*categories: str) -> str:
        return re.escape("".join(letter for letter, kind in kinds.items() if kind.startswith(categories)))

    word, number, mark, hidden = of("L", "M", "N"), of("N"), of("M"), of("Cc", "Cf", "Z")
    # Not possessive: Python before 3.11.5 keeps what the try that failed at last has passed.
    joined = rf"(?:[.,٫٬:/\-](?=[{number}])[{word}]+)*"
    token = rf"[{word}\u200c]++{joined}|[^{word}{hidden}][{mark}\u200c]*"
    return re.compile(f"[{re.escape(''.join(letters))}]*").fullmatch, re.compile(f"({token})")
