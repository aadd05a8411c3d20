"""Copies of one story: the same text, a wire report with another lead, a shortened reprint.

A text is compared by its runs of three words, folded as searches fold them. Of their hashes a sketch keeps
the lowest: a fair sample of what two texts share (Broder, On the resemblance and containment of documents,
1997). The hash is simple tabulation of the three words, as good here as a min-wise independent one (Pătraşcu
and Thorup, The power of simple tabulation hashing, 2012), and the same on every machine, in every process.
"""

import hashlib
import re
from array import array
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import chain, combinations, groupby
from operator import xor
from struct import pack, unpack

from annotator.arabic.folding import fold

SIMILAR = 0.5
"""So much of the runs of two texts together, as the sketches tell, makes them near duplicates (Jaccard)."""
CONTAINED = 0.8
"""So much of a shorter text within a longer one does so, too."""
FEWEST_WORDS = 5
"""Texts of fewer words are compared as wholes: they are one story only where all words are the same."""

Sketch = tuple[int, ...]

_KEPT = 128
_INDEXED = 24
"""So many of a sketch's lowest hashes find those to compare with: of two texts that share half of their runs,
about half of these are the same, and all differ once in 2 ** 24."""
_FEWEST_FOUND = 3
"""So many indexed hashes are common to near duplicates. Phrases that all papers have make one or two."""
_LEAST_FOUND = 0.3
"""So much of the indexed hashes that two texts would have in common, were one of them within the other, is
common to near duplicates: half of what is expected at the limits above."""
_FEWEST_SHARED = 10
_CROWD = 50
_NEIGHBOURS = 6
_LONGEST_WORD = 100
_MOST_WORDS = 200_000
_WORD = re.compile(r"\w+")
_HIGHEST = (1 << 64) - 1
_BITS = 32
_WIDTH = 8


def sketch(text: str) -> Sketch:
    """Return the lowest hashes of a text's runs of three words, in order; few words make a short one."""
    return _sketch(text.split(), _Words())


def is_similar(one: Sketch, other: Sketch) -> bool:
    """Tell whether two sketches are those of near duplicates.

    They are compared as far as both are complete: up to the highest hash of one that was cut off.
    """
    most = min((known[-1] for known in (one, other) if len(known) == _KEPT), default=None)
    if most is not None:
        one, other = one[: bisect_right(one, most)], other[: bisect_right(other, most)]
    shared = len(set(one).intersection(other))
    if shared >= SIMILAR * (len(one) + len(other) - shared):
        return shared > 0
    return shared >= max(_FEWEST_SHARED, CONTAINED * min(len(one), len(other)))


def groups(items: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Group texts with their near duplicates, and the near duplicates of these.

    Items are an id and a text, of which only the sketch is kept. Each id gets that of the first item of its
    group. Which texts are together does not depend on their order.
    """
    found = _Groups()
    for item, text in items:
        found.add(item, text)
    return found.by_item()


class _Words(dict[str, bytes]):
    """Of what stands between spaces, the hashes of the words in it: one for each place in a run of three."""

    def __missing__(self, written: str) -> bytes:
        words = (word.encode(errors="surrogatepass") for word in _WORD.findall(fold(written)))
        found = b"".join(hashlib.blake2b(word, digest_size=3 * _WIDTH).digest() for word in words)
        if len(written) <= _LONGEST_WORD:
            if len(self) >= _MOST_WORDS:
                self.clear()
            self[written] = found
        return found


def _sketch(written: Sequence[str], words: _Words) -> Sketch:
    hashes = array("Q", b"".join(map(words.__getitem__, written)))
    count = len(hashes) // 3
    if count < FEWEST_WORDS:
        return ()
    # All runs at once, as one long number, which spares two thirds of the numbers to make.
    places = (hashes[place::3][place : count - 2 + place] for place in range(3))
    runs = reduce(xor, (int.from_bytes(place.tobytes(), "little") for place in places))
    found = _unpacked(runs.to_bytes((count - 2) * _WIDTH, "little"))
    return tuple(sorted(set(found))[:_KEPT])


class _Groups:
    """Each text has a number; a group is known by the lowest number in it."""

    def __init__(self) -> None:
        self._items: list[str] = []
        self._parents: list[int] = []
        self._numbers: dict[bytes, int] = {}
        self._sketches: dict[int, bytes] = {}
        self._indexed: dict[int, tuple[int, float]] = {}
        self._shared: dict[int, set[int]] = defaultdict(set)
        self._words = _Words()

    def add(self, item: str, text: str) -> None:
        """Take in a text. One whose sketch, or all of it if it is short, is known joins the first such."""
        number = len(self._items)
        written = text.split()
        found = _sketch(written, self._words)
        key = pack(f"<{len(found)}Q", *found) if found else _whole(written)
        first = self._numbers.setdefault(key, number)
        self._items.append(item)
        self._parents.append(first)
        if found and first == number:
            self._sketches[number] = key
            self._indexed[number] = _density(found)

    def by_item(self) -> dict[str, str]:
        crowds = []
        met: dict[int, list[list[int]]] = defaultdict(list)
        for value, texts in self._buckets():
            for number in texts:
                self._shared[number].add(value)
            if len(texts) > _CROWD:
                crowds.append((value, texts))
            else:
                for number in texts:
                    met[number].append(texts)
        for number, others in met.items():
            counts = Counter(chain.from_iterable(others))
            often = (other for other, count in counts.items() if count > 1 and other > number)
            self._join_pairs((number, other) for other in often)
        for value, texts in crowds:
            self._join_crowd(texts, value)
        return {item: self._items[self._first(number)] for number, item in enumerate(self._items)}

    def _buckets(self) -> Iterator[tuple[int, list[int]]]:
        """Yield each indexed hash that several texts have, from the lowest, and these."""
        pairs = [
            value << _BITS | number
            for number, packed in self._sketches.items()
            for value in _unpacked(packed[: _WIDTH * _INDEXED])
        ]
        pairs.sort()
        lowest = (1 << _BITS) - 1
        for value, group in groupby(pairs, lambda pair: pair >> _BITS):
            texts = [pair & lowest for pair in group]
            if len(texts) > 1:
                yield value, texts

    def _join_crowd(self, texts: Sequence[int], value: int) -> None:
        """Join the similar of many texts that have a hash in common.

        What a crowd has, such as an agency's standing sentence, tells little: there those are compared that
        have another hash in common, too.
        """
        self._join_neighbours(texts, value)
        if self._is_one(texts):
            return
        for other, fewer in self._narrower(texts, value):
            if len(fewer) <= _CROWD:
                self._join_pairs(combinations(fewer, 2))
            elif not self._is_one(fewer):
                self._join_neighbours(fewer, other)

    def _narrower(self, texts: Iterable[int], value: int) -> Iterable[tuple[int, list[int]]]:
        """Return each higher hash that some of the texts share, and these."""
        found: dict[int, list[int]] = defaultdict(list)
        for number in texts:
            for other in self._shared[number]:
                if other > value:
                    found[other].append(number)
        return found.items()

    def _join_neighbours(self, texts: Iterable[int], value: int) -> None:
        """Join the similar of a crowd that stand near each other in the order of their further hashes."""

        def place(number: int) -> tuple[list[int], bytes]:
            return sorted(other for other in self._shared[number] if other > value), self._sketches[number]

        ordered = sorted(texts, key=place)
        for step in range(1, _NEIGHBOURS + 1):
            self._join_pairs(zip(ordered, ordered[step:], strict=False))

    def _join_pairs(self, pairs: Iterable[tuple[int, int]]) -> None:
        for one, other in pairs:
            first, second = self._first(one), self._first(other)
            if first != second and self._are_similar(one, other):
                self._parents[max(first, second)] = min(first, second)

    def _are_similar(self, one: int, other: int) -> bool:
        if not self._may_be_similar(one, other):
            return False
        return is_similar(_unpacked(self._sketches[one]), _unpacked(self._sketches[other]))

    def _may_be_similar(self, one: int, other: int) -> bool:
        """Tell from the indexed hashes alone, which is ten times as fast."""
        found = len(self._shared[one] & self._shared[other])
        (most, density), (more, denser) = self._indexed[one], self._indexed[other]
        most = min(most, more)
        within = most * min(density, denser) / max(density, denser)
        return found >= min(_FEWEST_FOUND, most) and found >= _LEAST_FOUND * within

    def _is_one(self, texts: Iterable[int]) -> bool:
        return len({self._first(number) for number in texts}) == 1

    def _first(self, number: int) -> int:
        parents = self._parents
        while (parent := parents[number]) != number:
            parents[number] = parents[parent]
            number = parent
        return number


def _whole(written: Iterable[str]) -> bytes:
    """Return a fingerprint of a folded text, in which one space is as good as another.

    It has one byte more than a whole number of hashes, so it is never taken for a sketch.
    """
    return b"=" + hashlib.sha256(fold(" ".join(written)).encode(errors="surrogatepass")).digest()


def _density(found: Sketch) -> tuple[int, float]:
    """Return how many hashes are indexed, and how close they are, which tells the length of the text."""
    is_cut = len(found) > _INDEXED
    return (_INDEXED, _INDEXED / found[_INDEXED - 1]) if is_cut else (len(found), len(found) / _HIGHEST)


def _unpacked(packed: bytes) -> Sketch:
    return unpack(f"<{len(packed) // _WIDTH}Q", packed)
