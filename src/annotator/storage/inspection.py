"""What the project holds in all, and whether it is sound."""

import hashlib
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, func, select

from annotator.domain.article import ArticleState
from annotator.storage.article_meta import read_meta
from annotator.storage.backend import Fault, backend_of
from annotator.storage.search_index import Digest, SearchIndex
from annotator.storage.tables import (
    AnnotationRows,
    AnnotatorRows,
    ArticleRows,
    ArticleTextRows,
    LabelRows,
    LayerRows,
)

_AT_ONCE = 500
_OPTIONAL = ("external_id", "title", "source", "published")


class Inspection:
    def __init__(self, connection: Connection, search_index: SearchIndex) -> None:
        self._connection = connection
        self._search_index = search_index

    def article_count(self) -> int:
        return self._connection.scalar(select(func.count()).select_from(ArticleRows)) or 0

    def character_count(self) -> int:
        return self._connection.scalar(select(func.sum(func.length(ArticleTextRows.c.text)))) or 0

    def state_counts(self) -> dict[str, dict[ArticleState, int]]:
        """Count begun articles by annotator's name and state."""
        query = (
            select(AnnotatorRows.c.name, LayerRows.c.state, func.count())
            .join(LayerRows, LayerRows.c.annotator == AnnotatorRows.c.number)
            .group_by(AnnotatorRows.c.number, LayerRows.c.state)
            .order_by(AnnotatorRows.c.number)
        )
        counts: dict[str, dict[ArticleState, int]] = {}
        for name, state, count in self._connection.execute(query):
            counts.setdefault(name, {})[ArticleState(state)] = count
        return counts

    def label_counts(self) -> dict[str, dict[str, int]]:
        """Count annotations by annotator's and label's name."""
        row = AnnotationRows.c
        # Counted before they are joined, which takes half of the time.
        counted = select(row.annotator, row.label, func.count().label("count"))
        found = counted.group_by(row.annotator, row.label).subquery().c
        query = (
            select(AnnotatorRows.c.name, LabelRows.c.name, found["count"])
            .join(AnnotatorRows, AnnotatorRows.c.number == found.annotator)
            .join(LabelRows, LabelRows.c.number == found.label)
            .order_by(AnnotatorRows.c.number, LabelRows.c.number)
        )
        counts: dict[str, dict[str, int]] = {}
        for annotator, label, count in self._connection.execute(query):
            counts.setdefault(annotator, {})[label] = count
        return counts

    def faults(self) -> Iterator[Fault]:
        """Yield a sentence template and its facts for everything that is not as it was stored."""
        yield from backend_of(self._connection).faults(self._connection)
        yield from self._faulty_articles()
        yield from self._faulty_notes()

    def _faulty_articles(self) -> Iterator[Fault]:
        # As bytes: damage may leave them no text at all, which SQLite's driver would refuse to read.
        utf8 = backend_of(self._connection).utf8
        row = ArticleRows.c
        longest = (
            select(func.max(AnnotationRows.c.end))
            .where(AnnotationRows.c.article == ArticleRows.c.number)
            .correlate(ArticleRows)
            .scalar_subquery()
        )
        query = select(
            *(row.number, row.id, row.sha256, longest.label("reach")),
            *(utf8(row[name]).label(name) for name in (*_OPTIONAL, "meta")),
            utf8(ArticleTextRows.c.text).label("text"),
        ).outerjoin(ArticleTextRows, ArticleTextRows.c.article == ArticleRows.c.number)
        indexed = self._search_index.digests()
        after = 0
        while rows := self._connection.execute(
            query.where(ArticleRows.c.number > after).order_by(ArticleRows.c.number).limit(_AT_ONCE)
        ).all():
            for article in rows:
                after = article.number
                yield from _faulty_facts(article)
                yield from self._faulty_text(article, indexed.pop(article.number, (0, 0)))
        if indexed:
            yield "The search index has articles that are not there: {count}.", {"count": len(indexed)}

    def _faulty_text(self, article: Any, in_index: Digest) -> Iterator[Fault]:
        about: dict[str, object] = {"article": article.id}
        text, title = article.text, article.title or b""
        if text is None:
            yield "Article {article} has lost its text.", about
        elif hashlib.sha256(text).hexdigest() != article.sha256:
            yield "The text of article {article} is not what was imported.", about
        elif article.reach is not None and article.reach > len(text.decode()):
            yield "A span of article {article} ends after its text.", about
        elif _is_utf8(title) and in_index != self._search_index.digest(title.decode(), text.decode()):
            yield "The search index does not know the words of article {article}.", about

    def _faulty_notes(self) -> Iterator[Fault]:
        utf8 = backend_of(self._connection).utf8
        for table in (LayerRows, AnnotationRows):
            notes = select(ArticleRows.c.id, utf8(table.c.note)).where(table.c.note.is_not(None))
            joined = notes.join_from(table, ArticleRows, table.c.article == ArticleRows.c.number)
            for article, note in self._connection.execute(joined):
                if not _is_utf8(note):
                    yield "A note in article {article} cannot be read.", {"article": article}


def _faulty_facts(article: Any) -> Iterator[Fault]:
    for column in _OPTIONAL:
        if not _is_utf8(getattr(article, column)):
            said = "The {column} of article {article} cannot be read."
            yield said, {"column": column, "article": article.id}
    if read_meta(article.meta) is None:
        yield "The metadata of article {article} cannot be read.", {"article": article.id}


def _is_utf8(data: bytes | None) -> bool:
    try:
        return data is None or data.decode() is not None
    except UnicodeDecodeError:
        return False
