"""An article with one layer of labels, as files carry it."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from itertools import product
from typing import NamedTuple

from annotator.domain.annotation import Origin
from annotator.domain.article import ArticleState
from annotator.domain.errors import EditError, OverlapError


class RecordSpan(NamedTuple):
    """A labelled span; label is a name. What a file does not say is None and filled in by the project.

    A NamedTuple, since a corpus has millions and a frozen dataclass takes three times as long to make.
    """

    start: int
    end: int
    label: str
    id: str | None = None
    origin: str = Origin.IMPORT
    score: float | None = None
    note: str | None = None
    created: str | None = None
    updated: str | None = None


class RecordRelation(NamedTuple):
    """A labelled arc between two spans of the record, by their ids."""

    id: str
    start: str
    end: str
    label: str


@dataclass(frozen=True, slots=True)
class Gold:
    """Of a record of the gold layer: where each span comes from, by its id, and what is still open.

    provenance has a kind for each span: unanimous, majority, copied, imported or decided, and who had it;
    unresolved are the disagreements that nobody has decided.
    """

    provenance: Mapping[str, Mapping[str, object]]
    unresolved: tuple[Mapping[str, object], ...]


@dataclass(frozen=True, slots=True)
class Record:
    """meta holds title, source, published and url, if known, and everything else that came with the article.

    note is the annotator's on the article. sha256 is the text's fingerprint, if it has been made; line is the
    record's line in its file, from 1; encoding is set where it had to be found out.
    """

    text: str
    id: str | None = None
    sha256: str | None = None
    external_id: str | None = None
    meta: Mapping[str, object] = field(default_factory=dict)
    annotator: str | None = None
    state: ArticleState | None = None
    guidelines: str | None = None
    note: str | None = None
    labels: tuple[str, ...] = ()
    spans: tuple[RecordSpan, ...] = ()
    relations: tuple[RecordRelation, ...] = ()
    gold: Gold | None = None
    line: int = 1
    encoding: str | None = None

    @property
    def begun_state(self) -> ArticleState:
        """The state that the record gives, or that its labels tell."""
        begun = ArticleState.IN_PROGRESS if self.spans or self.labels else ArticleState.NEW
        return self.state or begun

    def check_marks(self, forbidden: Collection[tuple[str, str]]) -> None:
        """Raise EditError for what no editing would allow.

        A label that stands twice on one span or on the article, a relation that joins a span to itself or
        stands twice, names that may not overlap.
        """
        seen = {span[:3] for span in self.spans}
        if len(seen) < len(self.spans):
            ((start, end, label), _), *_ = Counter(span[:3] for span in self.spans).most_common(1)
            raise EditError(
                "The span {start}–{end} has the label {label} twice.", start=start, end=end, label=label
            )
        if len(set(self.labels)) < len(self.labels):
            (label, _), *_ = Counter(self.labels).most_common(1)
            raise EditError("The article has the label {label} twice.", label=label)
        self._check_relations()
        for one, other in forbidden:
            mine = [span for span in self.spans if span.label == one]
            theirs = [span for span in self.spans if span.label == other]
            for first, second in product(mine, theirs):
                if first is not second and first.start < second.end and second.start < first.end:
                    raise OverlapError(
                        "{one} and {other} may not overlap in this project.", one=one, other=other
                    )

    def _check_relations(self) -> None:
        if any(arc.start == arc.end for arc in self.relations):
            raise EditError("A relation joins two spans.")
        if len({arc[1:] for arc in self.relations}) < len(self.relations):
            raise EditError("These two spans have this relation already.")
