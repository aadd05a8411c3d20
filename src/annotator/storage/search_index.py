"""The index of words: which articles hold all of some terms, kept in the transaction that adds articles."""

from collections.abc import Iterable, Iterator
from functools import reduce
from operator import xor

from sqlalchemy import Connection, Integer, column, select, table

from annotator.arabic.terms import terms
from annotator.storage.backend import backend_of
from annotator.storage.tables import ArticleRows, ArticleTextRows

_AT_ONCE = 500
_HIGHEST = (1 << 31) - 1

Digest = tuple[int, int]
"""How many terms, and what their hashes come to: the same within one run of the program."""


ArticleTerms = table("article_terms", column("rowid", Integer), column("terms"))
"""By article.number, the terms of title and text, with spaces between."""


class SearchIndex:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._backend = backend_of(connection)

    def add(self, articles: Iterable[tuple[int, str | None, str]]) -> None:
        """Take in articles that are new to the project: number, title and text."""
        rows = [(number, " ".join(self._kept(title, text))) for number, title, text in articles]
        if rows:
            self._backend.insert(self._connection, ArticleTerms, rows)

    def remove(self, numbers: range) -> None:
        """Forget articles, which must still be there."""
        for rows in self._pages(numbers):
            gone = [(number, " ".join(self._kept(title, text))) for number, title, text in rows]
            self._backend.forget(self._connection, gone)

    def rebuild(self) -> None:
        """Make the index anew from the articles."""
        self._backend.clear_index(self._connection)
        for rows in self._pages():
            self.add(rows)

    def digests(self) -> dict[int, Digest]:
        """Return the digest of what the index holds of each article, by number."""
        found: dict[int, Digest] = {}
        for term, number in self._backend.indexed(self._connection):
            count, total = found.get(number, (0, 0))
            found[number] = count + 1, total ^ hash(term)
        return found

    def digest(self, title: str | None, text: str) -> Digest:
        """Return the digest of what the index should hold of an article."""
        found = self._kept(title, text)
        return len(found), reduce(xor, map(hash, found), 0)

    def _kept(self, title: str | None, text: str) -> set[str]:
        return self._backend.kept(terms(f"{title} {text}" if title else text))

    def _pages(self, numbers: range = range(_HIGHEST)) -> Iterator[list[tuple[int, str | None, str]]]:
        query = (
            select(ArticleRows.c.number, ArticleRows.c.title, ArticleTextRows.c.text)
            .join_from(ArticleRows, ArticleTextRows)
            .order_by(ArticleRows.c.number)
            .limit(_AT_ONCE)
        )
        after = numbers.start - 1
        while rows := self._connection.execute(
            query.where(ArticleRows.c.number.between(after + 1, numbers.stop - 1))
        ).all():
            yield [(number, title, words) for number, title, words in rows]
            after = rows[-1].number
