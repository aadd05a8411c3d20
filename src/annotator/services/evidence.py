"""The spans and articles behind a figure, read again when somebody asks for them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple, Protocol

from annotator.domain.article import CLOSED_STATES, ArticleState, opening, text_of
from annotator.domain.mark import Mark, marks_of
from annotator.domain.measures import Tokenizer
from annotator.domain.progress import Progress, silent
from annotator.domain.record import Record
from annotator.domain.span import Span
from annotator.quality.against_gold import errors
from annotator.quality.disagreements import Disagreement, Kind, compare
from annotator.quality.token_labels import OUTSIDE, labels_of, tokenized
from annotator.services.overview import week_of
from annotator.storage.project import Project
from annotator.storage.unit_of_work import UnitOfWork

MOST = 2000
"""More nobody looks through."""

_EVERY = 100

Layers = Mapping[str, Record]
"""What is asked about of one article, by annotator."""


class Said(NamedTuple):
    """What somebody has there: a label's name and its text, empty for a whole article; or no label at all.

    Gold is who of None.
    """

    who: str | None
    label: str | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place of an article, or with span None the whole article; said is who has what there."""

    article: str
    heading: str
    span: Span | None
    text: str
    said: tuple[Said, ...] = ()


class Evidences(NamedTuple):
    """At most MOST of them, in the project's order, and whether they are all."""

    items: tuple[Evidence, ...]
    is_all: bool


class Query(Protocol):
    """What is asked: whose layers in which states, all states if none, and what of an article counts."""

    @property
    def states(self) -> Sequence[ArticleState]: ...

    def people(self, everybody: Sequence[str], gold: str | None) -> Sequence[str]: ...

    def find(self, layers: Layers) -> Iterator[Evidence]: ...


def evidence(project: Project, query: Query, progress: Progress = silent) -> Evidences:
    """Read what stands behind a figure. Raises NotFoundError for somebody unknown, and StorageError."""
    with project.reading() as work:
        found = [*islice(_found(work, query, progress), MOST + 1)]
    return Evidences(tuple(found[:MOST]), len(found) <= MOST)


def _found(work: UnitOfWork, query: Query, progress: Progress) -> Iterator[Evidence]:
    names = query.people(work.annotators.names(), work.annotators.gold())
    total, done = work.extract.count(names, query.states), 0
    for nth, records in enumerate(work.extract.by_article(names, query.states)):
        layers = {record.annotator or "": record for record in records}
        if nth % _EVERY == 0:
            progress(done, total)
        done += len(layers)
        yield from query.find(layers)
    progress(total, total)


@dataclass(frozen=True, slots=True)
class ArticlesIn:
    """The articles of one annotator in a state, new ones too."""

    annotator: str
    state: ArticleState

    @property
    def states(self) -> Sequence[ArticleState]:
        return (self.state,)

    def people(self, _everybody: Sequence[str], _gold: str | None) -> Sequence[str]:
        return (self.annotator,)

    def find(self, layers: Layers) -> Iterator[Evidence]:
        for record in layers.values():
            yield _evidence(record, None)


@dataclass(frozen=True, slots=True)
class Labelled:
    """All that one annotator has given a label, submitted or not: spans and whole articles."""

    annotator: str
    label: str
    states: Sequence[ArticleState] = ()

    def people(self, _everybody: Sequence[str], _gold: str | None) -> Sequence[str]:
        return (self.annotator,)

    def find(self, layers: Layers) -> Iterator[Evidence]:
        for who, record in layers.items():
            if self.label in record.labels:
                yield _evidence(record, None, Said(who, self.label))
            for start, end, label in (span[:3] for span in record.spans):
                if label == self.label:
                    yield _evidence(record, Span(start, end), Said(who, label, record.text[start:end]))


@dataclass(frozen=True, slots=True)
class Differing:
    """Disagreements of a kind, with a label on some side, or between two people; without one, of any."""

    kind: Kind | None = None
    label: str | None = None
    pair: tuple[str, ...] = ()
    states: Sequence[ArticleState] = CLOSED_STATES

    def people(self, everybody: Sequence[str], _gold: str | None) -> Sequence[str]:
        return self.pair or everybody

    def find(self, layers: Layers) -> Iterator[Evidence]:
        if len(layers) < 2:
            return
        record = next(iter(layers.values()))
        marks = {name: marks_of(layer) for name, layer in layers.items()}
        for found in compare(record.text, marks).disagreements:
            if self._is_meant(found):
                yield _evidence(record, found.span, *_sides(record.text, found))

    def _is_meant(self, found: Disagreement) -> bool:
        has_label = self.label is None or self.label in {mark.label for mark in found.marks}
        return has_label and self.kind in {None, found.kind}


@dataclass(frozen=True, slots=True)
class Shared:
    """The articles that two have both submitted, or with whose, all spans that one of them has there."""

    pair: tuple[str, str]
    whose: str | None = None
    states: Sequence[ArticleState] = CLOSED_STATES

    def people(self, _everybody: Sequence[str], _gold: str | None) -> Sequence[str]:
        return self.pair

    def find(self, layers: Layers) -> Iterator[Evidence]:
        if len(layers) < 2:
            return
        if self.whose is None:
            yield _evidence(layers[self.pair[0]], None)
            return
        record = layers[self.whose]
        for mark in marks_of(record):
            yield _evidence(record, Span(mark.start, mark.end), _said(record.text, self.whose, mark))


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens that have one value from one of a pair and another from the other: a cell of confusion."""

    pair: tuple[str, str]
    values: tuple[str, str]
    tokenizer: Tokenizer = Tokenizer.ARABIC
    states: Sequence[ArticleState] = CLOSED_STATES

    def people(self, _everybody: Sequence[str], _gold: str | None) -> Sequence[str]:
        return self.pair

    def find(self, layers: Layers) -> Iterator[Evidence]:
        if len(layers) < 2:
            return
        record = layers[self.pair[0]]
        found = tokenized(record.text, self.tokenizer)
        both = [labels_of(marks_of(layers[name]), found) for name in self.pair]
        for nth, (start, end) in enumerate(found.ranges()):
            if tuple(labels.get(nth, OUTSIDE) for labels in both) == self.values:
                yield _evidence(record, Span(start, end), *map(self._said, self.pair, self.values))

    @staticmethod
    def _said(who: str, value: str) -> Said:
        return Said(who, None if value == OUTSIDE else value)


@dataclass(frozen=True, slots=True)
class Erring:
    """One annotator's errors against gold, of a kind, or in layers last changed in a week; else all."""

    annotator: str
    kind: Kind | None = None
    week: str | None = None
    states: Sequence[ArticleState] = CLOSED_STATES

    def people(self, _everybody: Sequence[str], gold: str | None) -> Sequence[str]:
        return (self.annotator, *([gold] if gold else []))

    def find(self, layers: Layers) -> Iterator[Evidence]:
        if len(layers) < 2:
            return
        mine = layers[self.annotator]
        gold = next(record for record in layers.values() if record is not mine)
        if self.week not in {None, week_of(max((span.updated or "" for span in mine.spans), default=""))}:
            return
        for reference, mark, kind in errors(mine.text, marks_of(gold), marks_of(mine)):
            if kind is not None and self.kind in {None, kind}:
                held = [one for one in (reference, mark) if one]
                span = Span(min(one.start for one in held), max(one.end for one in held))
                said = _said(mine.text, None, reference), _said(mine.text, self.annotator, mark)
                yield _evidence(mine, span, *said)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The articles of one annotator whose review is closed."""

    annotator: str
    states: Sequence[ArticleState] = CLOSED_STATES

    def people(self, _everybody: Sequence[str], gold: str | None) -> Sequence[str]:
        return (self.annotator, *([gold] if gold else []))

    def find(self, layers: Layers) -> Iterator[Evidence]:
        if len(layers) > 1:
            yield _evidence(layers[self.annotator], None)


def _evidence(record: Record, span: Span | None, *said: Said) -> Evidence:
    heading = text_of(record.meta, "title") or opening(record.text)
    text = span.of(record.text) if span else ""
    return Evidence(record.id or "", heading, span, text, said)


def _sides(text: str, found: Disagreement) -> Iterator[Said]:
    for mark, who in found.sides:
        for name in who:
            yield _said(text, name, mark)
    for name in found.absent:
        yield Said(name)


def _said(text: str, who: str | None, mark: Mark | None) -> Said:
    return Said(who, mark.label, text[mark.start : mark.end]) if mark else Said(who)
