"""The making of a work package: a project of its own, with some articles and one annotator's layers."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import orjson
from sqlalchemy import Connection, Table, insert, select

from annotator.domain import moment
from annotator.domain.identity import new_id
from annotator.domain.work_package import WorkPackage
from annotator.storage.annotators import GOLD
from annotator.storage.article_meta import meta_of
from annotator.storage.articles import COPY_OF
from annotator.storage.backend import backend_of
from annotator.storage.project import new_tables
from annotator.storage.review_tables import CommentRows
from annotator.storage.tables import (
    AnnotationRows,
    AnnotatorRows,
    ArticleRows,
    ArticleTextRows,
    ForbiddenOverlapRows,
    GuidelinesRows,
    HistoryRows,
    LabelRows,
    LayerRows,
    ProjectRows,
    RelationRows,
)
from annotator.storage.unit_of_work import UnitOfWork

_AT_ONCE = 500
_OF_A_LAYER = ("annotation", "relation", "layer")
"""The kinds of edits that make a layer what it is."""

_LAYERS = (LayerRows, AnnotationRows, RelationRows, CommentRows)


def write_package(
    work: UnitOfWork, out: Path, package: WorkPackage, articles: Sequence[int], *, with_gold: bool
) -> None:
    """Make a package of the articles of some numbers, which keep their numbers. Raises ProjectError."""
    with new_tables(out) as connection:
        own = {"number": 1, "id": new_id(), "created": moment.now()}
        connection.execute(insert(ProjectRows), [own])
        for table in (LabelRows, ForbiddenOverlapRows, GuidelinesRows):
            _put(connection, table, work.connection.execute(select(table)))
        by = work.annotators.number(package.annotator)
        for first in range(0, len(articles), _AT_ONCE):
            page = articles[first : first + _AT_ONCE]
            _copy_articles(work.connection, connection, page, by)
            if with_gold:
                _copy_layers(work.connection, connection, page, GOLD)
        _copy_people(work.connection, connection, by)
        target = UnitOfWork(connection)
        target.packages.add(package, articles)
        target.search_index.rebuild()


def _copy_articles(source: Connection, target: Connection, articles: Sequence[int], by: int) -> None:
    told = source.execute(select(ArticleRows).where(ArticleRows.c.number.in_(articles)))
    # meta is the last column
    _put(target, ArticleRows, [(*row[:-1], _untold(row.id, row.meta)) for row in told])
    texts = select(ArticleTextRows).where(ArticleTextRows.c.article.in_(articles))
    _put(target, ArticleTextRows, source.execute(texts))
    _copy_layers(source, target, articles, by)
    _put(target, HistoryRows, history_of(source, articles, by))


def _copy_layers(source: Connection, target: Connection, articles: Sequence[int], by: int) -> None:
    for table in _LAYERS:
        mine = select(table).where(table.c.article.in_(articles), table.c.annotator == by)
        _put(target, table, source.execute(mine))


def _copy_people(source: Connection, target: Connection, by: int) -> None:
    """Copy the annotator and whoever edited or commented on their work: who else there is, is not told."""
    authors = (HistoryRows.c.annotator, CommentRows.c.author, LayerRows.c.annotator)
    numbers = {by, *(number for author in authors for number in target.scalars(select(author).distinct()))}
    people = select(AnnotatorRows).where(AnnotatorRows.c.number.in_(numbers))
    _put(target, AnnotatorRows, source.execute(people))


def history_of(connection: Connection, articles: Iterable[int], by: int) -> list[Any]:
    """Return the edits of one annotator's layers, whoever made them, in the order made."""
    row = HistoryRows.c
    name = connection.scalar(select(AnnotatorRows.c.name).where(AnnotatorRows.c.number == by))
    query = select(HistoryRows).where(row.article.in_(list(articles)), row.kind.in_(_OF_A_LAYER))
    return [
        edit
        for edit in connection.execute(query.order_by(row.sequence))
        if orjson.loads(edit.after or edit.before or "{}").get("annotator") == name
    ]


def _untold(article_id: str, meta: str) -> str:
    """Leave out that an article is a copy of one that its annotator has labelled before."""
    if f'"{COPY_OF}":' not in meta:
        return meta
    told = {key: value for key, value in meta_of(article_id, meta).items() if key != COPY_OF}
    return orjson.dumps(told).decode()


def _put(connection: Connection, table: Table, rows: Iterable[Any]) -> None:
    found = [tuple(row) for row in rows]
    if found:
        backend_of(connection).insert(connection, table, found)
