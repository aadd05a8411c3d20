"""Where labels are used, in all layers of the project."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, func, select, tuple_, update

from annotator.domain.annotation import Annotation
from annotator.domain.errors import EditError, StaleError
from annotator.domain.span import Span
from annotator.storage.annotations import Annotations, value_of
from annotator.storage.labels import Labels
from annotator.storage.tables import AnnotationRows, AnnotatorRows, ArticleRows, LabelRows

_BEFORE = ("article", "annotator", "id", "label", "updated")
"""What tells that an annotation is as it was: every change of it is a new moment."""


class Uses:
    def __init__(self, connection: Connection, labels: Labels, annotations: Annotations) -> None:
        self._connection = connection
        self._labels = labels
        self._annotations = annotations

    def counts(self) -> dict[str, int]:
        """Count annotations by label."""
        query = select(LabelRows.c.id, func.count()).join(AnnotationRows).group_by(LabelRows.c.number)
        return {row[0]: row[1] for row in self._connection.execute(query)}

    def of(self, label: str) -> list[Annotation]:
        return self._found(AnnotationRows.c.label == self._labels.number(label))

    def doubled(self, label: str, other: str) -> list[Annotation]:
        """Return what has a label where the same span of the same layer has the other one too."""
        row = AnnotationRows.c
        # Nothing is equal to no start: an annotation of the whole article counts as one before its text.
        place = row.article, row.annotator, func.coalesce(row.start, -1), func.coalesce(row.end, -1)
        others = select(*place).where(row.label == self._labels.number(other))
        return self._found(row.label == self._labels.number(label), tuple_(*place).in_(others))

    def places(self) -> Iterator[tuple[tuple[int, int], Span, str]]:
        """Yield layer, span and label of every annotation of a span, layer by layer, by where spans start."""
        row, labels = AnnotationRows.c, self._labels.by_number()
        query = (
            select(row.article, row.annotator, row.start, row.end, row.label)
            .where(row.start.is_not(None))
            .order_by(row.article, row.annotator, row.start)
        )
        for article, annotator, start, end, label in self._connection.execute(query):
            yield (article, annotator), Span(start or 0, end or 0), labels[label].id

    def relabel(self, pairs: Sequence[tuple[Annotation, Annotation]]) -> None:
        """Give annotations, each as it is before and after, other labels: any number of them at once.

        Raises EditError where one is not as before, and for one label twice on one span.
        """
        if not pairs:
            return
        row = AnnotationRows.c
        values: dict[str, Any] = {name: bindparam(name) for name in ("label", "updated")}
        is_there = [getattr(row, name) == bindparam(f"old_{name}") for name in _BEFORE]
        rows = [self._change(before, after) for before, after in pairs]
        done = self._connection.execute(update(AnnotationRows).where(*is_there).values(values), rows)
        if done.rowcount != len(pairs):
            raise StaleError("This annotation was changed elsewhere meanwhile; nothing was done.")
        place = row.article, row.annotator, row.start, row.end, row.label
        twice = select(row.article).where(row.start.is_not(None)).group_by(*place).having(func.count() > 1)
        if self._connection.execute(twice.limit(1)).first():
            raise EditError("This span has this label already.")

    def _change(self, before: Annotation, after: Annotation) -> dict[str, object]:
        old, new = self._annotations.row(before), self._annotations.row(after)
        return {f"old_{name}": old[name] for name in _BEFORE} | {
            "label": new["label"],
            "updated": new["updated"],
        }

    def _found(self, *conditions: ColumnElement[bool]) -> list[Annotation]:
        query = (
            select(AnnotationRows, ArticleRows.c.id, AnnotatorRows.c.name)
            .join(ArticleRows, ArticleRows.c.number == AnnotationRows.c.article)
            .join(AnnotatorRows, AnnotatorRows.c.number == AnnotationRows.c.annotator)
            .where(*conditions)
        )
        labels, rows = self._labels.by_number(), self._connection.execute(query)
        return [value_of(row[:-2], row[-2], row[-1], labels) for row in rows]
