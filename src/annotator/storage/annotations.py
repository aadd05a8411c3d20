"""Annotators' layers: the states and the annotations in them."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Text,
    and_,
    bindparam,
    cast,
    delete,
    exists,
    func,
    insert,
    literal_column,
    select,
    true,
    union,
    update,
)

from annotator.domain.annotation import Annotation, Layer, Presentation, Relation
from annotator.domain.article import CLOSED_STATES, ArticleState
from annotator.domain.edit import Edit
from annotator.domain.errors import StaleError
from annotator.domain.label import Label
from annotator.domain.span import Span
from annotator.storage.annotators import Annotators
from annotator.storage.articles import Articles
from annotator.storage.labels import Guidelines, Labels
from annotator.storage.relations import Relations
from annotator.storage.tables import (
    LONG_SPAN,
    AnnotationRows,
    ArticleRows,
    ArticleTextRows,
    LabelRows,
    LayerRows,
)

_LONG_TEXT = 100_000


def _of_layer(row: Any) -> ColumnElement[bool]:
    return and_(row.article == bindparam("article"), row.annotator == bindparam("by"))


def _overlapping() -> Select[Any]:
    """Find what lies near a place by where it begins, and what is long by another index, which is short.

    Asked for all that begins before a span ends and ends after it begins, SQLite goes through half the layer.
    """
    near = AnnotationRows.alias("near").c
    overlaps = and_(_of_layer(near), near.start < bindparam("end"), near.end > bindparam("start"))
    short = select(near.id).where(overlaps, near.start >= bindparam("start") - LONG_SPAN)
    long = select(near.id).where(overlaps, near.end - near.start > literal_column(str(LONG_SPAN)))
    return _LAYER.where(AnnotationRows.c.id.in_(union(short, long)))


# Made once: to make them takes longer than to run them. In the order of Annotation.reading_order, which takes
# Python far longer.
_LAYER = (
    select(AnnotationRows)
    .join(LabelRows, LabelRows.c.number == AnnotationRows.c.label)
    .where(_of_layer(AnnotationRows.c))
    .order_by(
        AnnotationRows.c.start.nulls_first(), AnnotationRows.c.end.desc(), LabelRows.c.id, AnnotationRows.c.id
    )
)
_OVERLAPPING = _overlapping()
_STATE = select(LayerRows.c.state, LayerRows.c.note).where(_of_layer(LayerRows.c))
_ADDED = insert(AnnotationRows)


class Annotations:
    def __init__(
        self,
        connection: Connection,
        annotators: Annotators,
        labels: Labels,
        guidelines: Guidelines,
        articles: Articles,
    ) -> None:
        self._connection = connection
        self._annotators = annotators
        self._labels = labels
        self._guidelines = guidelines
        self._articles = articles
        self.relations = Relations(connection, annotators, articles)
        self._layers: dict[tuple[str, str], Layer] = {}

    def of(self, article: str, annotator: str) -> list[Annotation]:
        """Return one layer, in reading order; annotations of the whole article come first."""
        return self._found(_LAYER, article, annotator)

    def of_several(self, articles: Mapping[int, str], annotator: str) -> dict[str, list[Annotation]]:
        """Return one annotator's annotations in articles given by number and id, keyed by the id."""
        by, row = self._annotators.find(annotator), AnnotationRows.c
        labels = self._labels.by_number()
        found: dict[str, list[Annotation]] = {article: [] for article in articles.values()}
        query = select(AnnotationRows).where(row.article.in_(articles), row.annotator == by)
        for item in self._connection.execute(query) if by is not None else ():
            article = articles[item[0]]
            found[article].append(value_of(item, article, annotator, labels))
        for given in found.values():
            given.sort(key=lambda item: item.reading_order)
        return found

    def overlapping(self, article: str, annotator: str, span: Span) -> list[Annotation]:
        """Return what shares a code point with a span, in one layer, in reading order."""
        return self._found(_OVERLAPPING, article, annotator, start=span.start, end=span.end)

    def beginnings(self, annotator: str, most: int) -> list[tuple[str, str, tuple[int, ...]]]:
        """Return id, text and where spans begin of the last articles that an annotator has labelled.

        Of a long text it is the beginning.
        """
        row, text = AnnotationRows.c, func.substr(ArticleTextRows.c.text, 1, _LONG_TEXT)
        starts = func.aggregate_strings(cast(row.start, Text), ",").label("starts")
        last = (
            select(row.article, starts)
            .where(row.annotator == self._annotators.find(annotator), row.start.is_not(None))
            .group_by(row.article)
            .order_by(row.article.desc())
            .limit(most)
            .subquery()
        )
        query = (
            select(ArticleRows.c.id, text, last.c.starts)
            .join(last, last.c.article == ArticleRows.c.number)
            .join(ArticleTextRows, ArticleTextRows.c.article == ArticleRows.c.number)
            .order_by(ArticleRows.c.number.desc())
        )
        return [
            (article, beginning, tuple(map(int, starts.split(","))))
            for article, beginning, starts in self._connection.execute(query)
        ]

    def _found(self, statement: Select[Any], article: str, annotator: str, **places: int) -> list[Annotation]:
        number = self._articles.number(article)  # first, since it locks the article: nobody new begins it
        by = self._annotators.find(annotator)
        if by is None:
            return []
        given = {"article": number, "by": by} | places
        labels = self._labels.by_number()
        rows = self._connection.execute(statement, given)
        return [value_of(row, article, annotator, labels) for row in rows]

    def layers_of(self, annotator: str) -> int:
        """Count the articles that an annotator has begun."""
        mine = LayerRows.c.annotator == self._annotators.find(annotator)
        return self._connection.scalar(select(func.count()).select_from(LayerRows).where(mine)) or 0

    def begun(self, annotator: str | None = None) -> set[str]:
        """Return the articles that an annotator, or anybody, has begun or skipped."""
        mine = true() if annotator is None else LayerRows.c.annotator == self._annotators.find(annotator)
        return set(self._with_layers(and_(LayerRows.c.state != ArticleState.NEW.value, mine)))

    def closed(self, annotator: str) -> list[str]:
        """Return the articles that an annotator has submitted, or that were accepted, in order."""
        states = LayerRows.c.state.in_([state.value for state in CLOSED_STATES])
        return self._with_layers(and_(states, LayerRows.c.annotator == self._annotators.find(annotator)))

    def _with_layers(self, condition: ColumnElement[bool]) -> list[str]:
        query = select(ArticleRows.c.id).where(
            exists().where(LayerRows.c.article == ArticleRows.c.number, condition)
        )
        return list(self._connection.scalars(query.order_by(ArticleRows.c.number)))

    def has_both(self, relation: Relation) -> bool:
        """Tell whether the annotations that a relation joins are there."""
        row = AnnotationRows.c
        query = select(func.count()).where(
            row.article == self._articles.number(relation.article),
            row.annotator == self._annotators.find(relation.annotator),
            row.id.in_((relation.start, relation.end)),
        )
        return self._connection.scalar(query) == 2

    def layer(self, article: str, annotator: str) -> Layer:
        """A layer that nobody has begun is new."""
        key = article, annotator
        if key not in self._layers:
            self._layers[key] = self._read_layer(article, annotator)
        return self._layers[key]

    def _read_layer(self, article: str, annotator: str) -> Layer:
        number = self._articles.number(article)  # first, as above
        by = self._annotators.find(annotator)
        given = {"article": number, "by": by}
        row = None if by is None else self._connection.execute(_STATE, given).first()
        state, note = row or (ArticleState.NEW, None)
        return Layer(article, annotator, ArticleState(state), note)

    def apply(self, edit: Edit) -> None:
        """Make one edit. Raises EditError where what it found is not the edit's before."""
        match edit.before, edit.after:
            case Annotation() as before, None:
                self._expect(before)
                self._connection.execute(delete(AnnotationRows).where(self._key(before)))
            case None, Annotation() as after:
                self._connection.execute(_ADDED, self.row(after))
            case Annotation() as before, Annotation() as after:
                self._expect(before)
                self._connection.execute(
                    update(AnnotationRows).where(self._key(before)).values(**self.row(after))
                )
            case Layer(), Layer() as after:
                self._set_layer(after)
            case Relation() | None, Relation() | None:
                self.relations.apply(edit)
            case Presentation(), Presentation() as after:
                self._articles.set_direction(after.article, after.direction)
            case _:
                raise ValueError(f"not an edit that a project can make: {edit}")

    def _expect(self, before: Annotation) -> None:
        row = self._connection.execute(select(AnnotationRows).where(self._key(before))).first()
        labels = self._labels.by_number()
        if row is None or value_of(row, before.article, before.annotator, labels) != before:
            raise StaleError("This annotation was changed elsewhere meanwhile; nothing was done.")

    def _set_layer(self, layer: Layer) -> None:
        key = {
            "article": self._articles.number(layer.article),
            "annotator": self._annotators.find_or_add(layer.annotator),
        }
        values = {"state": layer.state.value, "note": layer.note}
        changed = self._connection.execute(update(LayerRows).filter_by(**key).values(values))
        if not changed.rowcount:
            version = self._guidelines.version()
            guidelines = None if version is None else str(version)
            self._connection.execute(insert(LayerRows).values(**key, **values, guidelines=guidelines))
        self._layers[layer.article, layer.annotator] = layer

    def _key(self, annotation: Annotation) -> Any:
        return and_(
            AnnotationRows.c.article == self._articles.number(annotation.article),
            AnnotationRows.c.annotator == self._annotators.number(annotation.annotator),
            AnnotationRows.c.id == annotation.id,
        )

    def row(self, annotation: Annotation) -> dict[str, object]:
        return {
            "article": self._articles.number(annotation.article),
            "annotator": self._annotators.number(annotation.annotator),
            "id": annotation.id,
            "start": annotation.span and annotation.span.start,
            "end": annotation.span and annotation.span.end,
            "label": self._labels.number(annotation.label),
            "origin": annotation.origin,
            "score": annotation.score,
            "note": annotation.note,
            "created": annotation.created,
            "updated": annotation.updated,
        }


def value_of(row: Sequence[Any], article: str, annotator: str, labels: dict[int, Label]) -> Annotation:
    # By place, not by name: an article of 20,000 annotations opens in half the time.
    _, _, annotation_id, start, end, label, origin, score, note, created, updated = row
    return Annotation(
        id=annotation_id,
        article=article,
        annotator=annotator,
        label=labels[label].id,
        span=None if start is None else Span(start, end),
        created=created,
        updated=updated,
        origin=origin,
        score=score,
        note=note,
    )
