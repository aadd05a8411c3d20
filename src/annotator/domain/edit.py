"""Edits, and what they touched."""

from collections.abc import Iterable
from dataclasses import dataclass

from annotator.domain.annotation import Annotation, Layer, Presentation, Relation
from annotator.domain.label import LabelSet
from annotator.domain.review import Comment, Decision

Subject = Annotation | Relation | Layer | Presentation | LabelSet | Comment | Decision


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing before and after: nothing before is an addition, nothing after a removal.

    Annotations, relations, comments and decisions can be added and removed; anything else always has both
    sides. The label set is one thing: its edits hold it whole.
    """

    before: Subject | None
    after: Subject | None

    def __post_init__(self) -> None:
        if self.before is None and self.after is None:
            raise ValueError("an edit needs a before or an after")
        if self.before is not None and self.after is not None and type(self.before) is not type(self.after):
            raise ValueError("an edit does not turn one kind of thing into another")

    @property
    def subject(self) -> Subject:
        subject = self.before if self.after is None else self.after
        assert subject is not None
        return subject

    @property
    def article(self) -> str | None:
        """The article that it touches; None where it touches the label set, which is everybody's."""
        subject = self.subject
        return None if isinstance(subject, LabelSet) else subject.article

    @property
    def inverse(self) -> "Edit":
        return Edit(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Changes:
    """What an operation touched: all that a signal carries.

    edits are those that were made, in their order; everything is true where whole articles came or went, or
    a change of labels reached annotations, so that views read anew.
    """

    articles: frozenset[str] = frozenset()
    edits: tuple[Edit, ...] = ()
    labels: bool = False
    everything: bool = False

    @classmethod
    def of(cls, edits: Iterable[Edit]) -> "Changes":
        made = tuple(edits)
        touched = {edit.article for edit in made}
        articles = frozenset(article for article in touched if article is not None)
        labels = None in touched
        return cls(articles, made, labels, everything=labels and bool(articles))

    def touches(self, article: str) -> bool:
        """Tell whether an article may look different now."""
        return self.everything or self.labels or article in self.articles
