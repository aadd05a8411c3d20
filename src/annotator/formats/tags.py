"""Tags of tokens: IOB1, IOB2, BIOES and BILOU read alike, and typing errors set right.

B- (S-, U-) begins a span, I- (M-, E-, L-) goes on with one of its label that is open, or else begins one, as
conlleval has it for IOB1 and IOB2; an E-, L-, S- or U- ends its span as well.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from annotator.formats.fitting import TokenSpan

_WELL_FORMED = re.compile(r"([BIESULM])-(.+)")
_BEGINS, _GOES_ON, _ENDS = frozenset("BSU"), frozenset("IMEL"), frozenset("ESLU")
_RARE, _TIMES = 3, 50
"""A label that stands no oftener is taken for one so many times as frequent that is spelt alike.

One that stands once may also have a letter wrong. More often, it may be a rare label of its own.
"""


class Tag(NamedTuple):
    """place is one of B, I, E, S as in BIOES, and O; label is empty for O."""

    place: str
    label: str

    def __str__(self) -> str:
        return f"{self.place}-{self.label}" if self.label else "O"


OUTSIDE = Tag("O", "")


class Tagset:
    """Reads the tags of one file, whose counts tell what is a typing error."""

    def __init__(self, counts: Mapping[str, int] | None = None) -> None:
        self._known: dict[str, Tag | None] = {"O": OUTSIDE}
        labels: Counter[str] = Counter()
        for written, count in (counts or {}).items():
            match = _WELL_FORMED.fullmatch(written)
            if match:
                labels[match[2]] += count
        self._labels = labels
        self._frequent = [one for one in labels.most_common() if one[1] >= _TIMES]

    def read(self, written: str) -> Tag | None:
        """Return a tag as it is meant, None for what is no tag."""
        if written not in self._known:
            self._known[written] = self._read(written)
        return self._known[written]

    def is_as_meant(self, written: str) -> bool:
        """Tell whether a tag was read as it stands; tags of BIOES and BILOU are."""
        tag = self.read(written)
        return (tag is OUTSIDE and written == "O") or bool(
            tag and tag.label and written[1:] == f"-{tag.label}"
        )

    def _read(self, written: str) -> Tag | None:
        match = _WELL_FORMED.fullmatch(written)
        if match:
            return _tag(match[1], self._label(match[2]))
        upper = written.upper()
        match = _WELL_FORMED.fullmatch(upper)
        if match and self._labels[match[2]]:
            return _tag(match[1], match[2])
        if upper[:1] in _BEGINS | _GOES_ON and self._labels[upper[1:]]:  # the hyphen is missing
            return _tag(upper[0], upper[1:])
        return OUTSIDE if upper == "O" else None

    def _label(self, label: str) -> str:
        count = self._labels[label]
        if not 0 < count <= _RARE:
            return label
        looks = _is_written_alike if count > 1 else _looks_like
        frequent = (known for known, times in self._frequent if times >= _TIMES * count)
        return next((known for known in frequent if looks(label, known)), label)


def spans(marked: Iterable[tuple[int, Tag]]) -> Iterator[TokenSpan]:
    """Yield the spans of a sentence, of its tags but O, each with its token's number."""
    first = after = 0
    label = ""
    for nth, tag in marked:
        if label and not (nth == after and tag.place in _GOES_ON and tag.label == label):
            yield TokenSpan(first, after, label)
            label = ""
        if not label:
            first, label = nth, tag.label
        after = nth + 1
        if tag.place in _ENDS:
            yield TokenSpan(first, after, label)
            label = ""
    if label:
        yield TokenSpan(first, after, label)


def _tag(place: str, label: str) -> Tag:
    return Tag({"U": "S", "L": "E", "M": "I"}.get(place, place), label)


def _is_written_alike(label: str, known: str) -> bool:
    """Tell whether labels differ in case and punctuation alone."""
    return _plain(label) == _plain(known)


def _plain(label: str) -> str:
    return "".join(filter(str.isalnum, label)).casefold()


def _looks_like(label: str, known: str) -> bool:
    """Tell whether a label is another with a letter wrong, missing, too many or exchanged, or with a tail."""
    one, other = label.upper(), known.upper()
    if _is_written_alike(label, known) or one.startswith(other):
        return True
    if len(other) < 3 or abs(len(one) - len(other)) > 1:
        return False
    same = next((nth for nth, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if same is None:
        return True
    rest, there = one[same:], other[same:]
    is_exchanged = rest[:2] == there[1::-1] and rest[2:] == there[2:]
    return rest[1:] == there[1:] or rest[1:] == there or rest == there[1:] or is_exchanged
