"""What can be read of a damaged project, as a new one."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, select
from sqlalchemy.exc import DBAPIError

from annotator.domain import moment
from annotator.domain.article import fingerprint
from annotator.domain.identity import new_id
from annotator.domain.progress import Progress
from annotator.storage.backend import Fault, backend_of
from annotator.storage.lost_work import Trail, lost_labels
from annotator.storage.mending import is_name, is_readable, mended, mended_article
from annotator.storage.project import new_tables
from annotator.storage.salvage import Row, Salvage
from annotator.storage.tables import (
    AnnotationRows,
    AnnotatorRows,
    ArticleRows,
    ArticleTextRows,
    LabelRows,
    LayerRows,
    ProjectRows,
    RelationRows,
    metadata,
)
from annotator.storage.unit_of_work import UnitOfWork

_AT_ONCE = 500
_BY_LAYER = {LayerRows.name, AnnotationRows.name, RelationRows.name}


@dataclass(slots=True)
class Rescued:
    """How much is in the new project, and what is not, or not as it was."""

    articles: int = 0
    annotations: int = 0
    faults: list[Fault] = field(default_factory=list)


def rescue(salvage: Salvage, target: Path, progress: Progress) -> Rescued:
    """Make a new project of what can be read. Raises ProjectError where the target cannot be made."""
    with new_tables(target) as connection:
        rescued = _Rescue(salvage, connection, progress).run()
        UnitOfWork(connection).search_index.rebuild()
    return rescued


class _Rescue:
    def __init__(self, salvage: Salvage, connection: Connection, progress: Progress) -> None:
        self._salvage = salvage
        self._connection = connection
        self._progress = progress
        self._keys: dict[str, set[tuple[object, ...]]] = {}
        """What is kept, by table: the values that others refer to."""
        self._lengths: dict[object, int] = {}
        self._ids: dict[object, object] = {}
        self._trail = Trail(salvage)
        self._rescued = Rescued()

    def run(self) -> Rescued:
        with_care = {
            ArticleRows.name: self._keep_articles,
            ArticleTextRows.name: lambda: None,  # they come with their articles
            AnnotatorRows.name: self._keep_annotators,
            LabelRows.name: self._keep_labels,
            AnnotationRows.name: self._keep_annotations,
        }
        for done, table in enumerate(metadata.sorted_tables):
            self._progress(done, len(metadata.sorted_tables))
            if table.name in with_care:
                with_care[table.name]()
            else:
                self._keep(table, self._rows(table))
        if not self._keys.get(ProjectRows.name):
            self._keep(ProjectRows, [{"number": 1, "id": new_id(), "created": moment.now()}])
        for name in sorted(self._salvage.unreadable):
            self._tell("Some rows of the table {table} cannot be read.", table=name)
        return self._rescued

    def _rows(self, table: Table[Any]) -> Iterator[Row]:
        if table.name not in _BY_LAYER:
            if "sqlite_with_rowid" in table.dialect_kwargs:
                yield from self._salvage.keyed(table.name, "1", ())
            else:
                yield from self._salvage.numbered(table.name)
            return
        annotators = [key[0] for key in self._keys.get(AnnotatorRows.name, ())]
        for article in self._lengths:
            for annotator in annotators:
                where = "article = ? AND annotator = ?"
                yield from self._salvage.keyed(table.name, where, (article, annotator))

    def _keep_articles(self) -> None:
        """An article is its text; without one it is lost, without the rest it is nameless."""
        about = {row["number"]: row for row in self._salvage.numbered(ArticleRows.name)}
        for text in self._salvage.numbered(ArticleTextRows.name):
            number = text["article"]
            row = about.pop(number, None)
            if not text["text"] or not is_readable(text["text"]):
                self._tell("The text of article {article} cannot be read.", article=_name(row, number))
                continue
            found = fingerprint(text["text"])
            row = self._about(row, number, found)
            if self._keep(ArticleRows, [row | {"sha256": found}]) and self._keep(ArticleTextRows, [text]):
                self._lengths[number] = len(text["text"])
                self._ids[number] = row["id"]
                self._rescued.articles += 1
        for number, row in about.items():
            self._tell("Article {article} has lost its text.", article=_name(row, number))

    def _about(self, row: Row | None, number: object, sha256: str) -> Row:
        """Return what can be said of the article whose text has a fingerprint."""
        if row is None:
            row = {"number": number, "id": new_id(), "direction": "rtl", "meta": "{}"}
            said = "Article {article} has lost its title and whatever else belongs to it."
            self._tell(said, article=row["id"])
            return row
        row = mended_article(row, self._tell)
        if row["sha256"] != sha256:
            self._tell("The text of article {article} is not what was imported.", article=row["id"])
        return row

    def _keep_annotators(self) -> None:
        """Those whose name is lost are known by their number, so that their work is kept."""
        self._keep(AnnotatorRows, self._rows(AnnotatorRows))
        known = self._keys.get(AnnotatorRows.name, set())
        found = {number for number, _ in self._salvage.counted(AnnotationRows.name, "annotator")}
        for number in sorted(found - {key for (key,) in known}, key=str):
            name = f"rescued {number}"
            self._keep(AnnotatorRows, [{"number": number, "name": name}])
            self._tell("The name of an annotator is lost; the work is kept as {name}'s.", name=name)

    def _keep_labels(self) -> None:
        """Those that are lost are named by their ids, so that what has them is kept."""
        self._keep(LabelRows, self._with_keys_apart(self._rows(LabelRows)))
        known = {key for (key,) in self._keys.get(LabelRows.name, set())}
        for row in lost_labels(self._salvage, self._trail, known):
            if self._keep(LabelRows, [row]):
                self._tell("A label is lost; what had it has the label {name} now.", name=row["name"])

    def _with_keys_apart(self, labels: Iterable[Row]) -> Iterator[Row]:
        seen: set[object] = set()
        for row in labels:
            if row.get("key") in seen:
                said = "Two labels have the key {key}; it was left to one of them."
                self._tell(said, key=row["key"])
                yield {**row, "key": ""}
            else:
                seen.add(row.get("key") or None)
                yield row

    def _keep_layers_without_state(self) -> None:
        known = self._keys.get(LayerRows.name, set())
        for article, _ in self._salvage.counted(AnnotationRows.name, "article"):
            for (annotator,) in self._keys.get(AnnotatorRows.name, ()) if article in self._ids else ():
                key = article, annotator
                where = "article = ? AND annotator = ?"
                if key not in known and next(self._salvage.keyed(AnnotationRows.name, where, key), None):
                    self._begin_layer(article, annotator)

    def _begin_layer(self, article: object, annotator: object) -> None:
        self._keep(LayerRows, [{"article": article, "annotator": annotator, "state": "in progress"}])
        said = "The state of article {article} is lost; it is in progress again."
        self._tell(said, article=self._ids[article])

    def _keep_annotations(self) -> None:
        self._keep_layers_without_state()
        self._rescued.annotations = self._keep(AnnotationRows, self._rows(AnnotationRows))
        self._make_annotations_anew()
        kept = Counter(article for article, *_ in self._keys.get(AnnotationRows.name, ()))
        for article, count in self._salvage.counted(AnnotationRows.name, "article"):
            if article in self._ids and count > kept[article]:
                lost = count - kept[article]
                self._tell(
                    "Article {article} has lost {count} of its annotations.",
                    article=self._ids[article],
                    count=lost,
                )

    def _make_annotations_anew(self) -> None:
        """What the table has lost the history may still have."""
        held = self._keys.get(AnnotationRows.name, set())
        who, what = AnnotatorRows.c, LabelRows.c
        annotators = {name: number for number, name in self._connection.execute(select(who.number, who.name))}
        labels = {name: number for number, name in self._connection.execute(select(what.number, what.id))}
        rows = [
            row
            for row in self._trail.annotations(annotators, labels)
            if (row["article"], row["annotator"], row["id"]) not in held and row["article"] in self._ids
        ]
        for layer in dict.fromkeys((row["article"], row["annotator"]) for row in rows):
            if layer not in self._keys.get(LayerRows.name, ()):
                self._begin_layer(*layer)
        self._rescued.annotations += self._keep(AnnotationRows, rows)
        after = self._keys.get(AnnotationRows.name, set())
        made = Counter(
            row["article"] for row in rows if (row["article"], row["annotator"], row["id"]) in after
        )
        for article, count in made.items():
            self._tell(
                "Article {article} has {count} annotations as its history has them; their rows are lost.",
                article=self._ids[article],
                count=count,
            )

    def _keep(self, table: Table[Any], rows: Iterable[Row]) -> int:
        """Insert the rows that fit; return how many."""
        kept = lost = 0
        for some in _batched(rows, _AT_ONCE):
            fitting = [
                mended(table.name, row, self._ids.get(row.get("article")), self._tell)
                for row in some
                if self._fits(table, row)
            ]
            inserted = self._insert(table, fitting)
            kept += inserted
            lost += len(some) - inserted
        if lost:
            self._tell("{count} rows of {table} do not fit, and were left out.", count=lost, table=table.name)
        return kept

    def _fits(self, table: Table[Any], row: Row) -> bool:
        if table is AnnotationRows and (row["end"] or 0) > self._lengths.get(row["article"], 0):
            return False
        if table is LabelRows and not is_name(row["name"]):
            return False
        for constraint in table.foreign_key_constraints:
            values = tuple(row.get(column.name) for column in constraint.columns)
            if None not in values and values not in self._keys.get(constraint.referred_table.name, ()):
                return False
        return True

    def _insert(self, table: Table[Any], rows: Sequence[Row]) -> int:
        """Insert rows at once, or one by one if one of them does not let it."""
        if not rows:
            return 0
        whole = [
            {column.name: row.get(column.name, _default(column.name)) for column in table.columns}
            for row in rows
        ]
        try:
            with self._connection.begin_nested():
                values = [tuple(row.values()) for row in whole]
                backend_of(self._connection).insert(self._connection, table, values)
        except (DBAPIError, UnicodeEncodeError):
            return sum(self._insert(table, [row]) for row in rows) if len(rows) > 1 else 0
        keys = [column.name for column in table.primary_key]
        self._keys.setdefault(table.name, set()).update(tuple(row[name] for name in keys) for row in whole)
        return len(rows)

    def _tell(self, template: str, **facts: object) -> None:
        self._rescued.faults.append((template, facts))


def _batched(rows: Iterable[Row], count: int) -> Iterator[list[Row]]:
    each = iter(rows)
    while some := [*islice(each, count)]:
        yield some


def _name(row: Row | None, number: object) -> object:
    """Return an article's id, or its number where that cannot be read."""
    return row["id"] if row and is_readable(row["id"]) else number


def _default(column: str) -> object:
    """Return what an older version, which did not have a column, meant."""
    return {
        "retired": False,
        "is_resolved": False,
        "display": "{}",
        "description": "{}",
        "examples": "[]",
    }.get(column)
