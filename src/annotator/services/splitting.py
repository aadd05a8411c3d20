"""Articles into parts for training and testing, so that no story is in two of them."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from annotator.domain.article import fingerprint
from annotator.domain.errors import AnnotatorError
from annotator.domain.record import Record
from annotator.quality.near_duplicates import groups

_NAMES = {2: ("train", "test"), 3: ("train", "validation", "test")}
_BITS = 64


class SplitError(AnnotatorError):
    """Shares that make no split."""


@dataclass(frozen=True, slots=True)
class Split:
    """How many hundredths of the stories each part gets; another seed draws other stories."""

    shares: tuple[int, ...]
    seed: int = 0

    def __post_init__(self) -> None:
        if len(self.shares) not in _NAMES or sum(self.shares) != 100 or min(self.shares) < 0:
            raise SplitError(
                "{shares} is no split; name two or three shares that make 100, such as 80/10/10.",
                shares="/".join(map(str, self.shares)),
            )

    @classmethod
    def parsed(cls, written: str, seed: int = 0) -> "Split":
        """Read what people write: 80/10/10 or 80/20. Raises SplitError."""
        shares = written.split("/")
        if not all(share.strip().isdecimal() and len(share) < _BITS for share in shares):
            raise SplitError(
                "{shares} is no split; a share is a whole number, as in 80/10/10.", shares=written
            )
        return cls(tuple(map(int, shares)), seed)

    def __str__(self) -> str:
        return "/".join(map(str, self.shares))

    @property
    def parts(self) -> tuple[str, ...]:
        return _NAMES[len(self.shares)]

    def part(self, text_sha256: str) -> str:
        """Return the part of a story whose oldest article has a text of this fingerprint."""
        drawn = hashlib.blake2b(f"{self.seed}:{text_sha256}".encode(), digest_size=_BITS // 8).digest()
        hundredth = int.from_bytes(drawn) * 100 >> _BITS
        ends = accumulate(self.shares)
        return next(part for part, end in zip(self.parts, ends, strict=True) if hundredth < end)


class Assignment(NamedTuple):
    """By article id: its story, which is the id of the story's oldest article, and its part."""

    stories: Mapping[str, str]
    parts: Mapping[str, str]


def assign(articles: Iterable[Record], split: Split) -> Assignment:
    """Put articles, the oldest first, into parts; a story is an article and its near duplicates.

    The part of a story follows from the seed and the text of its oldest article alone: not from ids, labels,
    or what else there is, so the same story is in the same part of every project. Whoever adds an article
    moves no other, with one exception: an article that is like two stories makes them one, and what was the
    younger story goes where the elder is. To take away the oldest article of a story may move the story.

    There is no drawing by label: to even out shares of labels, a story would have to give way to others, and
    move when these are added or labelled. Each label gets its share within the error of sampling stories.
    """
    texts: dict[str, str] = {}
    stories = groups(_watched(articles, texts))
    parts = {story: split.part(texts[story]) for story in set(stories.values())}
    return Assignment(stories, {article: parts[story] for article, story in stories.items()})


def _watched(articles: Iterable[Record], texts: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield id and text, and keep the fingerprints."""
    for record in articles:
        assert record.id
        texts[record.id] = record.sha256 or fingerprint(record.text)
        yield record.id, record.text
