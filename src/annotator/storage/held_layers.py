"""Which work the project holds already on articles that come in again."""

from typing import NamedTuple

from sqlalchemy import Connection, select

from annotator.domain.article import ArticleState
from annotator.storage.tables import AnnotationRows, ArticleRows, LayerRows, RelationRows

Key = tuple[int, int]
"""The numbers of an article and of an annotator."""

Mark = tuple[int | None, int | None, int]
"""Start, end and the label's number."""


Arc = tuple[Mark, Mark, str]
"""A relation by what it joins and its label, since other programs number theirs as they like."""


class HeldLayer(NamedTuple):
    """One annotator's work on one article: notes by mark, and relations."""

    state: str
    note: str | None
    marks: dict[Mark, str | None]
    relations: frozenset[Arc]

    @property
    def is_begun(self) -> bool:
        return bool(self.marks or self.note) or self.state != ArticleState.NEW

    def says_all_of(self, other: "HeldLayer", *, says_state: bool) -> bool:
        """Tell whether another layer's marks are these, and its notes, relations and state nothing new."""
        return (
            self.marks.keys() == other.marks.keys()
            and all(note in {None, self.marks[mark]} for mark, note in other.marks.items())
            and other.relations <= self.relations
            and other.note in {None, self.note}
            and (not says_state or other.state == self.state)
        )


def held_layers(connection: Connection, articles: set[int]) -> dict[Key, HeldLayer]:
    """Read every annotator's layer of some articles, which are locked: they stay so until the end."""
    if not articles:
        return {}
    number = ArticleRows.c.number
    locked = select(number).where(number.in_(articles)).order_by(number).with_for_update(key_share=True)
    connection.execute(locked).all()
    layer, given, arc = LayerRows.c, AnnotationRows.c, RelationRows.c
    layers = select(layer.article, layer.annotator, layer.state, layer.note).where(
        layer.article.in_(articles)
    )
    columns = given.article, given.annotator, given.start, given.end, given.label, given.note, given.id
    arcs = select(arc.article, arc.annotator, arc.start, arc.end, arc.label).where(arc.article.in_(articles))
    marks: dict[Key, dict[Mark, str | None]] = {}
    by_id: dict[tuple[int, int, str], Mark] = {}  # layers that were imported may share ids
    relations: dict[Key, set[Arc]] = {}
    for article, annotator, start, end, label, note, annotation_id in connection.execute(
        select(*columns).where(given.article.in_(articles))
    ):
        mark = by_id[article, annotator, annotation_id] = start, end, label
        marks.setdefault((article, annotator), {})[mark] = note
    for article, annotator, first, second, name in connection.execute(arcs):
        joined = by_id[article, annotator, first], by_id[article, annotator, second], name
        relations.setdefault((article, annotator), set()).add(joined)
    return {
        (article, annotator): HeldLayer(
            state,
            note,
            marks.get((article, annotator), {}),
            frozenset(relations.get((article, annotator), ())),
        )
        for article, annotator, state, note in connection.execute(layers)
    }
