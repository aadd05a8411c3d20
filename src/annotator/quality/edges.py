"""Habits of where spans begin and end: which words beside them, and which parts of words, they take in."""

from collections import defaultdict
from collections.abc import Mapping
from enum import IntEnum, StrEnum, auto
from types import MappingProxyType
from typing import NamedTuple

from annotator.arabic.folding import fold
from annotator.quality.running_words import RunningWords
from annotator.quality.slips import Contrast
from annotator.quality.uses import Use


class Side(StrEnum):
    BEFORE = "before"
    AFTER = "after"


class Edge(NamedTuple):
    """A word at one side of spans with a label, within them or without: الرئيس before names of people."""

    label: str
    side: Side
    word: str


class Part(IntEnum):
    """What spans may take in or leave out of a word at their edges.

    START and END are parts that Arabic would not let go of. Numbers, since many are put in sets.
    """

    CLITIC = auto()
    ARTICLE = auto()
    START = auto()
    PRONOUN = auto()
    END = auto()


_COMMON = {(Part.ARTICLE, True), (Part.START, True), (Part.END, True)}
"""What nearly all spans do; where they do not, that is no habit to hold against the others."""

SameWord = tuple[str, str]
"""What is labelled, and the written word at its edge."""

_NOWHERE: Mapping[SameWord, set[Use]] = MappingProxyType({})


class Edges:
    """Counts for each edge and part how often it is left out and taken in; of parts, keeps where."""

    def __init__(self, words: RunningWords) -> None:
        self._words = words
        self._counts: dict[Edge | Part, list[int]] = defaultdict(lambda: [0, 0])
        self._uses: dict[tuple[Part, bool], dict[SameWord, set[Use]]] = {}

    def count(self, use: Use, sign: int, changed: set[Edge | Part | str]) -> None:
        """Take in a use, or with -1 let go of it; add what it counts for to what has changed."""
        counts = self._counts
        for edge, is_within in self._edges(use):
            counts[edge][is_within] += sign
            changed.add(edge)
        for part, is_whole, place in (self._at_start(use), self._at_end(use)):
            counts[part][is_whole] += sign
            changed.add(part)
            if (part, is_whole) not in _COMMON:
                self._keep(part, use, self._words.written(place), is_whole=is_whole, sign=sign)

    def _keep(self, part: Part, use: Use, word: str, *, is_whole: bool, sign: int) -> None:
        by_word = self._uses.setdefault((part, is_whole), {})
        uses = by_word.setdefault((use.form, word), set())
        if sign > 0:
            uses.add(use)
        else:
            uses.remove(use)
        if not uses:
            del by_word[use.form, word]

    def _edges(self, use: Use) -> list[tuple[Edge, bool]]:
        """Return the edges of a use, and whether it takes the word in."""
        label, form = use.label, use.form
        before, after = self._words.beside(use.first, use.last)
        found = []
        if before:
            found.append((Edge(label, Side.BEFORE, before), False))
        if after:
            found.append((Edge(label, Side.AFTER, after), False))
        if use.first != use.last:
            found.append((Edge(label, Side.BEFORE, form[: form.index(" ")]), True))
            found.append((Edge(label, Side.AFTER, form[form.rindex(" ") + 1 :]), True))
        return found

    def _at_start(self, use: Use) -> tuple[Part, bool, int]:
        """Return the part at the beginning of a use, whether it takes it in, and the place of the word."""
        words, first = self._words, use.first
        lead = use.start - words.start(first)
        if lead > 0:
            return _cut_off(fold(words.written(first)[:lead])), False, first
        clitics, core, *_ = words.parts(first)
        if clitics and use.end > words.start(first) + words.parts(first).lead:
            return Part.CLITIC, True, first
        return (Part.ARTICLE if core.startswith("ال") else Part.START), True, first

    def _at_end(self, use: Use) -> tuple[Part, bool, int]:
        words, last = self._words, use.last
        tail, pronoun = words.end(last) - use.end, words.parts(last).tail
        if tail <= 0:
            is_beyond = use.start < words.end(last) - pronoun
            return (Part.PRONOUN if pronoun and is_beyond else Part.END), True, last
        return (Part.PRONOUN if tail == pronoun else Part.END), False, last

    def contrasts(self, source: Edge | Part) -> list[Contrast]:
        """Return the contrast of an edge or part, of which about tells whether the few take it in."""
        without, within = self._counts[source]
        few = min(without, within)
        kind = source[:2] if isinstance(source, Edge) else source
        return [Contrast(kind, few, without + within, within < without)] if few else []

    def takes_in(self, part: Part) -> bool:
        """Tell whether most spans take in such a part where there is one."""
        without, within = self._counts[part]
        return within > without

    def uses(self, part: Part, *, is_whole: bool) -> Mapping[SameWord, set[Use]]:
        """Return where a part is taken in or left out, but for what nearly all spans do."""
        return self._uses.get((part, is_whole), _NOWHERE)


def _cut_off(before: str) -> Part:
    if before.endswith(("ال", "لل")):
        return Part.ARTICLE
    return Part.CLITIC if set(before) <= set("وفبكلس") else Part.START
