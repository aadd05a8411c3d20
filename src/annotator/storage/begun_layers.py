"""All layers that have been begun, article by article."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, select

from annotator.domain.annotation import Annotation, Layer
from annotator.domain.article import ArticleState
from annotator.storage.annotations import value_of
from annotator.storage.annotators import GOLD
from annotator.storage.labels import Labels
from annotator.storage.tables import AnnotationRows, AnnotatorRows, ArticleRows, ArticleTextRows, LayerRows

_AT_ONCE = 100


class BegunArticle(NamedTuple):
    """An article's id and text, and the layers in it, each with its annotations in no order."""

    id: str
    text: str
    layers: tuple[tuple[Layer, list[Annotation]], ...]


class BegunLayers:
    def __init__(self, connection: Connection, rest: Callable[[], None]) -> None:
        self._connection = connection
        self._rest = rest

    def articles(self, annotator: str | None = None) -> Iterator[BegunArticle]:
        """Yield each article with one annotator's layer, or everybody's without gold; a few at a time."""
        names = self._names(annotator)
        numbers = self._numbers(annotator)
        for first in range(0, len(numbers), _AT_ONCE):
            yield from self._page(numbers[first : first + _AT_ONCE], names)

    def _names(self, annotator: str | None) -> dict[int, str]:
        row = AnnotatorRows.c
        found = self._connection.execute(select(row.number, row.name))
        if annotator is None:
            return {number: name for number, name in found if number != GOLD}
        return {number: name for number, name in found if name == annotator}

    def _numbers(self, annotator: str | None) -> Sequence[int]:
        row = LayerRows.c
        query = select(row.article).distinct().order_by(row.article)
        return self._connection.scalars(query.where(row.annotator.in_(self._names(annotator)))).all()

    def _page(self, numbers: Sequence[int], names: dict[int, str]) -> Iterator[BegunArticle]:
        given = self._annotations(numbers, names)
        layers = self._layers(numbers, names)
        known, texts = Labels(self._connection).by_number(), self._texts(numbers)
        self._rest()
        for number, article, text in texts:
            mine = tuple(
                (
                    Layer(article, names[by], ArticleState(state), note),
                    [value_of(row, article, names[by], known) for row in given.get((number, by), ())],
                )
                for _, by, state, note in layers.get(number, ())
            )
            if any(annotations or layer.state is not ArticleState.NEW for layer, annotations in mine):
                yield BegunArticle(article, text, mine)

    def _texts(self, numbers: Sequence[int]) -> Sequence[Any]:
        row, text = ArticleRows.c, ArticleTextRows.c
        query = select(row.number, row.id, text.text).join(ArticleTextRows, text.article == row.number)
        return self._connection.execute(query.where(row.number.in_(numbers)).order_by(row.number)).all()

    def _layers(self, numbers: Sequence[int], names: Collection[int]) -> dict[int, list[Any]]:
        row = LayerRows.c
        columns: tuple[Any, ...] = row.article, row.annotator, row.state, row.note
        rows = self._rows(select(*columns), row, numbers, names)
        return {number: [*group] for number, group in groupby(rows, itemgetter(0))}

    def _annotations(
        self, numbers: Sequence[int], names: Collection[int]
    ) -> dict[tuple[int, int], list[Any]]:
        rows = self._rows(select(AnnotationRows), AnnotationRows.c, numbers, names)
        return {key: [*group] for key, group in groupby(rows, itemgetter(0, 1))}

    def _rows(
        self, query: Select[Any], row: Any, numbers: Sequence[int], names: Collection[int]
    ) -> Iterable[Any]:
        mine = query.where(row.article.between(numbers[0], numbers[-1]), row.annotator.in_(names))
        return self._connection.execute(mine.order_by(row.article, row.annotator))
