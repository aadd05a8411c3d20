"""Articles: one whole, or a page of lines for a list."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVarTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    and_,
    bindparam,
    case,
    exists,
    func,
    select,
    update,
)

from annotator.arabic.phrases import Phrase
from annotator.domain.article import (
    Article,
    ArticleFilter,
    ArticleLine,
    ArticleState,
    Direction,
    fingerprint,
    opening,
)
from annotator.domain.errors import NotFoundError, StorageError
from annotator.storage.article_meta import meta_of
from annotator.storage.backend import backend_of, is_writing
from annotator.storage.search_index import ArticleTerms
from annotator.storage.tables import (
    AnnotationRows,
    AnnotatorRows,
    ArticleRows,
    ArticleTextRows,
    LabelRows,
    LayerRows,
)

Columns = TypeVarTuple("Columns")

_DIGITS = 10
"""More than the numbers of articles have."""

_state = func.coalesce(LayerRows.c.state, ArticleState.NEW.value)


COPY_OF = "repeat_of"
"""Among an article's metadata: the article that it is a copy of, for whoever labels it again."""


class SearchedArticle(NamedTuple):
    """What a search needs of an article; state is the filter's annotator's."""

    number: int
    id: str
    heading: str
    state: ArticleState
    text: str


# Made once: to make a statement takes longer than to run it.
_NUMBER = select(ArticleRows.c.number, ArticleRows.c.sha256).where(ArticleRows.c.id == bindparam("id"))
# Whoever is about to write first locks the article: what is read of it next stays so until the end.
_LOCKED = _NUMBER.with_for_update(key_share=True)


class Articles:
    def __init__(self, connection: Connection, lengths: dict[str, int]) -> None:
        self._connection = connection
        self._lengths = lengths
        self._known: dict[str, tuple[int, str]] = {}
        self._number = _LOCKED if is_writing(connection) else _NUMBER

    def number(self, article_id: str) -> int:
        """Raises NotFoundError for an article that was taken back."""
        return self._find(article_id)[0]

    def length(self, article_id: str) -> int:
        """Return how many code points the text has, without reading it. Raises NotFoundError."""
        number, sha256 = self._find(article_id)
        if sha256 not in self._lengths:
            query = select(func.length(ArticleTextRows.c.text)).where(ArticleTextRows.c.article == number)
            self._lengths[sha256] = self._connection.scalars(query).one()
        return self._lengths[sha256]

    def _find(self, article_id: str) -> tuple[int, str]:
        if article_id not in self._known:
            found = self._connection.execute(self._number, {"id": article_id}).one_or_none()
            if found is None:
                raise NotFoundError("The project has no article {article}.", article=article_id)
            self._known[article_id] = found[0], found[1]
        return self._known[article_id]

    def ids(self) -> list[str]:
        """Return the ids of all articles, in order."""
        return list(self._connection.scalars(select(ArticleRows.c.id).order_by(ArticleRows.c.number)))

    def copies(self) -> set[str]:
        """Return the articles that were made to have others labelled again."""
        told = ArticleRows.c.meta.contains(f'"{COPY_OF}":')
        return set(self._connection.scalars(select(ArticleRows.c.id).where(told)))

    def fingerprints(self, articles: Sequence[str]) -> dict[str, str]:
        """Return the fingerprints of articles' texts, by id. Raises NotFoundError."""
        return {article: self._find(article)[1] for article in articles}

    def sources(self) -> list[str]:
        """Return the sources that articles name, in order."""
        query = select(ArticleRows.c.source).distinct().where(ArticleRows.c.source.is_not(None))
        return sorted(source for source in self._connection.scalars(query) if source)

    def get(self, article_id: str) -> Article:
        """Raises StorageError where the text is not the one that was imported, or the metadata is damaged."""
        query = (
            select(ArticleRows, ArticleTextRows.c.text)
            .join_from(ArticleRows, ArticleTextRows)
            .where(ArticleRows.c.id == article_id)
        )
        row = self._connection.execute(query).mappings().one_or_none()
        if row is None:
            raise NotFoundError("The project has no article {article}.", article=article_id)
        if fingerprint(row["text"]) != row["sha256"]:
            raise StorageError(
                "The text of article {article} is damaged: it is not what was imported.", article=article_id
            )
        return Article(
            id=row["id"],
            number=row["number"],
            text=row["text"],
            external_id=row["external_id"],
            direction=Direction(row["direction"]),
            meta=meta_of(article_id, row["meta"]),
        )

    def find(self, name: str) -> str:
        """Return the id of an article by its id, the id it had outside, or its number.

        Raises NotFoundError for none, or for several with one outside id.
        """
        for condition in (ArticleRows.c.id == name, ArticleRows.c.external_id == name):
            found = self._connection.scalars(select(ArticleRows.c.id).where(condition).limit(2)).all()
            if len(found) == 1:
                return found[0]
            if found:
                raise NotFoundError(
                    "Several articles are called {article}; name one by its own id.", article=name
                )
        if name.isdecimal() and len(name) < _DIGITS:
            row = self._connection.scalar(select(ArticleRows.c.id).where(ArticleRows.c.number == int(name)))
            if row is not None:
                return row
        raise NotFoundError("The project has no article {article}.", article=name)

    def set_direction(self, article_id: str, direction: Direction) -> None:
        self._connection.execute(
            update(ArticleRows).where(ArticleRows.c.id == article_id).values(direction=direction.value)
        )

    def last_number(self) -> int:
        return self._connection.scalar(select(func.max(ArticleRows.c.number))) or 0

    def lines(self, shown: ArticleFilter, after: int, upto: int, limit: int) -> list[ArticleLine]:
        """Return at most limit lines with after < number <= upto, in order: a page, found by its key."""
        beginning = case(
            (func.coalesce(ArticleRows.c.title, "") != "", ""),
            else_=func.substr(ArticleTextRows.c.text, 1, 400),
        )
        query = select(
            ArticleRows.c.number,
            ArticleRows.c.id,
            ArticleRows.c.title,
            beginning.label("beginning"),
            ArticleRows.c.published,
            ArticleRows.c.source,
            _state.label("state"),
        )
        key = _key(*_phrases(shown))
        query = self._filtered(query, shown).where(key > after, key <= upto).order_by(key).limit(limit)
        rows = self._connection.execute(query).all()
        counts = self._label_counts([row.number for row in rows], shown.annotator)
        return [_line(row, counts.get(row.number, {})) for row in rows]

    def neighbour(self, shown: ArticleFilter, number: int, *, is_after: bool) -> str | None:
        """Return the id of the nearest article that is shown, after or before a number."""
        query, key = self._filtered(select(ArticleRows.c.id), shown), _key(*_phrases(shown))
        if is_after:
            query = query.where(key > number).order_by(key)
        else:
            query = query.where(key < number).order_by(key.desc())
        return self._connection.scalar(query.limit(1))

    def searched(
        self,
        phrase: Phrase,
        shown: ArticleFilter,
        between: tuple[int, int],
        limit: int,
        *,
        label: str | None = None,
    ) -> list[SearchedArticle]:
        """Return at most limit articles that a filter shows, and that have a phrase's words.

        They are those beyond the first of two numbers and up to the second.

        With a label, the filter's annotator has given it in them. The texts are not compared with their
        fingerprints.
        """
        row, text = ArticleRows.c, ArticleTextRows.c.text
        key = _key(phrase, *_phrases(shown))
        query = select(row.number, row.id, row.title, text, _state.label("state"))
        after, upto = between
        query = self._filtered(query, shown, phrase).where(key > after, key <= upto)
        query = query.order_by(key).limit(limit)
        if label is not None:
            query = query.where(_has_label(label, shown.annotator))
        return [
            SearchedArticle(number, article_id, title or opening(text), ArticleState(state), text)
            for number, article_id, title, text, state in self._connection.execute(query)
        ]

    def _filtered(self, query: Select[*Columns], shown: ArticleFilter, *phrases: Phrase) -> Select[*Columns]:
        me = select(AnnotatorRows.c.number).where(AnnotatorRows.c.name == shown.annotator).scalar_subquery()
        query = query.join(ArticleTextRows, ArticleTextRows.c.article == ArticleRows.c.number)
        query = query.outerjoin(
            LayerRows, and_(LayerRows.c.article == ArticleRows.c.number, LayerRows.c.annotator == me)
        )
        if shown.state is not None:
            query = query.where(_state == shown.state.value)
        wanted = (*phrases, *_phrases(shown))
        if _have_words(wanted):
            query = query.join(ArticleTerms, ArticleTerms.c.rowid == ArticleRows.c.number)
            query = query.where(backend_of(self._connection).holds(wanted))
        return query

    def _label_counts(self, numbers: Sequence[int], annotator: str) -> dict[int, dict[str, int]]:
        query = (
            select(AnnotationRows.c.article, LabelRows.c.id, func.count())
            .join(LabelRows, LabelRows.c.number == AnnotationRows.c.label)
            .join(AnnotatorRows, AnnotatorRows.c.number == AnnotationRows.c.annotator)
            .where(AnnotationRows.c.article.in_(numbers), AnnotatorRows.c.name == annotator)
            .group_by(AnnotationRows.c.article, LabelRows.c.id)
        )
        counts: dict[int, dict[str, int]] = {}
        for article, label, count in self._connection.execute(query):
            counts.setdefault(article, {})[label] = count
        return counts


def _has_label(label: str, annotator: str) -> ColumnElement[bool]:
    given = AnnotationRows.c
    labels = select(LabelRows.c.number).where(LabelRows.c.id == label).scalar_subquery()
    me = select(AnnotatorRows.c.number).where(AnnotatorRows.c.name == annotator).scalar_subquery()
    return exists().where(given.article == ArticleRows.c.number, given.annotator == me, given.label == labels)


def _phrases(shown: ArticleFilter) -> tuple[Phrase, ...]:
    return (replace(Phrase.of(shown.words), is_open=True),)


def _have_words(phrases: Iterable[Phrase]) -> bool:
    return any(phrase.words for phrase in phrases)


def _key(*phrases: Phrase) -> ColumnElement[int]:
    """Return the number of an article in that table which SQLite reads in order."""
    return ArticleTerms.c.rowid if _have_words(phrases) else ArticleRows.c.number


def _line(
    row: Row[int, str, str | None, str, str | None, str | None, str], counts: dict[str, int]
) -> ArticleLine:
    number, article_id, title, beginning, published, source, state = row
    return ArticleLine(
        id=article_id,
        number=number,
        heading=title or opening(beginning),
        published=published,
        source=source,
        state=ArticleState(state),
        label_counts=counts,
    )
