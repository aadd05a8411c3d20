"""What one annotator's layers of several articles hold, and the edits that made them so."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import orjson
from sqlalchemy import select

from annotator.domain.annotation import Annotation, Layer, Relation
from annotator.domain.article import ArticleState
from annotator.storage.history import Trace
from annotator.storage.packing import history_of
from annotator.storage.tables import AnnotatorRows, LayerRows, RelationRows
from annotator.storage.unit_of_work import UnitOfWork

Articles = Mapping[int, tuple[str, str]]
"""By number, the ids of articles here, and the ids that they are to be known by."""


@dataclass(slots=True)
class LayerContent:
    """subjects are the annotations and relations by id."""

    layer: Layer
    guidelines: str | None = None
    subjects: dict[str, Annotation | Relation] = field(default_factory=dict)
    edits: list[Trace] = field(default_factory=list)


def contents(work: UnitOfWork, articles: Articles, annotator: str) -> dict[str, LayerContent]:
    """Read one annotator's layers of articles, keyed by what these are to be known by."""
    known = {number: name for number, (_, name) in articles.items()}
    found = {name: LayerContent(Layer(name, annotator, ArticleState.NEW)) for name in known.values()}
    by = work.annotators.find(annotator)
    if by is None:
        return found
    row = LayerRows.c
    layers = select(row.article, row.state, row.note, row.guidelines)
    for number, state, note, guidelines in work.connection.execute(
        layers.where(row.article.in_(known), row.annotator == by)
    ):
        name = known[number]
        found[name].layer = Layer(name, annotator, ArticleState(state), note)
        found[name].guidelines = guidelines
    for name, annotations in work.annotations.of_several(known, annotator).items():
        found[name].subjects.update((item.id, item) for item in annotations)
    arc = RelationRows.c
    arcs = select(arc.article, arc.id, arc.start, arc.end, arc.label)
    for number, arc_id, start, end, label in work.connection.execute(
        arcs.where(arc.article.in_(known), arc.annotator == by)
    ):
        name = known[number]
        found[name].subjects[arc_id] = Relation(arc_id, name, annotator, start, end, label)
    _add_edits(work, articles, by, found)
    return found


def _add_edits(work: UnitOfWork, articles: Articles, by: int, found: dict[str, LayerContent]) -> None:
    names = dict(work.connection.execute(select(AnnotatorRows.c.number, AnnotatorRows.c.name)).all())
    for edit in history_of(work.connection, articles, by):
        here, known = articles[edit.article]
        before, after = (
            side and side.replace(f'"article":"{here}"', f'"article":"{known}"', 1)
            for side in (edit.before, edit.after)
        )
        found[known].edits.append(
            Trace(edit.at, names[edit.annotator], edit.kind, edit.subject, before, after)
        )


def state_after(content: LayerContent, edits: list[Trace]) -> dict[str | None, object]:
    """Return what the subjects say after more edits, as the history writes them; None is the layer."""
    said: dict[str | None, object] = {key: _said(item) for key, item in content.subjects.items()}
    said[None] = _said(content.layer)
    for edit in edits:
        if edit.after is None:
            said.pop(edit.subject, None)
        else:
            said[edit.subject] = orjson.loads(edit.after)
    return said


def _said(subject: Annotation | Relation | Layer) -> object:
    return orjson.loads(orjson.dumps(subject))
