"""The index of words: which articles hold all of some terms, kept in the transaction that adds articles."""

from collections.abc import Iterable, Iterator
from functools import reduce
from operator import xor

from sqlalchemy import Connection, Integer, TextClause, column, select, table, text

from annotator.arabic.phrases import Phrase
from annotator.arabic.terms import terms
from annotator.storage.tables import ArticleRows, ArticleTextRows

_AT_ONCE = 500

Digest = tuple[int, int]
"""How many terms, and what their hashes come to: the same within one run of the program."""


ArticleTerms = table("article_terms", column("rowid", Integer))


def holds(*phrases: Phrase) -> TextClause:
    """Return the condition on ArticleTerms that an article has all words of some phrases."""
    wanted = " AND ".join(f"({_any(phrase)})" for phrase in phrases if phrase.words)
    return text("article_terms MATCH :terms").bindparams(terms=wanted)


def _any(phrase: Phrase) -> str:
    return " OR ".join(f"({_all(one)})" for one in phrase.each())


def _all(phrase: Phrase) -> str:
    # A term is letters and digits; in quotation marks FTS5 takes it for nothing else.
    words = [f'"{word}"' for word in phrase.words]
    return " AND ".join(words) + "*" * phrase.is_open


class SearchIndex:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, articles: Iterable[tuple[int, str | None, str]]) -> None:
        """Take in articles that are new to the project: number, title and text."""
        rows = [(number, " ".join(_terms(title, text))) for number, title, text in articles]
        if rows:
            self._connection.exec_driver_sql("INSERT INTO article_terms (rowid, terms) VALUES (?, ?)", rows)

    def rebuild(self) -> None:
        """Make the index anew from the articles."""
        self._connection.exec_driver_sql("INSERT INTO article_terms (article_terms) VALUES ('delete-all')")
        for rows in self._pages():
            self.add(rows)

    def digests(self) -> dict[int, Digest]:
        """Return the digest of what the index holds of each article, by number."""
        self._connection.exec_driver_sql(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.article_terms_held"
            " USING fts5vocab(main, article_terms, instance)"
        )
        found: dict[int, Digest] = {}
        for term, number in self._connection.exec_driver_sql("SELECT term, doc FROM article_terms_held"):
            count, total = found.get(number, (0, 0))
            found[number] = count + 1, total ^ hash(term)
        return found

    def _pages(self) -> Iterator[list[tuple[int, str | None, str]]]:
        query = (
            select(ArticleRows.c.number, ArticleRows.c.title, ArticleTextRows.c.text)
            .join_from(ArticleRows, ArticleTextRows)
            .order_by(ArticleRows.c.number)
            .limit(_AT_ONCE)
        )
        after = 0
        while rows := self._connection.execute(query.where(ArticleRows.c.number > after)).all():
            yield [(number, title, words) for number, title, words in rows]
            after = rows[-1].number


def _terms(title: str | None, text: str) -> set[str]:
    return terms(f"{title} {text}" if title else text)


def digest(title: str | None, text: str) -> Digest:
    """Return the digest of what the index should hold of an article."""
    found = _terms(title, text)
    return len(found), reduce(xor, map(hash, found), 0)
