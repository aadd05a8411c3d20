"""What a written word comes down to where it is compared: folded, without the clitics before it."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from annotator.arabic.attachments import cuts
from annotator.arabic.clitics import Word, stem
from annotator.arabic.folding import fold
from annotator.arabic.lexicon import begins_with_no_clitic

_LONGEST = 100
"""A longer run of letters is not taken apart."""

_LEAST_LIKELY = 4
"""So many letters a core must have that nothing but its use elsewhere speaks for."""

_BEFORE = [first + second for first in ("", "و", "ف") for second in ("", "ب", "ل", "ك", "س")]


class Parts(NamedTuple):
    """A word taken apart: so many code points of clitics, the core, so many of a pronoun, which it holds.

    others are cores that it has if anything says so: يريفان of بيريفان; with the code points before them.
    """

    lead: int
    core: str
    tail: int
    others: tuple[tuple[int, str], ...] = ()

    def lead_of(self, core: str) -> int | None:
        """Return how many code points stand before a core, None where the word has no such one."""
        if core == self.core:
            return self.lead
        return next((lead for lead, other in self.others if other == core), None)


@lru_cache(maxsize=1 << 16)
def parts(written: str) -> Parts:
    """Take a word apart by what is known of the language alone: the same word always in the same way."""
    word = Word(written)
    if not 0 < len(word.letters) <= _LONGEST:
        return Parts(0, word.letters, 0)
    found = stem(word)
    start, end = word.range(found.start, found.end)
    core = _with_article(word.letters[: found.start], word.letters[found.start :])
    others = tuple(
        (word.range(at, len(word.letters))[0], other) for at, other in others_of(word.letters, core)
    )
    return Parts(start, core, len(written) - end, others)


def others_of(letters: str, core: str) -> Iterator[tuple[int, str]]:
    """Yield what else than its core a folded word may leave behind so many letters of clitics.

    It is long enough to be no chance if it is labelled elsewhere.
    """
    if begins_with_no_clitic(letters):
        return
    for cut in cuts(letters):
        is_article = letters[: cut.length].endswith(("ال", "لل"))
        is_other = cut.rest != core and len(cut.rest) >= _LEAST_LIKELY
        if cut.length and not cut.tail and not is_article and is_other:
            yield cut.length, cut.rest


def core_behind(written: str, start: int) -> str:
    """Return the core of a word from a place on, before which a label has left something out."""
    before, rest = fold(written[:start]), written[start:]
    letters = fold(rest)
    whole = _with_article(before, letters)
    return parts(rest).core if whole == letters else whole


def spellings(core: str) -> list[str]:
    """Return the folded words that may have a core: itself, and with clitics before it."""
    found = [before + core for before in _BEFORE]
    if core.startswith("ال"):
        found += [f"{first}لل{core[2:]}" for first in ("", "و", "ف")]
    return found


def _with_article(before: str, letters: str) -> str:
    """Give the article back its alef, which it has lost behind ل; للبنان has none, of لبنان."""
    is_lost = before.endswith("ل") and not before.endswith("ال") and letters.startswith("ل")
    return "ا" + letters if is_lost and not begins_with_no_clitic(letters) else letters
