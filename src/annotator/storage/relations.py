"""Relations between the annotations of a layer."""

from typing import Any

from sqlalchemy import Connection, and_, delete, insert, or_, select, update

from annotator.domain.annotation import Relation
from annotator.domain.edit import Edit
from annotator.domain.errors import StaleError
from annotator.storage.annotators import Annotators
from annotator.storage.articles import Articles
from annotator.storage.tables import RelationRows


class Relations:
    def __init__(self, connection: Connection, annotators: Annotators, articles: Articles) -> None:
        self._connection = connection
        self._annotators = annotators
        self._articles = articles

    def of(self, article: str, annotator: str, annotation: str | None = None) -> list[Relation]:
        """Return the relations of one layer, or those of one annotation in it, in the order made."""
        number, row = self._articles.number(article), RelationRows.c
        by = self._annotators.find(annotator)
        if by is None:
            return []
        query = select(row.id, row.start, row.end, row.label).where(
            row.article == number, row.annotator == by
        )
        if annotation is not None:
            query = query.where(or_(row.start == annotation, row.end == annotation))
        rows = self._connection.execute(query.order_by(row.id))
        return [
            Relation(relation_id, article, annotator, start, end, label)
            for relation_id, start, end, label in rows
        ]

    def labels(self) -> list[str]:
        """Return the labels that relations have, in the order of the alphabet."""
        return list(
            self._connection.scalars(select(RelationRows.c.label).distinct().order_by(RelationRows.c.label))
        )

    def apply(self, edit: Edit) -> None:
        """Make one edit. Raises EditError where what it found is not the edit's before."""
        match edit.before, edit.after:
            case Relation() as before, None:
                self._expect(self._connection.execute(delete(RelationRows).where(self._is(before))).rowcount)
            case None, Relation() as after:
                self._connection.execute(insert(RelationRows).values(**self._row(after)))
            case Relation() as before, Relation() as after:
                changed = update(RelationRows).where(self._is(before)).values(**self._row(after))
                self._expect(self._connection.execute(changed).rowcount)
            case _:
                raise ValueError(f"not an edit of a relation: {edit}")

    def _expect(self, count: int) -> None:
        if not count:
            raise StaleError("This relation was changed elsewhere meanwhile; nothing was done.")

    def _is(self, relation: Relation) -> Any:
        return and_(*(RelationRows.c[name] == value for name, value in self._row(relation).items()))

    def _row(self, relation: Relation) -> dict[str, object]:
        return {
            "article": self._articles.number(relation.article),
            "annotator": self._annotators.number(relation.annotator),
            "id": relation.id,
            "start": relation.start,
            "end": relation.end,
            "label": relation.label,
        }
