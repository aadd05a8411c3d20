"""The ways to read one written word as clitics, stem and pronoun, in the order an annotator tries them."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from annotator.arabic import attachments, graphemes, words
from annotator.arabic.clitics import NO_COUNTS, Stem, Word, stem
from annotator.arabic.function_words import PRONOUNS
from annotator.arabic.lexicon import ends_with_no_pronoun

Range = tuple[int, int]

NOTHING_LEARNED: Mapping[str, int] = MappingProxyType({})

_SHORTEST = 3
_LONGEST = 100
"""A longer run of letters is not taken apart."""


def readings(
    source: str,
    counts: Mapping[str, int] = NO_COUNTS,
    learned: Mapping[str, int] = NOTHING_LEARNED,
) -> list[Range]:
    """Return ranges of a word as it stands in its source, the likeliest first, the whole word among them.

    After the first they grow until they are the whole word, and then there are those still shorter.
    counts tells how often the project's texts have folded words, learned is what choices() returns.
    """
    if len(source) > _LONGEST:
        return [(0, len(source))]
    word = Word(source)
    likely = stem(word, counts)
    starts = sorted({0, *likely.cuts, *_offered_cuts(word, likely, learned)})
    start = _chosen_start(word, starts, likely, learned)
    whole = len(word.letters)
    growing = [(start, likely.end), *((earlier, whole) for earlier in reversed(starts) if earlier <= start)]
    shorter = [(start, end) for end in _ends(word, likely)]
    shorter += [(later, likely.end) for later in starts if start < later <= likely.end - _SHORTEST]
    found = dict.fromkeys(word.range(*letters) for letters in growing + shorter)
    return [bounds for bounds in found if all(graphemes.is_boundary(source, place) for place in bounds)]


def inner_edges(
    source: str,
    counts: Mapping[str, int] = NO_COUNTS,
    learned: Mapping[str, int] = NOTHING_LEARNED,
) -> list[int]:
    """Return where a word most likely has clitics and a pronoun cut off, in reading order."""
    if len(source) > _LONGEST:
        return []
    word = Word(source)
    likely = stem(word, counts)
    cuts = {word.range(cut, likely.end)[0] for cut in likely.cuts} | {word.range(likely.start, likely.end)[1]}
    cuts.update(readings(source, counts, learned)[0])
    return sorted(cut for cut in cuts if 0 < cut < len(source) and graphemes.is_boundary(source, cut))


def choices(text: str, start: int) -> Iterator[tuple[str, int]]:
    """Yield what it says of stems that a span begins at a place: 1 without clitics, -1 with them.

    A span that begins where its word begins says so of whatever the word may leave behind a clitic: of زير
    where وزير is labelled, which keeps that word whole.
    """
    bounds = words.word_at(text, start)
    if bounds and start < bounds[1] <= bounds[0] + _LONGEST:
        yield from _choice(Word(text[bounds[0] : bounds[1]]), start - bounds[0])


def _choice(word: Word, start: int) -> Iterator[tuple[str, int]]:
    for cut in {*stem(word).cuts, *_possible_cuts(word)}:
        if start == 0 and not word.letters[:cut].endswith("ال"):
            yield word.letters[cut:], -1
        elif start and word.range(cut, len(word.letters))[0] == start:
            yield word.letters[cut:], 1


def _possible_cuts(word: Word) -> Iterator[int]:
    return (cut.length for cut in attachments.cuts(word.letters) if cut.length and not cut.tail)


def _offered_cuts(word: Word, likely: Stem, learned: Mapping[str, int]) -> Iterator[int]:
    """Yield the cuts that are worth a look: where a clitic is found already, another letter seldom is one."""
    for cut in _possible_cuts(word):
        is_article = word.letters[:cut].endswith(("ال", "لل"))
        if not likely.cuts or is_article or learned.get(word.letters[cut:], 0) > 0:
            yield cut


def _chosen_start(word: Word, starts: list[int], likely: Stem, learned: Mapping[str, int]) -> int:
    taken = {start: learned.get(word.letters[start:], 0) for start in starts if start}
    best = max(taken, key=lambda start: taken[start], default=0)
    if best and taken[best] > 0:
        return best
    return 0 if taken.get(likely.start, 0) < 0 else likely.start


def _ends(word: Word, likely: Stem) -> Iterator[int]:
    """Yield where pronouns may begin that the likeliest reading leaves on the stem."""
    if ends_with_no_pronoun(word.letters[likely.start :]):
        return
    for pronoun, sure in PRONOUNS.items():
        end = len(word.letters) - len(pronoun)
        is_written = word.letters.endswith(pronoun) and word.last_letter == pronoun[-1]
        if sure and is_written and likely.start + _SHORTEST <= end < likely.end:
            yield end
