"""Edits, and what they touched."""

from collections.abc import Iterable
from dataclasses import dataclass

from annotator.domain.annotation import Annotation, Layer, Presentation, Relation

Subject = Annotation | Relation | Layer | Presentation


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing before and after: nothing before is an addition, nothing after a removal.

    Only annotations and relations can be added and removed; a layer or a presentation always has both sides.
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
    def inverse(self) -> "Edit":
        return Edit(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Changes:
    """What an operation touched: all that a signal carries.

    edits are those that were made, in their order; everything is true where whole articles came or went, so
    that views read anew.
    """

    articles: frozenset[str] = frozenset()
    edits: tuple[Edit, ...] = ()
    labels: bool = False
    everything: bool = False

    @classmethod
    def of(cls, edits: Iterable[Edit]) -> "Changes":
        made = tuple(edits)
        return cls(articles=frozenset(edit.subject.article for edit in made), edits=made)
