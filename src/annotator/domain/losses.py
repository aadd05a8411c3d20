"""What an export changes or leaves out, counted and shown by examples."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

from annotator.domain.article import ArticleState
from annotator.domain.record import Record, RecordSpan

MOST_EXAMPLES = 5
_LONGEST_TEXT = 80


class Feature(StrEnum):
    """What a format may carry besides the text itself."""

    META = "metadata"
    SPANS = "spans"
    NESTED = "nested spans"
    RELATIONS = "relations"
    LABELS = "labels of whole articles"
    NOTES = "notes on spans"
    ARTICLE_NOTES = "notes on whole articles"
    WORK = "annotator, state and guidelines"
    DETAILS = "ids, origins, scores and times"
    PROVENANCE = "who decided on gold, and what is open"


EVERYTHING = frozenset(Feature) - {Feature.PROVENANCE}
"""All that a layer has; provenance is gold's alone."""


class Change(StrEnum):
    """What a format that knows texts as tokens does to a span.

    SPLIT: a token is cut at its edge, the span is whole. WIDENED: it takes in all of a token. NARROWED: it
    gives up space at its edges. FLATTENED: another span lies over it in the tags. DROPPED: it is left out.
    MERGED: under the new name of its label it is the same as another, whatever the format.
    """

    SPLIT = "split"
    WIDENED = "widened"
    NARROWED = "narrowed"
    FLATTENED = "flattened"
    DROPPED = "dropped"
    MERGED = "merged"


@dataclass(frozen=True, slots=True)
class Example:
    article: str | None
    start: int
    end: int
    label: str
    text: str


@dataclass(slots=True)
class Losses:
    """The account of one export. lost are spans that a re-import would not give back exactly.

    Spans are told apart by start, end and label. changed_texts are articles whose text the format cannot
    hold as it is; all of their spans count as lost. Of gold, unreviewed are articles that are not
    accepted, and open_disagreements what nobody has decided in any.
    """

    records: int = 0
    spans: int = 0
    lost: int = 0
    changed_texts: int = 0
    unreviewed: int = 0
    open_disagreements: int = 0
    changes: Counter[Change] = field(default_factory=Counter)
    not_carried: Counter[Feature] = field(default_factory=Counter)
    examples: dict[str, list[Example]] = field(default_factory=dict)

    def note(self, change: Change, record: Record, span: RecordSpan) -> None:
        self.changes[change] += 1
        self._show(change, record, span)

    def merge(self, record: Record, span: RecordSpan) -> None:
        """Note a span that became one with another before its record was accounted for."""
        self.spans += 1
        self.lost += 1
        self.note(Change.MERGED, record, span)

    def account(self, before: Record, after: Record, carries: frozenset[Feature]) -> None:
        """Count what is lost between a record and what a re-import of its export would give."""
        self.records += 1
        self.spans += len(before.spans)
        if before.text != after.text:
            self.changed_texts += 1
            self.lost += len(before.spans)
            for span in before.spans[:MOST_EXAMPLES]:
                self._show("lost", before, span)
        elif before.spans is not after.spans:
            kept = {span[:3] for span in after.spans}
            for span in before.spans:
                if span[:3] not in kept:
                    self.lost += 1
                    self._show("lost", before, span)
        self._review(before)
        for feature in _missing(carries):
            count = _AMOUNTS[feature](before)
            if count:
                self.not_carried[feature] += count

    def _review(self, record: Record) -> None:
        if record.gold is not None:
            self.unreviewed += record.state is not ArticleState.ACCEPTED
            self.open_disagreements += len(record.gold.unresolved)

    def as_json(self) -> dict[str, object]:
        """Return the account as `--report` writes it."""
        return {
            "records": self.records,
            "spans": self.spans,
            **{change.value: self.changes[change] for change in Change},
            "lost": self.lost,
            "changed_texts": self.changed_texts,
            "unreviewed": self.unreviewed,
            "open_disagreements": self.open_disagreements,
            "not_carried": {
                feature.value: self.not_carried[feature] for feature in Feature if self.not_carried[feature]
            },
            "examples": {kind: list(shown) for kind, shown in sorted(self.examples.items())},
        }

    def _show(self, kind: str, record: Record, span: RecordSpan) -> None:
        shown = self.examples.setdefault(str(kind), [])
        if len(shown) < MOST_EXAMPLES:
            text = record.text[span.start : min(span.end, span.start + _LONGEST_TEXT)]
            shown.append(Example(record.external_id or record.id, span.start, span.end, span.label, text))


def note_count(spans: Sequence[RecordSpan]) -> int:
    """Count the spans with a note: of hardly any, so that it is told by how many have none."""
    return len(spans) - [span.note for span in spans].count(None)


@cache
def _missing(carries: frozenset[Feature]) -> tuple[Feature, ...]:
    return tuple(feature for feature in Feature if feature not in carries)


_AMOUNTS: dict[Feature, Callable[[Record], int]] = {
    Feature.META: lambda record: any(value is not None for value in record.meta.values()),
    Feature.SPANS: lambda record: len(record.spans),
    Feature.NESTED: lambda _: 0,  # counted as flattened
    Feature.RELATIONS: lambda record: len(record.relations),
    Feature.LABELS: lambda record: len(record.labels),
    Feature.NOTES: lambda record: note_count(record.spans),
    Feature.ARTICLE_NOTES: lambda record: record.note is not None,
    Feature.WORK: lambda record: record.annotator is not None,
    Feature.DETAILS: lambda record: record.id is not None,
    Feature.PROVENANCE: lambda record: record.gold is not None,
}
"""How much a record has of a feature; of metadata, work and details 1 for all."""
