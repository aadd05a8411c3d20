"""What Arabic may write onto a word: و ف, then ب ك ل س, then ال; ل and ال together are لل; pronouns behind.

Of the pronouns those that are hardly ever anything else: ي makes لبناني of لبنان too.
"""

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


PRONOUNS = ("هما", "ها", "هم", "هن", "كم", "كن", "ه")
"""The longest first. Folding makes ه of ة too, which is no pronoun: only the source can tell."""


class Cut(NamedTuple):
    """A way to take a word apart: how many letters come off before and behind, and what is left, as alone.

    Of للأمم one letter comes off, and الامم is left, whose alef is not written after ل.
    """

    length: int
    rest: str
    tail: int = 0


@lru_cache(maxsize=1 << 16)
def cuts(word: str) -> tuple[Cut, ...]:
    """Return all ways in which a folded word may have clitics, fewest letters before it first.

    They are possibilities: وزير is among the words that begin with و.
    """
    if not _LETTERS(word):
        return ()
    found = [cut for first in _after_conjunction(word) for cut in _after_preposition(first)]
    found += [_without_article(word, cut) for cut in found if cut.rest.startswith(_ARTICLE)]
    found += [bare for cut in found if (bare := _without_pronoun(word, cut))]
    return tuple(sorted({cut for cut in found if cut.rest != word and len(cut.rest) >= _SHORTEST}))


def forms(word: str) -> frozenset[str]:
    """Return the folded word itself and what its cuts leave: all that it may be a mention of."""
    return frozenset((word, *(cut.rest for cut in cuts(word))))


def _after_conjunction(word: str) -> list[Cut]:
    whole = Cut(0, word)
    return [whole, Cut(1, word[1:])] if word[0] in _CONJUNCTIONS else [whole]


def _after_preposition(cut: Cut) -> list[Cut]:
    length, rest = cut.length, cut.rest
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


def _without_pronoun(word: str, cut: Cut) -> Cut | None:
    """A noun that bears the article has no pronoun beside it."""
    is_definite = cut.rest.startswith(_ARTICLE) or word[: cut.length].endswith((_ARTICLE, "لل"))
    pronoun = next((one for one in PRONOUNS if cut.rest.endswith(one)), None)
    if is_definite or pronoun is None:
        return None
    return Cut(cut.length, cut.rest.removesuffix(pronoun), len(pronoun))
