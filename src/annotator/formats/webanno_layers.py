"""The layers of WebAnno TSV, and the annotations that its rows tell of.

In a cell annotations are stacked with |; [n] says that it is the annotation n, in one row or in several; _ is
none, * one without a value.
"""

import re
from collections.abc import Callable, Sequence
from itertools import zip_longest
from typing import NamedTuple

from annotator.domain.offsets import OffsetUnit
from annotator.domain.record import RecordRelation, RecordSpan
from annotator.formats.offset_units import Places, places
from annotator.formats.source import Source
from annotator.formats.webanno import Marks, label_feature, short_name, unescaped_value

_STACKED = re.compile(r"(?:[^\\|]|\\.)+", re.DOTALL)
_NUMBERED = re.compile(r"((?:[^\\\[]|\\.)*)\[(\d+)\]", re.DOTALL)
_REFERENCE = re.compile(r"(\d+-\d+(?:\.\d+)?)(?:\[(\d+)_(\d+)\])?")
_LINK = re.compile(r"->(\d+-\d+)$")


class Row(NamedTuple):
    line: int
    unit: str
    begin: int
    end: int
    word: str
    rest: str


class Layer(NamedTuple):
    """A layer of the header. kind is SP, RL or CH; at is the place of its first column.

    label is the place of the column that is the label, features are the plain ones and
    the roles of slots, by their places; targets are the columns that refer to what fills a slot;
    base is the layer that a relation joins.
    """

    kind: str
    name: str
    at: int
    width: int
    label: int | None
    features: dict[int, str]
    targets: frozenset[int]
    base: str

    @classmethod
    def of(cls, kind: str, declared: str, at: int) -> "Layer":
        """Read `type|feature|…`. A slot is `ROLE_…` and the column after it; `BT_…` is a relation's start."""
        name, *columns = declared.split("|")
        columns = columns or [""]
        roles = {
            nth: column.partition(":")[2].partition("_")[0]
            for nth, column in enumerate(columns)
            if _is_role(column)
        }
        targets = frozenset(nth + 1 for nth in roles)
        plain = {
            nth: column
            for nth, column in enumerate(columns)
            if column and nth not in roles and nth not in targets and not column.startswith("BT_")
        }
        label = label_feature([*plain.values()])
        at_label = next((nth for nth, column in plain.items() if column == label), None)
        return cls(kind, name, at, len(columns), at_label, plain | roles, targets, columns[-1][3:])


def _is_role(column: str) -> bool:
    return column.startswith("ROLE_")


class _Annotation:
    """A span while its rows are read."""

    __slots__ = ("end", "key", "label", "start")

    def __init__(self, key: "_Key", start: int, end: int, label: str) -> None:
        self.key = key
        self.start = start
        self.end = end
        self.label = label


_Key = tuple[str, object]
"""A layer's name, and the number or else the place of an annotation."""


class _Arrow(NamedTuple):
    """A relation, by the units that it joins and the numbers of the annotations there; 0 is the only one."""

    layer: str
    label: str
    source: tuple[str, str]
    target: tuple[str, str]


class Annotations:
    """Collects the annotations of an article's rows."""

    def __init__(
        self, source: Source, layers: Sequence[Layer], text: str, unescaped: Callable[[str], str]
    ) -> None:
        self._source = source
        self._layers = layers
        self._text = text
        self._unescaped = unescaped
        self._places: Places | None = places(text, OffsetUnit.UTF16)
        self._width = sum(layer.width for layer in layers)
        self._blank = {"\t_" * self._width, "\t_" * self._width + "\t"}
        self._spans: dict[_Key, _Annotation] = {}
        self._first: dict[tuple[str, str], _Key] = {}
        self._arrows: list[tuple[str, _Arrow]] = []
        self._links: dict[str, set[str]] = {}
        self._marks = Marks(source)

    def take(self, row: Row) -> None:
        """Take what a row says. Raises FormatError for one that does not fit the text or the header."""
        bounds = self._bounds(row)
        if row.rest in self._blank:
            return
        _, *columns = row.rest.split("\t")
        if len(columns) < self._width:
            self._source.refuse(
                row.line,
                "the row has {found} columns of annotations; the header names {expected}.",
                found=len(columns),
                expected=self._width,
            )
        for layer in self._layers:
            cells = columns[layer.at : layer.at + layer.width]
            if any(cell != "_" for cell in cells):
                self._take_layer(layer, row, cells, bounds)

    def _bounds(self, row: Row) -> tuple[int, int]:
        begin, end = row.begin, row.end
        if self._places is not None:
            begin, end = self._places.get(begin, -1), self._places.get(end, -1)
        if not 0 <= begin <= end <= len(self._text):
            self._source.refuse(
                row.line,
                "{begin}–{end} is no place in the text, or begins or ends within a character.",
                begin=row.begin,
                end=row.end,
            )
        there = self._text[begin:end]
        if there != row.word and there != self._unescaped(row.word):
            self._source.refuse(
                row.line,
                "the text at {begin}–{end} is “{there}”, but the row has “{word}”.",
                begin=row.begin,
                end=row.end,
                there=there,
                word=row.word,
            )
        return begin, end

    def told(self) -> tuple[tuple[RecordSpan, ...], tuple[RecordRelation, ...]]:
        """Return spans and relations; remark on all else."""
        for key, found in self._spans.items():
            self._marks.add(key, key[0], found.start, found.end, found.label)
        for base, arrow in self._arrows:
            start, end = self._end(base, *arrow.source), self._end(base, *arrow.target)
            self._marks.join(arrow.layer, start, end, arrow.label)
        for layer, links in self._links.items():
            self._marks.pass_over_links(layer, len(links))
        return self._marks.told()

    def _end(self, base: str, unit: str, number: str) -> _Key | None:
        return self._first.get((unit, base)) if number == "0" else (base, number)

    def _take_layer(self, layer: Layer, row: Row, cells: list[str], bounds: tuple[int, int]) -> None:
        stacks = [[] if cell == "_" else _STACKED.findall(cell) for cell in cells]
        if layer.kind == "CH":
            links = {link[1] for stack in stacks for value in stack if (link := _LINK.search(value))}
            self._links.setdefault(layer.name, set()).update(links)
            return
        for nth, values in enumerate(zip_longest(*stacks, fillvalue="_")):
            if layer.kind == "SP":
                self._take_span(layer, row, nth, values, bounds)
            else:
                self._take_relation(layer, row, values)

    def _take_span(
        self, layer: Layer, row: Row, nth: int, values: Sequence[str], bounds: tuple[int, int]
    ) -> None:
        number = None
        plain = list(values)
        for place, value in enumerate(values):
            told = None if place in layer.targets else _NUMBERED.fullmatch(value)
            if told:
                plain[place], number = told.groups()
        key = layer.name, number or (row.line, nth)
        self._first.setdefault((row.unit, layer.name), key)
        if key in self._spans:
            self._spans[key].end = bounds[1]
            return
        self._spans[key] = _Annotation(key, *bounds, self._label(layer, plain))

    def _label(self, layer: Layer, values: Sequence[str]) -> str:
        """Return an annotation's label; * and _ are no value, escaped they are one."""
        for place, feature in layer.features.items():
            if place != layer.label and values[place] not in {"*", "_"}:
                self._marks.pass_over_value(layer.name, feature)
        written = "*" if layer.label is None else values[layer.label]
        return short_name(layer.name) if written in {"", "*", "_"} else unescaped_value(written)

    def _take_relation(self, layer: Layer, row: Row, values: Sequence[str]) -> None:
        """A relation stands in the row of its target; its last column tells the unit of its source."""
        found = _REFERENCE.fullmatch(values[-1])
        if found is None:
            self._source.refuse(row.line, "“{value}” is no reference to a token.", value=values[-1])
        unit, start, end = found.groups()
        arrow = _Arrow(layer.name, self._label(layer, values), (unit, start or "0"), (row.unit, end or "0"))
        self._arrows.append((layer.base, arrow))
