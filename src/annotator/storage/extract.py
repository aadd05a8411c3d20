"""Records in bulk, from the project into files."""

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, Table, bindparam, func, literal, null, select

from annotator.domain.annotation import Origin
from annotator.domain.article import ArticleState, fingerprint
from annotator.domain.errors import StorageError
from annotator.domain.record import Record, RecordRelation, RecordSpan
from annotator.storage.annotators import Annotators
from annotator.storage.article_meta import meta_of
from annotator.storage.tables import (
    AnnotationRows,
    ArticleRows,
    ArticleTextRows,
    LabelRows,
    LayerRows,
    RelationRows,
)

_AT_ONCE = 500

_Layer = tuple[int | None, str, str | None, str | None, Sequence[Any], Sequence[Any]]
"""Annotator, state, guidelines, note, annotations, relations."""

_UNBEGUN: _Layer = (None, ArticleState.NEW.value, None, None, (), ())


class _Queries(NamedTuple):
    """What belongs to articles :first to :last. They are made once, since that takes long."""

    layers: Select[Any]
    annotations: Select[Any]
    relations: Select[Any]


class Extract:
    """Reads all articles in order, each with the layers of some annotators, a few at a time.

    is_plain leaves out of annotations all but span, label and note, for formats that carry no more.
    """

    def __init__(self, connection: Connection, annotators: Annotators, rest: Callable[[], None]) -> None:
        self._connection = connection
        self._rest = rest
        self._annotators = annotators
        self.is_plain = False

    def records(self, annotators: Collection[str], states: Collection[ArticleState] = ()) -> Iterator[Record]:
        """Yield one record an article and layer; an article that none of them began comes once, as new.

        That one names the annotator where there is only one to name. No states means all of them.
        Raises StorageError for a text that is lost or not what was imported, a span that ends after it, and
        damaged metadata.
        """
        names = {self._annotators.number(name): name for name in annotators}
        alone = next(iter(names.values())) if len(names) == 1 else None
        wanted = {state.value for state in states}
        queries = _queries(names, is_plain=self.is_plain)
        for articles in self._in_pages():
            layers = self._layers(queries, articles[0].number, articles[-1].number)
            self._rest()
            for article in articles:
                _expect_sound(article)
                # By name: another project numbers the same people otherwise.
                mine = sorted(layers.get(article.number, ()), key=lambda layer: names[layer[0]])
                for annotator, state, guidelines, note, annotations, relations in mine or [_UNBEGUN]:
                    if not wanted or state in wanted:
                        name = alone if annotator is None else names[annotator]
                        about = name, ArticleState(state), guidelines, note
                        yield self._record(article, about, annotations, relations)

    def by_article(
        self, annotators: Collection[str], states: Collection[ArticleState] = ()
    ) -> Iterator[list[Record]]:
        """Yield the same records, those of one article together."""
        for _, group in groupby(self.records(annotators, states), lambda record: record.id):
            yield list(group)

    def count(self, annotators: Collection[str], states: Collection[ArticleState] = ()) -> int:
        """Return how many records there are, without reading them."""
        numbers = [self._annotators.number(name) for name in annotators]
        mine = select(func.count()).select_from(LayerRows).where(LayerRows.c.annotator.in_(numbers))
        begun = select(func.count(LayerRows.c.article.distinct())).where(LayerRows.c.annotator.in_(numbers))
        wanted = {state.value for state in states}
        layers = mine.where(LayerRows.c.state.in_(wanted)) if wanted else mine
        total = self._connection.scalar(layers) or 0
        if not wanted or ArticleState.NEW.value in wanted:
            everything = self._connection.scalar(select(func.count()).select_from(ArticleRows)) or 0
            total += everything - (self._connection.scalar(begun) or 0)
        return total

    def _in_pages(self) -> Iterator[Sequence[Any]]:
        article = ArticleRows.c
        columns = article.number, article.id, article.sha256, article.external_id, article.meta
        query = select(*columns, ArticleTextRows.c.text).outerjoin(
            ArticleTextRows, ArticleTextRows.c.article == ArticleRows.c.number
        )
        after = 0
        while True:
            page = query.where(ArticleRows.c.number > after).order_by(ArticleRows.c.number).limit(_AT_ONCE)
            rows = self._connection.execute(page).all()
            if not rows:
                self._rest()
                return
            yield rows
            after = rows[-1].number

    def _layers(self, queries: _Queries, first: int, last: int) -> dict[int, list[_Layer]]:
        """Return the layers of articles first to last, by article."""

        def rows(query: Select[Any]) -> Sequence[Any]:
            return self._connection.execute(query, {"first": first, "last": last}).all()

        annotations, relations = _grouped(rows(queries.annotations)), _grouped(rows(queries.relations))
        layers: dict[int, list[_Layer]] = {}
        for article, annotator, *about in rows(queries.layers):
            key = article, annotator
            mine = (annotator, *about, annotations.get(key, ()), relations.get(key, ()))
            layers.setdefault(article, []).append(mine)
        return layers

    def _record(
        self,
        article: Any,
        about: tuple[str | None, ArticleState, str | None, str | None],
        annotations: Sequence[Any],
        relations: Sequence[Any],
    ) -> Record:
        spans = [RecordSpan(*row[2:]) for row in annotations if row[2] is not None]
        if max([span[1] for span in spans], default=0) > len(article.text):
            raise StorageError("A span of article {article} ends after its text.", article=article.id)
        spans.sort(key=_reading_order)
        # Hardly any annotation is on a whole article.
        whole = [row[4] for row in annotations if row[2] is None] if len(spans) < len(annotations) else []
        return Record(
            text=article.text,
            id=article.id,
            sha256=article.sha256,
            external_id=article.external_id,
            meta=meta_of(article.id, article.meta),
            annotator=about[0],
            state=about[1],
            guidelines=about[2],
            note=about[3],
            labels=tuple(sorted(whole)),
            spans=tuple(spans),
            relations=tuple(RecordRelation(*row[2:]) for row in relations),
        )


def _queries(annotators: Collection[int], *, is_plain: bool) -> _Queries:
    def between(row: Table[Any], *columns: Any) -> Select[Any]:
        chosen = select(row.c.article, row.c.annotator, *columns)
        places = row.c.article.between(bindparam("first"), bindparam("last"))
        chosen = chosen.where(places, row.c.annotator.in_(annotators))
        return chosen.order_by(row.c.article, row.c.annotator)

    row, arc = AnnotationRows.c, RelationRows.c
    columns: list[Any] = [row.start, row.end, LabelRows.c.name]
    if is_plain:
        columns += [null(), literal(Origin.IMPORT.value, literal_execute=True), null(), row.note]
    else:
        columns += [row.id, row.origin, row.score, row.note, row.created, row.updated]
    return _Queries(
        between(LayerRows, LayerRows.c.state, LayerRows.c.guidelines, LayerRows.c.note),
        between(AnnotationRows, *columns).join(LabelRows, LabelRows.c.number == row.label),
        between(RelationRows, arc.id, arc.start, arc.end, arc.label).order_by(arc.id),
    )


def _grouped(rows: Sequence[Any]) -> dict[tuple[int, int], list[Any]]:
    return {key: list(group) for key, group in groupby(rows, itemgetter(0, 1))}


def _expect_sound(article: Any) -> None:
    if article.text is None:
        raise StorageError("Article {article} has lost its text.", article=article.id)
    if fingerprint(article.text) != article.sha256:
        raise StorageError(
            "The text of article {article} is damaged: it is not what was imported.", article=article.id
        )


def _reading_order(span: RecordSpan) -> tuple[int, int, str, str | None]:
    return span.start, -span.end, span.label, span.id
