"""All lines of an .ann file, to spans and relations.

Events become relations from their trigger; attributes and normalizations become notes.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise

from annotator.domain.identity import new_id
from annotator.domain.record import RecordRelation, RecordSpan
from annotator.formats.brat_spans import BOUND, DISCONTINUOUS, Bound, Mark, marks
from annotator.formats.source import Source

# What follows a colon holds none, so that each word is taken apart in one way: with two, a line of a few
# thousand colons would be tried for hours.
_RELATION = re.compile(r"R\S*\t(\S+) \S+:([^\s:]+) \S+:([^\s:]+)\s*")
_EVENT = re.compile(r"(E\S*)\t(\S+):([^\s:]+)((?: \S+:[^\s:]+)*)\s*")
_EQUIVALENT = re.compile(r"\*\t(\S+)((?: \S+)+)\s*")
_ATTRIBUTE = re.compile(r"[AM]\S*\t(\S+) (\S+)(?: (.*))?", re.DOTALL)
_NORMALIZATION = re.compile(r"N\S*\t(\S+) (\S+) ([^\t]*)(?:\t(.*))?", re.DOTALL)
_NOTE = re.compile(r"#\S*\t(\S+) (\S+)(?:\t(.*))?", re.DOTALL)


class Annotations:
    """What an .ann file says of a text. Raises FormatError, naming the line, for what cannot be meant."""

    def __init__(self, source: Source, text: str) -> None:
        self._source = source
        self._spans: dict[str, list[Mark]] = {}
        self._triggers: dict[str, str] = {}
        self._arcs: list[tuple[int, str, str, str]] = []
        self._notes: list[tuple[int, str, str]] = []
        self._counts: Counter[str] = Counter()
        kinds = (
            (_RELATION, self._read_relation),
            (_EVENT, self._read_event),
            (_EQUIVALENT, self._read_equivalent),
            (_ATTRIBUTE, self._read_attribute),
            (_NORMALIZATION, self._read_normalization),
            (_NOTE, self._read_note),
        )
        bound = []
        lines = (line.rstrip("\r") for line in source.text()[0].split("\n"))
        for line, said in enumerate(lines, 1):
            if match := BOUND.fullmatch(said):
                bound.append(Bound.of(line, match))
                continue
            read = ((take, found) for pattern, take in kinds if (found := pattern.fullmatch(said)))
            take, found = next(read, (None, None))
            if take and found:
                take(line, found)
            elif said.strip():
                source.refuse(line, "this is no line of brat's standoff format: {said}", said=said[:60])
        self._spans = dict(marks(source, text, bound))
        self._tell_counts()

    def layer(self, names: Mapping[str, str]) -> tuple[tuple[RecordSpan, ...], tuple[RecordRelation, ...]]:
        """Return spans and relations; names has labels that are called otherwise."""
        notes = self._notes_of_marks()
        found = {mark for parts in self._spans.values() for mark in parts}
        ids = {mark: new_id() for mark in sorted(found, key=lambda mark: (mark[0], -mark[1], mark[2]))}
        spans = (
            RecordSpan(mark[0], mark[1], names.get(mark[2], mark[2]), name, note=notes.get(mark))
            for mark, name in ids.items()
        )
        relations = (
            RecordRelation(new_id(), ids[one], ids[other], names.get(label, label))
            for one, other, label in dict.fromkeys(self._joined())
        )
        return tuple(spans), tuple(relations)

    def _joined(self) -> Iterator[tuple[Mark, Mark, str]]:
        for parts in self._spans.values():
            for one, other in pairwise(parts):
                yield one, other, DISCONTINUOUS
        for line, start, end, label in self._arcs:
            one, other = self._mark(line, start), self._mark(line, end)
            if one == other:
                self._source.remark(line, "the relation {label} joins a span to itself", label=label)
            else:
                yield one, other, label

    def _mark(self, line: int, name: str) -> Mark:
        parts = self._spans.get(self._triggers.get(name, name))
        if parts is None:
            self._source.refuse(line, "{name} is named, and is not in the file.", name=name)
        return parts[0]

    def _notes_of_marks(self) -> dict[Mark, str]:
        found: dict[Mark, str] = {}
        for line, name, note in self._notes:
            if name[:1] in {"R", "*"}:
                self._source.remark(line, "what is said of the relation {name} was passed over", name=name)
                continue
            mark = self._mark(line, name)
            found[mark] = f"{found[mark]}\n{note}" if mark in found else note
        return found

    def _read_relation(self, line: int, match: re.Match[str]) -> None:
        self._arcs.append((line, match[2], match[3], match[1]))

    def _read_event(self, line: int, match: re.Match[str]) -> None:
        self._triggers[match[1]] = match[3]
        self._counts["events"] += 1
        for argument in match[4].split():
            role, _, end = argument.partition(":")
            self._arcs.append((line, match[1], end, role))

    def _read_equivalent(self, line: int, match: re.Match[str]) -> None:
        self._arcs += [(line, one, other, match[1]) for one, other in pairwise(match[2].split())]

    def _read_attribute(self, line: int, match: re.Match[str]) -> None:
        self._counts["attributes"] += 1
        self._notes.append((line, match[2], f"{match[1]}: {match[3]}" if match[3] else match[1]))

    def _read_normalization(self, line: int, match: re.Match[str]) -> None:
        self._counts["attributes"] += 1
        self._notes.append((line, match[2], f"{match[1]}: {match[3]} {match[4] or ''}".rstrip()))

    def _read_note(self, line: int, match: re.Match[str]) -> None:
        self._notes.append((line, match[2], match[3] or ""))

    def _tell_counts(self) -> None:
        tell = self._source.remark
        if count := self._counts["events"]:
            tell(0, "{count} events were read as relations from their triggers", count=count)
        if count := self._counts["attributes"]:
            tell(0, "{count} attributes and normalizations were kept as notes", count=count)
