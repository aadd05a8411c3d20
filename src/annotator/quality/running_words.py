"""The words of many articles, one after the other, and where each of them stands."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, compress, count

from annotator.arabic.folding import fold
from annotator.arabic.tokens import tokens
from annotator.quality.cores import Parts, core_behind, parts, spellings

_NOTHING = 0
"""The number of what is no word; it stands between articles."""

_LONGEST_PIECE = 100


class RunningWords:
    """Places are counted through all articles, whose texts are not kept; punctuation has none."""

    def __init__(self) -> None:
        self._vocabulary = _Vocabulary()
        self._pieces = _Pieces(self._vocabulary)
        self._row = array("I", [_NOTHING])
        self._starts = array("I", [0])
        self._places = [array("I")]
        self._articles: dict[str, range] = {}
        self._names: list[str] = []
        self._firsts: list[int] = []

    def __contains__(self, article: str) -> bool:
        return article in self._articles

    def add(self, article: str, text: str) -> None:
        first, pieces = len(self._row), text.split(" ")
        found = [*map(self._pieces.__getitem__, pieces)]
        numbers = [number for numbers, _ in found for number in numbers]
        # So many spaces stand before a piece as other pieces do.
        letters = zip(count(), accumulate(map(len, pieces), initial=0), found, strict=False)
        starts = [spaces + at + place for spaces, at, (_, places) in letters for place in places]
        self._row.extend([*numbers, _NOTHING])
        self._starts.extend([*starts, 0])
        self._articles[article] = range(first, first + len(numbers))
        self._names.append(article)
        self._firsts.append(first)
        self._places.extend(array("I") for _ in range(len(self._vocabulary.written) - len(self._places)))
        for place, number in enumerate(numbers, first):
            self._places[number].append(place)

    def of(self, article: str) -> range:
        """Return the places of an article's words."""
        return self._articles[article]

    def article_at(self, place: int) -> str:
        return self._names[bisect_right(self._firsts, place) - 1]

    def covered(self, article: str, start: int, end: int) -> tuple[int, int] | None:
        """Return the places of the first and the last word that a range of an article touches."""
        places, starts = self._articles[article], self._starts
        first = bisect_right(starts, start, places.start, places.stop) - 1
        if first < places.start or self.end(first) <= start:
            first += 1
        last = bisect_left(starts, end, first, places.stop) - 1
        return (first, last) if first <= last else None

    def form(self, first: int, last: int, start: int, end: int) -> str:
        """Return the words at some places as they are compared, as far as a range of the article goes."""
        lead, is_whole = start - self._starts[first], end >= self.end(last)
        if first == last:
            return self.parts(first).core if lead <= 0 and is_whole else self._cut(first, lead, end)
        core = self.parts(first).core if lead <= 0 else core_behind(self.written(first), lead)
        rest = [*map(self.folded, range(first + 1, last + 1))]
        if not is_whole:
            rest[-1] = fold(self.written(last)[: end - self._starts[last]])
        return f"{core} {' '.join(rest)}"

    def _cut(self, place: int, lead: int, end: int) -> str:
        return core_behind(self.written(place)[: end - self._starts[place]], max(0, lead))

    def written(self, place: int) -> str:
        return self._vocabulary.written[self._row[place]]

    def folded(self, place: int) -> str:
        return self._vocabulary.folded[self._row[place]]

    def parts(self, place: int) -> Parts:
        return self._vocabulary.parts(self._row[place])

    def start(self, place: int) -> int:
        """Return where a word begins in its article."""
        return self._starts[place]

    def end(self, place: int) -> int:
        return self._starts[place] + len(self.written(place))

    def is_joined(self, place: int) -> bool:
        """Tell whether another word follows after a single space."""
        number = self._row[place]
        if not (number and self._row[place + 1]):
            return False
        return self._starts[place + 1] == self._starts[place] + len(self._vocabulary.written[number]) + 1

    def beside(self, first: int, last: int) -> tuple[str | None, str | None]:
        """Return the core of the word before some words, and the folded one after; None beyond a sign."""
        before = self.parts(first - 1).core if self.is_joined(first - 1) else None
        return before, self.folded(last + 1) if self.is_joined(last) else None

    def find(self, words: Sequence[str]) -> Iterator[int]:
        """Yield where words stand one after the other, the first with any clitics, in no order."""
        ways = [self._vocabulary.with_core(words[0]), *map(self._vocabulary.spelt, words[1:])]
        nth = min(
            range(len(ways)), key=lambda place: sum(len(self._places[number]) for number in ways[place])
        )
        if len(words) == 1:
            return self._all_places(ways[0])
        return self._find_around(nth, ways)

    def _find_around(self, nth: int, ways: Sequence[frozenset[int]]) -> Iterator[int]:
        # From the middle outwards: where an article ends stands no word, and nobody looks beyond.
        order = sorted(set(range(len(ways))) - {nth}, key=lambda place: abs(place - nth))
        row, others = self._row, [(place - nth, ways[place]) for place in order]
        for place in self._all_places(ways[nth]):
            for offset, way in others:
                if row[place + offset] not in way:
                    break
            else:
                first = place - nth
                if all(map(self.is_joined, range(first, first + len(ways) - 1))):
                    yield first

    def spelt(self, folded: str) -> Iterator[int]:
        """Yield where a word stands without clitics, in no order."""
        return self._all_places(self._vocabulary.spelt(folded))

    def with_core(self, core: str) -> Iterator[int]:
        """Yield where a word stands with any clitics, in no order."""
        return self._all_places(self._vocabulary.with_core(core))

    def _all_places(self, numbers: Iterable[int]) -> Iterator[int]:
        return chain.from_iterable(self._places[number] for number in numbers)

    def stand_at(self, words: Sequence[str], first: int) -> bool:
        """Tell whether words stand at a place, the first with any clitics."""
        if first + len(words) >= len(self._row) or self.parts(first).lead_of(words[0]) is None:
            return False
        is_there = all(self.folded(place) == word for place, word in enumerate(words[1:], first + 1))
        return is_there and all(map(self.is_joined, range(first, first + len(words) - 1)))


class _Pieces(dict[str, tuple[tuple[int, ...], tuple[int, ...]]]):
    """Of what stands between spaces, the numbers of the words in it, and where they begin.

    No word holds a space, and a corpus has few pieces that it has not had before.
    """

    def __init__(self, vocabulary: "_Vocabulary") -> None:
        super().__init__()
        self._vocabulary = vocabulary

    def __missing__(self, piece: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
        found = tokens(piece)
        numbers = [*map(self._vocabulary.__getitem__, found.words)]
        words = tuple(compress(numbers, numbers)), tuple(compress(found.starts, numbers))
        if len(piece) <= _LONGEST_PIECE:
            self[piece] = words
        return words


class _Vocabulary(dict[str, int]):
    """Numbers of written words, given when one is first met; 0 of punctuation."""

    def __init__(self) -> None:
        super().__init__()
        self.written = [""]
        self.folded = [""]
        self._parts: list[Parts | None] = [Parts(0, "", 0)]
        self._spelt: dict[str, list[int]] = {}

    def __missing__(self, written: str) -> int:
        folded = fold(written)
        number = _NOTHING
        if any(map(str.isalnum, folded)):
            number = len(self.written)
            self.written.append(written)
            self.folded.append(folded)
            self._parts.append(None)
            self._spelt.setdefault(folded, []).append(number)
        self[written] = number
        return number

    def parts(self, number: int) -> Parts:
        found = self._parts[number]
        if found is None:
            found = self._parts[number] = parts(self.written[number])
        return found

    def spelt(self, folded: str) -> frozenset[int]:
        return frozenset(self._spelt.get(folded, ()))

    def with_core(self, core: str) -> frozenset[int]:
        numbers = chain.from_iterable(self._spelt.get(word, ()) for word in spellings(core))
        return frozenset(number for number in numbers if self.parts(number).lead_of(core) is not None)
