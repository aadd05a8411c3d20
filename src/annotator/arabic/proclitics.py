"""What Arabic writes onto the beginning of a word: و ف, then ب ك ل س, then ال; ل and ال together are لل."""

import re
from functools import lru_cache
from typing import NamedTuple

_SHORTEST = 3
"""Fewer letters are no word of their own: two-letter rests are chance in all but a few words of function."""

_CONJUNCTIONS = frozenset("وف")
_PREPOSITIONS = frozenset("بكل")
_FUTURE = "س"
_PERSONS = frozenset("يتنا")
_ARTICLE = "ال"
_LETTERS = re.compile(r"[ء-غف-ي]+").fullmatch


class Cut(NamedTuple):
    """A way to take a word apart: how many letters come off, and what is left as it is written alone.

    Of للأمم one letter comes off, and الامم is left, whose alef is not written after ل.
    """

    length: int
    rest: str


@lru_cache(maxsize=1 << 16)
def cuts(word: str) -> tuple[Cut, ...]:
    """Return all ways in which a folded word may begin with clitics, fewest letters first.

    They are possibilities: وزير is among the words that begin with و.
    """
    if not _LETTERS(word):
        return ()
    found = [cut for first in _after_conjunction(word) for cut in _after_preposition(first)]
    found += [_without_article(word, cut) for cut in found if cut.rest.startswith(_ARTICLE)]
    return tuple(sorted({cut for cut in found if cut.length and len(cut.rest) >= _SHORTEST}))


def forms(word: str) -> frozenset[str]:
    """Return the folded word itself and what its cuts leave: all that it may be a mention of."""
    return frozenset((word, *(cut.rest for cut in cuts(word))))


def _after_conjunction(word: str) -> list[Cut]:
    whole = Cut(0, word)
    return [whole, Cut(1, word[1:])] if word[0] in _CONJUNCTIONS else [whole]


def _after_preposition(cut: Cut) -> list[Cut]:
    length, rest = cut
    found = [cut]
    if rest[:1] in _PREPOSITIONS:
        found.append(Cut(length + 1, rest[1:]))
    if rest[:1] == _FUTURE and rest[1:2] in _PERSONS:
        found.append(Cut(length + 1, rest[1:]))
    if rest == "لله":
        found.append(Cut(length + 1, "الله"))
    elif rest.startswith("لل"):
        found.append(Cut(length + 1, "ا" + rest[1:]))
    return found


def _without_article(word: str, cut: Cut) -> Cut:
    rest = cut.rest.removeprefix(_ARTICLE)
    return Cut(len(word) - len(rest), rest)
