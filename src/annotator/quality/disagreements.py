"""Where annotators of one article differ, and how."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from annotator.arabic import words
from annotator.arabic.clitics import Word, stem
from annotator.domain.mark import Mark
from annotator.domain.span import Span
from annotator.quality.matching import match, reading_order

_ATTACHED = 14
"""More letters with their marks than that nobody writes onto one end of a stem."""

_CLOSE = 40

Layers = Mapping[str, Sequence[Mark]]
"""The marks of everybody who has submitted the article."""


class Kind(StrEnum):
    """START and END are as a text is read: in Arabic a span starts on the right.

    MISSING: at least half of the annotators have it, the others nothing like it. SPURIOUS: fewer have it.
    LABEL: wherever the spans end. CLITIC: the spans differ by no more than what is written onto one stem.
    """

    MISSING = "missing"
    SPURIOUS = "spurious"
    LABEL = "label"
    START = "start"
    END = "end"
    BOTH = "both ends"
    CLITIC = "clitic"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """sides are the different marks in reading order, with who has each; absent have none of them."""

    kind: Kind
    sides: tuple[tuple[Mark, tuple[str, ...]], ...]
    absent: tuple[str, ...]

    @property
    def marks(self) -> tuple[Mark, ...]:
        return tuple(mark for mark, _ in self.sides)

    @property
    def span(self) -> Span:
        """What encloses all sides."""
        return Span(min(mark.start for mark in self.marks), max(mark.end for mark in self.marks))

    @property
    def reading_order(self) -> tuple[int, int, str]:
        return reading_order(self.marks[0])


@dataclass(frozen=True, slots=True)
class Comparison:
    """agreed are the marks that all annotators have. Both are in reading order."""

    agreed: tuple[Mark, ...]
    disagreements: tuple[Disagreement, ...]


def compare(text: str, layers: Layers) -> Comparison:
    """Put together what people said of the same thing, by pairwise best matching.

    Of a single layer all is agreed.
    """
    owners: dict[Mark, set[str]] = defaultdict(set)
    for annotator, marks in layers.items():
        for mark in marks:
            owners[mark].add(annotator)
    agreed = {mark for mark, who in owners.items() if len(who) == len(layers)}
    left = {name: [mark for mark in marks if mark not in agreed] for name, marks in layers.items()}
    groups = _groups(left)
    found = [_disagreement(text, group, owners, [*layers]) for group in groups]
    return Comparison(
        tuple(sorted(agreed, key=reading_order)),
        tuple(sorted(found, key=lambda item: item.reading_order)),
    )


def pair_kind(text: str, reference: Mark | None, mark: Mark | None) -> Kind | None:
    """Return how a span differs from the one that it should be; None if it does not."""
    if reference is None or mark is None:
        return Kind.SPURIOUS if reference is None else Kind.MISSING
    return None if reference == mark else _difference(text, (reference, mark))


def _groups(layers: Layers) -> Iterator[list[Mark]]:
    """Yield marks that some two annotators meant for the same, in a chain of pairs."""
    leader: dict[Mark, Mark] = {mark: mark for marks in layers.values() for mark in marks}

    def find(mark: Mark) -> Mark:
        while leader[mark] != mark:
            leader[mark] = mark = leader[leader[mark]]
        return mark

    for one, other in combinations(sorted(layers), 2):
        for mine, theirs in match(layers[one], layers[other]):
            if mine and theirs:
                leader[find(mine)] = find(theirs)
    groups: dict[Mark, list[Mark]] = defaultdict(list)
    for mark in sorted(leader, key=reading_order):
        groups[find(mark)].append(mark)
    yield from groups.values()


def _disagreement(
    text: str, group: Sequence[Mark], owners: Mapping[Mark, set[str]], annotators: Sequence[str]
) -> Disagreement:
    sides = tuple((mark, tuple(name for name in annotators if name in owners[mark])) for mark in group)
    having = {name for _, names in sides for name in names}
    absent = tuple(name for name in annotators if name not in having)
    return Disagreement(_kind(text, group, len(having), len(annotators)), sides, absent)


def _kind(text: str, marks: Sequence[Mark], having: int, annotators: int) -> Kind:
    if len(marks) == 1:
        return Kind.MISSING if 2 * having >= annotators else Kind.SPURIOUS
    return _difference(text, marks)


def _difference(text: str, marks: Sequence[Mark]) -> Kind:
    starts, ends = {mark.start for mark in marks}, {mark.end for mark in marks}
    if len({mark.label for mark in marks}) > 1:
        return Kind.LABEL
    is_near = max(starts) - min(starts) <= _ATTACHED and max(ends) - min(ends) <= _ATTACHED
    if is_near and len({core(text, Span(mark.start, mark.end)) for mark in marks}) == 1:
        return Kind.CLITIC
    if len(starts) > 1 and len(ends) > 1:
        return Kind.BOTH
    return Kind.START if len(starts) > 1 else Kind.END


def core(text: str, span: Span) -> Span:
    """Return a span without the clitics of its first word, and without the pronoun of its last."""
    start, end = span.start, span.end
    first, last = _word_at(text, start), _word_at(text, end - 1)
    if first and first[0] <= start < first[1]:
        start = max(start, _stem_bounds(text, first)[0])
    if last and last[0] < end <= last[1]:
        end = min(end, _stem_bounds(text, last)[1])
    return Span(start, end) if start < end else span


def _word_at(text: str, place: int) -> tuple[int, int] | None:
    """Look close by first: words.word_at reads a page around the place."""
    start, end = max(0, place - _CLOSE), place + _CLOSE
    found = words.word_at(text[start:end], place - start)
    if found and found[0] > 0 and found[1] < _CLOSE * 2 - 1:
        return start + found[0], start + found[1]
    return words.word_at(text, place)


def _stem_bounds(text: str, word: tuple[int, int]) -> tuple[int, int]:
    found = Word(text[slice(*word)])
    if not found.letters:
        return word
    likely = stem(found)
    start, end = found.range(likely.start, likely.end)
    return word[0] + start, word[0] + end
