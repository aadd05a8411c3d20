"""What the project holds in all, and whether it is sound."""

import hashlib
from collections.abc import Iterator

from sqlalchemy import Connection, LargeBinary, cast, func, select

from annotator.domain.article import ArticleState
from annotator.storage.tables import (
    AnnotationRow,
    AnnotatorRow,
    ArticleRow,
    ArticleTextRow,
    LabelRow,
    LayerRow,
)

_AT_ONCE = 500


class Inspection:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def article_count(self) -> int:
        return self._connection.scalar(select(func.count()).select_from(ArticleRow)) or 0

    def character_count(self) -> int:
        return self._connection.scalar(select(func.sum(func.length(ArticleTextRow.text)))) or 0

    def state_counts(self) -> dict[str, dict[ArticleState, int]]:
        """Count begun articles by annotator's name and state."""
        query = (
            select(AnnotatorRow.name, LayerRow.state, func.count())
            .join(LayerRow, LayerRow.annotator == AnnotatorRow.number)
            .group_by(AnnotatorRow.number, LayerRow.state)
            .order_by(AnnotatorRow.number)
        )
        counts: dict[str, dict[ArticleState, int]] = {}
        for name, state, count in self._connection.execute(query):
            counts.setdefault(name, {})[ArticleState(state)] = count
        return counts

    def label_counts(self) -> dict[str, dict[str, int]]:
        """Count annotations by annotator's and label's name."""
        query = (
            select(AnnotatorRow.name, LabelRow.name, func.count())
            .join(AnnotationRow, AnnotationRow.annotator == AnnotatorRow.number)
            .join(LabelRow, LabelRow.number == AnnotationRow.label)
            .group_by(AnnotatorRow.number, LabelRow.number)
            .order_by(AnnotatorRow.number, LabelRow.number)
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
        data = cast(ArticleTextRow.text, LargeBinary)
        columns = ArticleRow.number, ArticleRow.id, ArticleRow.sha256, data
        longest = (
            select(func.max(AnnotationRow.end))
            .where(AnnotationRow.article == ArticleRow.number)
            .correlate(ArticleRow)
            .scalar_subquery()
        )
        query = select(*columns, longest.label("reach")).outerjoin(
            ArticleTextRow, ArticleTextRow.article == ArticleRow.number
        )
        after = 0
        while rows := self._connection.execute(
            query.where(ArticleRow.number > after).order_by(ArticleRow.number).limit(_AT_ONCE)
        ).all():
            for number, article_id, sha256, text, reach in rows:
                after = number
                if text is None:
                    yield "Article {article} has lost its text.", {"article": article_id}
                elif hashlib.sha256(text).hexdigest() != sha256:
                    yield "The text of article {article} is not what was imported.", {"article": article_id}
                elif reach is not None and reach > len(text.decode()):
                    yield "A span of article {article} ends after its text.", {"article": article_id}
