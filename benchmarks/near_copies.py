"""Measured in a process of its own: the grouping of near duplicates. Seconds are of the processor.

near_copies.py COUNT makes so many articles with the words of real news: a walk over the word pairs of
SaudiNewsNet. One of ten is a copy of an earlier one with some words changed and its end cut off, one of
three ends with an agency's standing sentence. Prints seconds, the most memory held in MB, and how many groups
there are.
"""

import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from random import Random

import orjson
from exchange import memory_mb
from places import newspapers

from annotator.quality.near_duplicates import groups

LENGTH = 2500
COPIED, KEPT = 10, 5000
STANDING = "جميع الحقوق محفوظة للوكالة ولا يجوز نشر هذا الخبر أو إعادة توزيعه دون إذن مسبق من إدارتها"


def articles(count: int) -> Iterator[tuple[str, str]]:
    """Yield ids and texts; the same ones for one count, and the first of them for a smaller one."""
    following: dict[str, list[str]] = {}
    for text in newspapers():
        for word, after in pairwise(text.split()):
            following.setdefault(word, []).append(after)
    words, random, earlier = list(following), Random(1), list[str]()
    for number in range(count):
        if earlier and number % COPIED == 0:
            text = copy(random.choice(earlier).split(), random)
        else:
            text = walk(following, words, random)
            if number % 3 == 0:
                text = f"{text} {STANDING}"
            if len(earlier) < KEPT:
                earlier.append(text)
        yield str(number), text


def walk(following: dict[str, list[str]], words: list[str], random: Random) -> str:
    found = [random.choice(words)]
    length = len(found[0])
    while length < LENGTH:
        after = following.get(found[-1]) if random.random() < 0.8 else None
        found.append(random.choice(after or words))
        length += len(found[-1]) + 1
    return " ".join(found)


def copy(words: list[str], random: Random) -> str:
    for _ in range(len(words) // 25):
        words[random.randrange(len(words))] = f"كلمة{random.randrange(999)}"
    return " ".join(words[: len(words) * 9 // 10])


class Timed:
    """Passes texts on, and knows how long they took to make."""

    def __init__(self, texts: Iterator[tuple[str, str]]) -> None:
        self._texts = texts
        self.taken = 0.0

    def __iter__(self) -> Iterator[tuple[str, str]]:
        while True:
            start = time.process_time()
            text = next(self._texts, None)
            self.taken += time.process_time() - start
            if text is None:
                return
            yield text


def main() -> None:
    texts = Timed(articles(int(sys.argv[1])))
    start = time.process_time()
    found = groups(texts)
    taken = time.process_time() - start - texts.taken
    result = {"cpu_s": taken, "memory_mb": memory_mb(), "groups": len(set(found.values()))}
    sys.stdout.write(orjson.dumps(result).decode())


if __name__ == "__main__":
    main()
