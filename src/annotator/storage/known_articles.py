"""Which of the articles that come in the project holds already."""

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Connection, select

from annotator.domain.article import fingerprint
from annotator.domain.errors import FormatError
from annotator.domain.identity import new_id
from annotator.domain.record import Record
from annotator.storage.tables import ArticleRows


class KnownArticles:
    """Matches the records of one file, a batch at a time, against the project.

    A record with an id is the article of that id. One without is an article that has the same text and the
    same id outside; with no id outside either, only an article from before this file, so that a file may
    hold one text twice.
    """

    def __init__(self, connection: Connection, path: Path, last_before: int) -> None:
        self._connection = connection
        self._path = path
        self._last_before = last_before
        self._by_id: dict[str, tuple[int, str]] = {}
        self._by_text: dict[tuple[str, str | None], int] = {}

    def look_up(self, records: Sequence[Record]) -> list[str]:
        """Read what the project has of these; return the fingerprints of their texts."""
        prints = [record.sha256 or fingerprint(record.text) for record in records]
        columns = select(
            ArticleRows.c.number, ArticleRows.c.id, ArticleRows.c.sha256, ArticleRows.c.external_id
        )
        ids = [record.id for record in records if record.id]
        rows = [*self._connection.execute(columns.where(ArticleRows.c.id.in_(ids)))] if ids else []
        self._by_id = {row.id: (row.number, row.sha256) for row in rows}
        if len(ids) < len(records):
            # Not those that this file brought without an id: a text may stand there a thousand times.
            is_named = ArticleRows.c.external_id.is_not(None) | (ArticleRows.c.number <= self._last_before)
            rows = [*self._connection.execute(columns.where(ArticleRows.c.sha256.in_(prints), is_named))]
        self._by_text = {}
        for row in rows:
            self._by_text.setdefault((row.sha256, row.external_id), row.number)
        return prints

    def find(self, record: Record, sha256: str) -> int | None:
        if record.id is None:
            return self._by_text.get((sha256, record.external_id))
        number, known = self._by_id.get(record.id, (None, sha256))
        if known != sha256:
            raise FormatError(
                "{path}, line {line}: the project has article {article} with another text.",
                path=self._path,
                line=record.line,
                article=record.id,
            )
        return number

    def add(self, record: Record, sha256: str, number: int) -> str:
        """Remember an article that is new; return its id, a new one if the record has none."""
        article_id = record.id or new_id()
        if record.id is None and record.external_id is not None:
            self._by_text[sha256, record.external_id] = number
        self._by_id[article_id] = number, sha256
        return article_id
