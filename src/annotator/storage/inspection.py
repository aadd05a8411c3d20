"""What the project holds in all, and whether it is sound."""

import hashlib
from collections.abc import Iterator

from sqlalchemy import Connection, LargeBinary, cast, func, select

from annotator.domain.article import ArticleState
from annotator.storage.search_index import SearchIndex, digest
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
        query = (
            select(AnnotatorRows.c.name, LabelRows.c.name, func.count())
            .join(AnnotationRows, AnnotationRows.c.annotator == AnnotatorRows.c.number)
            .join(LabelRows, LabelRows.c.number == AnnotationRows.c.label)
            .group_by(AnnotatorRows.c.number, LabelRows.c.number)
            .order_by(AnnotatorRows.c.number, LabelRows.c.number)
        )
        counts: dict[str, dict[str, int]] = {}
        for annotator, label, count in self._connection.execute(query):
            counts.setdefault(annotator, {})[label] = count
        return counts

    def faults(self) -> Iterator[tuple[str, dict[str, object]]]:
        """Yield a sentence template and its facts for everything that is not as it was stored."""
        for (said,) in self._connection.exec_driver_sql("PRAGMA integrity_check"):
            if said != "ok":
                yield "The database file is damaged: {reason}", {"reason": said}
        for table, row, parent, _ in self._connection.exec_driver_sql("PRAGMA foreign_key_check"):
            yield (
                "A row of {table} ({row}) refers to a {parent} that is not there.",
                {
                    "table": table,
                    "row": row,
                    "parent": parent,
                },
            )
        yield from self._faulty_articles()

    def _faulty_articles(self) -> Iterator[tuple[str, dict[str, object]]]:
        # As bytes: damage may leave them no text at all, which SQLite's driver would refuse to read.
        data = cast(ArticleTextRows.c.text, LargeBinary)
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
                elif in_index != digest(title, text.decode()):
                    yield "The search index does not know the words of article {article}.", about
        if indexed:
            yield "The search index has articles that are not there: {count}.", {"count": len(indexed)}
