"""Records in bulk, from files into the project."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import orjson
from sqlalchemy import Connection, Table, delete, func, select

from annotator.domain import moment
from annotator.domain.annotation import Origin
from annotator.domain.article import ArticleState, Direction, text_of
from annotator.domain.errors import EditError, FormatError
from annotator.domain.identity import new_ids
from annotator.domain.label import Label
from annotator.domain.names import checked
from annotator.domain.record import Record
from annotator.storage.annotators import Annotators
from annotator.storage.backend import backend_of
from annotator.storage.held_layers import HeldLayer, Key, Mark, held_layers
from annotator.storage.known_articles import KnownArticles
from annotator.storage.labels import Labels
from annotator.storage.search_index import SearchIndex
from annotator.storage.tables import (
    AnnotationRows,
    ArticleRows,
    ArticleTextRows,
    HistoryRows,
    LayerRows,
    RelationRows,
)

BATCH = 500


@dataclass(slots=True)
class IntakeCounts:
    """articles are new ones, layers those added to any article; unchanged records said nothing new."""

    articles: int = 0
    layers: int = 0
    spans: int = 0
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class Receipt:
    """What an import brought, for taking it back. Articles are the numbers of new ones.

    layers are those added to older articles; begun counts those of the new ones that say anything; history is
    the number of the last edit before.
    """

    articles: range
    layers: Sequence[Key]
    begun: int
    labels: Sequence[Label]
    annotators: Sequence[int]
    history: int

    def __bool__(self) -> bool:
        return bool(self.articles or self.layers or self.labels)


class _Placed(NamedTuple):
    """new_id is the id of an article that the project did not have."""

    record: Record
    sha256: str
    article: int
    annotator: int | None
    new_id: str | None = None


class Intake:
    """Adds the records of one file after another; labels that the project lacks only if adds_labels."""

    def __init__(
        self, connection: Connection, annotators: Annotators, labels: Labels, search_index: SearchIndex
    ) -> None:
        self.counts = IntakeCounts()
        self.adds_labels = False
        self.added_labels: list[str] = []
        self._connection = connection
        self._annotators = annotators
        self._labels = labels
        self._search_index = search_index
        self._label_numbers = {label.name: number for number, label in labels.by_number().items()}
        self._forbidden = labels.all().forbidden_names()
        self._last = self._last_before = connection.scalar(select(func.max(ArticleRows.c.number))) or 0
        self._older_layers: list[Key] = []
        self._begun = 0
        self._new_labels: list[Label] = []
        self._annotators_before = set(annotators.everybody())
        self._history = connection.scalar(select(func.max(HistoryRows.c.sequence))) or 0
        self._now = moment.now()

    def receipt(self) -> Receipt:
        new = [name for name in self._annotators.everybody() if name not in self._annotators_before]
        return Receipt(
            articles=range(self._last_before + 1, self._last + 1),
            layers=self._older_layers,
            begun=self._begun,
            labels=self._new_labels,
            annotators=[self._annotators.number(name) for name in new],
            history=self._history,
        )

    def begin(self, path: Path) -> None:
        self._path = path
        self._pending: list[tuple[Record, str | None]] = []
        self._known = KnownArticles(self._connection, path, self._last)

    def add(self, record: Record, annotator: str) -> None:
        """Annotator is whose the labels are, where the record has labels, names somebody or gives a state."""
        is_bare = not (record.spans or record.labels or record.annotator)
        is_unbegun = record.state in {None, ArticleState.NEW}
        self._pending.append((record, None if is_bare and is_unbegun else annotator))
        if len(self._pending) == BATCH:
            self.finish()

    def finish(self) -> None:
        """Write what is pending; must follow the last record of a file.

        Raises FormatError, naming the line, for what does not fit the project.
        """
        prints = self._known.look_up([record for record, _ in self._pending])
        placed = [
            self._place(record, sha256, name)
            for (record, name), sha256 in zip(self._pending, prints, strict=True)
        ]
        self._pending = []
        self._write_articles([item for item in placed if item.new_id])
        self._write_layers(self._fresh(placed))

    def _place(self, record: Record, sha256: str, name: str | None) -> _Placed:
        with self._in_line(record):
            annotator = None if name is None else self._annotators.find_or_add(checked(name))
        number = self._known.find(record, sha256)
        if number is not None:
            return _Placed(record, sha256, number, annotator)
        self._last += 1
        article_id = self._known.add(record, sha256, self._last)
        return _Placed(record, sha256, self._last, annotator, article_id)

    def _fresh(self, placed: Sequence[_Placed]) -> list[tuple[Key, Record]]:
        """Leave out what the project holds already; refuse what contradicts it."""
        held = held_layers(self._connection, {item.article for item in placed if not item.new_id})
        fresh: dict[Key, Record] = {}
        for item in placed:
            if item.annotator is None:
                self.counts.unchanged += not item.new_id
                continue
            key = item.article, item.annotator
            there = self._layer(fresh[key]) if key in fresh else held.get(key)
            if there is None:
                fresh[key] = item.record
            elif there.says_all_of(self._layer(item.record), says_state=item.record.state is not None):
                self.counts.unchanged += 1
            elif there.is_begun:
                raise FormatError(
                    "{path}, line {line}: the project has other labels, notes or another state of this "
                    "annotator on this article.",
                    path=self._path,
                    line=item.record.line,
                )
            else:
                mine = LayerRows.c.article == key[0], LayerRows.c.annotator == key[1]
                self._connection.execute(delete(LayerRows).where(*mine))
                fresh[key] = item.record
        return list(fresh.items())

    def _layer(self, record: Record) -> HeldLayer:
        by_id: dict[str | None, Mark] = {}
        marks: dict[Mark, str | None] = {}
        for span in record.spans:
            mark = by_id[span.id] = span.start, span.end, self._label(record, span.label)
            marks[mark] = span.note
        marks |= {(None, None, self._label(record, name)): None for name in record.labels}
        arcs = frozenset((by_id[arc.start], by_id[arc.end], arc.label) for arc in record.relations)
        return HeldLayer(record.begun_state, record.note, marks, arcs)

    def _write_articles(self, items: Sequence[_Placed]) -> None:
        self._insert(ArticleRows, [self._article(item) for item in items])
        self._insert(ArticleTextRows, [(item.article, item.record.text) for item in items])
        self._search_index.add(
            (item.article, text_of(item.record.meta, "title"), item.record.text) for item in items
        )
        self.counts.articles += len(items)

    def _write_layers(self, layers: Sequence[tuple[Key, Record]]) -> None:
        states: list[tuple[object, ...]] = []
        annotations: list[tuple[object, ...]] = []
        relations: list[tuple[object, ...]] = []
        for key, record in layers:
            with self._in_line(record):
                record.check_marks(self._forbidden)
                notes = [span.note for span in record.spans if span.note]
                _expect_storable(record.guidelines, record.note, *notes)
            states.append((*key, record.begun_state, record.guidelines, record.note))
            if key[0] <= self._last_before:
                self._older_layers.append(key)
            else:
                said = record.spans or record.labels or record.note
                self._begun += bool(said) or record.begun_state is not ArticleState.NEW
            annotations += self._annotations(key, record)
            relations += [(*key, *arc) for arc in record.relations]
            self.counts.spans += len(record.spans)
        self.counts.layers += len(states)
        self._insert(LayerRows, states)
        self._insert(AnnotationRows, annotations)
        self._insert(RelationRows, relations)

    def _annotations(self, key: Key, record: Record) -> list[tuple[object, ...]]:
        now, labels = self._now, self._label_numbers
        ids = new_ids(len(record.spans) + len(record.labels))
        rows: list[tuple[object, ...]] = []
        for start, end, name, span_id, origin, score, note, created, updated in record.spans:
            label = labels.get(name) or self._label(record, name)
            made, changed = created or now, updated or created or now
            rows.append((*key, span_id or next(ids), start, end, label, origin, score, note, made, changed))
        for name in record.labels:
            label_number = self._label(record, name)
            rows.append((*key, next(ids), None, None, label_number, Origin.IMPORT, None, None, now, now))
        return rows

    def _insert(self, table: Table, rows: Sequence[tuple[object, ...]]) -> None:
        if rows:
            backend_of(self._connection).insert(self._connection, table, rows)

    def _label(self, record: Record, name: str) -> int:
        number = self._label_numbers.get(name)
        if number is not None:
            return number
        if not self.adds_labels:
            raise FormatError(
                "{path}, line {line}: the project has no label {label}.",
                path=self._path,
                line=record.line,
                label=name,
            )
        with self._in_line(record):
            label = self._labels.all().invent(name)
        self._labels.add(label)
        self._new_labels.append(label)
        self.added_labels.append(name)
        self._label_numbers[name] = number = self._labels.number(label.id)
        return number

    def _article(self, item: _Placed) -> tuple[object, ...]:
        record = item.record
        shown = tuple(text_of(record.meta, key) for key in ("title", "source", "published"))
        with self._in_line(record):
            meta = _json(record.meta)
            _expect_storable(record.external_id, *shown)
        return (item.article, item.new_id, record.external_id, item.sha256, *shown, Direction.RTL, meta)

    @contextmanager
    def _in_line(self, record: Record) -> Iterator[None]:
        """Name the file and the line in what is refused."""
        try:
            yield
        except EditError as error:
            raise FormatError(
                "{path}, line {line}: {reason}", path=self._path, line=record.line, reason=error
            ) from error


def _expect_storable(*texts: str | None) -> None:
    """Refuse U+0000, where a file would take a text to end, and which a server refuses."""
    for text in texts:
        if text and "\0" in text:
            raise EditError("Metadata or a note hold U+0000.")


def _json(meta: Mapping[str, object]) -> str:
    try:
        # An export holds it two levels deep, and what can be read may be nested deeper than can be written.
        return orjson.dumps([[dict(meta)]])[2:-2].decode()
    except orjson.JSONEncodeError as error:
        raise EditError("The metadata cannot be stored: {reason}.", reason=error) from error
