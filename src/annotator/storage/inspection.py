"""What the project holds in all, and whether it is sound."""

import hashlib
from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from annotator.domain.article import ArticleState
from annotator.storage.backend import Fault, backend_of
from annotator.storage.search_index import SearchIndex
from annotator.storage.tables import (
    AnnotationRows,
    AnnotatorRows,
    ArticleRows,
    ArticleTextRows,
    LabelRows,
    LayerRows,
)

_AT_ONCE = 500


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

    def _faulty_articles(self) -> Iterator[Fault]:
        # As bytes: damage may leave them no text at all, which SQLite's driver would refuse to read.
        data = backend_of(self._connection).utf8(ArticleTextRows.c.text)
        row = ArticleRows.c
        columns = row.number, row.id, row.sha256, row.title, data
        longest = (
            select(func.max(AnnotationRows.c.end))
            .where(AnnotationRows.c.article == ArticleRows.c.number)
            .correlate(ArticleRows)
            .scalar_subquery()
        )
        query = select(*columns, longest.label("reach")).outerjoin(
            ArticleTextRows, ArticleTextRows.c.article == ArticleRows.c.number
        )
        indexed = self._search_index.digests()
        after = 0
        while rows := self._connection.execute(
            query.where(ArticleRows.c.number > after).order_by(ArticleRows.c.number).limit(_AT_ONCE)
        ).all():
            for number, article_id, sha256, title, text, reach in rows:
                after = number
                about: dict[str, object] = {"article": article_id}
                in_index = indexed.pop(number, (0, 0))
                if text is None:
                    yield "Article {article} has lost its text.", about
                elif hashlib.sha256(text).hexdigest() != sha256:
                    yield "The text of article {article} is not what was imported.", about
                elif reach is not None and reach > len(text.decode()):
                    yield "A span of article {article} ends after its text.", about
                elif in_index != self._search_index.digest(title, text.decode()):
                    yield "The search index does not know the words of article {article}.", about
        if indexed:
            yield "The search index has articles that are not there: {count}.", {"count": len(indexed)}
