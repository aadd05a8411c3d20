"""What the articles seen so far tell of words: how often each stands alone, how annotators take its stem."""

from collections import Counter
from collections.abc import Iterable
from itertools import islice

from annotator.arabic.folding import fold
from annotator.arabic.patterns import compiled
from annotator.arabic.readings import Range, choices, inner_edges, readings

_MOST_LETTERS = 100_000
_MOST_SPANS = 500
"""Of a longer article the beginning tells enough, and is read in a few milliseconds."""

_WORD = "[ء-ي]+"


class Vocabulary:
    """Reads an article when a word is first asked for after it: opening one costs nothing."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._learned: Counter[str] = Counter()
        self._choices: dict[str, dict[int, list[tuple[str, int]]]] = {}
        self._waiting: dict[str, tuple[str, frozenset[int]]] = {}

    def see(self, article: str, text: str, starts: Iterable[int]) -> None:
        """Take note of an article as it is now: its text, and where annotations begin in it."""
        self._waiting[article] = text, frozenset(islice(starts, _MOST_SPANS))

    def readings(self, word: str) -> list[Range]:
        """Return the ranges that a written word can be read as, in an order that no label changes."""
        self._catch_up()
        return readings(word, self._counts)

    def stem(self, word: str) -> Range:
        """Return the likeliest reading of a written word, as the annotators take such words."""
        self._catch_up()
        return readings(word, self._counts, self._learned)[0]

    def inner_edges(self, word: str) -> list[int]:
        """Return where a written word most likely has clitics and a pronoun cut off."""
        self._catch_up()
        return inner_edges(word, self._counts, self._learned)

    def _catch_up(self) -> None:
        for article, (text, starts) in self._waiting.items():
            if article not in self._choices:
                self._choices[article] = {}
                self._counts.update(compiled(_WORD).findall(fold(text[:_MOST_LETTERS])))
            self._learn(text, starts, self._choices[article])
        self._waiting.clear()

    def _learn(self, text: str, starts: frozenset[int], known: dict[int, list[tuple[str, int]]]) -> None:
        for start in known.keys() - starts:
            for stem, choice in known.pop(start):
                self._learned[stem] -= choice
        for start in starts - known.keys():
            known[start] = list(choices(text, start))
            for stem, choice in known[start]:
                self._learned[stem] += choice
