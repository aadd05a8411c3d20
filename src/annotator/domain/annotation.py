"""What an annotator said about an article."""

from dataclasses import dataclass, replace
from enum import StrEnum

from annotator.domain import moment
from annotator.domain.article import ArticleState, Direction
from annotator.domain.identity import new_id
from annotator.domain.span import Span


class Origin(StrEnum):
    """Where an annotation came from. An accepted suggestion has the origin `suggestion:<name>`."""

    HUMAN = "human"
    IMPORT = "import"


@dataclass(frozen=True, slots=True)
class Annotation:
    """A label on a span, or with span None on the whole article, in one annotator's layer.

    label is a Label's id, article an Article's id; created and updated are moments.
    """

    id: str
    article: str
    annotator: str
    label: str
    span: Span | None
    created: str
    updated: str
    origin: str = Origin.HUMAN
    score: float | None = None
    note: str | None = None

    @classmethod
    def new(cls, article: str, annotator: str, label: str, span: Span | None) -> "Annotation":
        now = moment.now()
        return cls(new_id(), article, annotator, label, span, created=now, updated=now)

    @property
    def reading_order(self) -> tuple[int, int, str, str]:
        """Sorts as a text is read, wider spans first; what is on the whole article comes before all."""
        start, end = self.span.reading_order if self.span else (-1, 0)
        return start, end, self.label, self.id

    def labelled(self, label: str) -> "Annotation":
        return replace(self, label=label, updated=moment.now())

    def moved(self, span: Span) -> "Annotation":
        return replace(self, span=span, updated=moment.now())

    def noted(self, note: str | None) -> "Annotation":
        return replace(self, note=note or None, updated=moment.now())


@dataclass(frozen=True, slots=True)
class Layer:
    """How far one annotator is with one article, and what there is to say of it."""

    article: str
    annotator: str
    state: ArticleState
    note: str | None = None

    def with_state(self, state: ArticleState) -> "Layer":
        return replace(self, state=state)

    def noted(self, note: str | None) -> "Layer":
        return replace(self, note=note or None)


@dataclass(frozen=True, slots=True)
class Relation:
    """A labelled arc between two annotations of one layer, by their ids. label is a name, not an id."""

    id: str
    article: str
    annotator: str
    start: str
    end: str
    label: str

    @classmethod
    def new(cls, start: Annotation, end: Annotation, label: str) -> "Relation":
        return cls(new_id(), start.article, start.annotator, start.id, end.id, label)

    def labelled(self, label: str) -> "Relation":
        return replace(self, label=label)


@dataclass(frozen=True, slots=True)
class Presentation:
    """How one article is shown, to everybody."""

    article: str
    direction: Direction
