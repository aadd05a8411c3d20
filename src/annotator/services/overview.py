"""How labelling goes: progress, what was labelled, where people differ, and how far they are from gold."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from annotator.domain.article import CLOSED_STATES
from annotator.domain.mark import Mark, marks_of
from annotator.domain.progress import Progress, silent
from annotator.domain.record import Record
from annotator.quality.against_gold import GoldCounts
from annotator.quality.disagreements import Kind, compare
from annotator.quality.pairwise import PairCounts
from annotator.services.bulk import uncollected
from annotator.services.inspecting import ProjectStats, stats_of
from annotator.storage.project import Project
from annotator.storage.unit_of_work import UnitOfWork

_SUGGESTED = "suggestion:"
_EVERY = 200

Weeks = dict[str, dict[str, int]]
"""Counts by week, as 2026-W48 (ISO 8601), and by name."""


@dataclass(frozen=True, slots=True)
class Progression:
    """What is counted at once. seconds are of articles that have a time, by annotator."""

    stats: ProjectStats
    submissions: Mapping[str, Mapping[str, int]]
    labels_by_week: Weeks
    seconds: Mapping[str, Sequence[float]]


@dataclass(slots=True)
class Disagreements:
    """Of the articles that several have submitted: disagreements by kind, and by label and kind."""

    articles: int = 0
    kinds: Counter[Kind] = field(default_factory=Counter)
    by_label: dict[str, Counter[Kind]] = field(default_factory=lambda: defaultdict(Counter))


@dataclass(slots=True)
class Standing:
    """One annotator against gold, in all and by week; agreement with themselves; what became of suggestions.

    repeats compares the layers of texts that the annotator has labelled twice. suggested counts spans that
    were suggested, changed those of them that a person has changed.
    """

    gold: GoldCounts = field(default_factory=GoldCounts)
    weeks: dict[str, GoldCounts] = field(default_factory=lambda: defaultdict(GoldCounts))
    repeats: PairCounts = field(default_factory=PairCounts)
    suggested: int = 0
    changed: int = 0


@dataclass(frozen=True, slots=True)
class Review:
    """What only a reading of all layers tells."""

    disagreements: Disagreements
    people: Mapping[str, Standing]


def progression(project: Project) -> Progression:
    """Count what can be counted without reading the texts."""
    with project.reading() as work:
        activity = work.activity
        weeks: Weeks = defaultdict(lambda: defaultdict(int))
        labels: Weeks = defaultdict(lambda: defaultdict(int))
        for name, label, day, count in activity.labels():
            weeks[week_of(day)][label] += count
            labels[name][label] += count
        submissions, seconds = activity.submissions_by_day(), activity.seconds_on_articles()
        return Progression(stats_of(work, labels), submissions, weeks, seconds)


def review(project: Project, progress: Progress = silent) -> Review:
    """Read all submitted layers, and gold that was accepted."""
    with uncollected(), project.reading_by_page() as work:
        return _Reading(work).read(progress)


def week_of(day: str) -> str:
    """Return the week of a day or moment, as 2026-W48."""
    try:
        year, week, _ = date.fromisoformat(day[:10]).isocalendar()
    except ValueError:
        return "–"
    return f"{year}-W{week:02}"


class _Reading:
    def __init__(self, work: UnitOfWork) -> None:
        self._work = work
        self._gold = work.annotators.gold()
        self._people = work.annotators.names()
        self._repeated = work.activity.repeated_texts()
        self._earlier: dict[tuple[str, str], list[Mark]] = {}
        self._standings = {name: Standing() for name in self._people}
        self._disagreements = Disagreements()

    def read(self, progress: Progress) -> Review:
        names = [*self._people, *([self._gold] if self._gold else [])]
        extract = self._work.extract
        total, done = extract.count(names, CLOSED_STATES), 0
        for records in extract.by_article(names, CLOSED_STATES):
            self._take(records)
            if done // _EVERY != (done + len(records)) // _EVERY:
                progress(done, total)
            done += len(records)
        progress(total, total)
        return Review(self._disagreements, self._standings)

    def _take(self, records: Sequence[Record]) -> None:
        people = {record.annotator or "": record for record in records if record.annotator != self._gold}
        layers = {name: marks_of(record) for name, record in people.items()}
        text = records[0].text
        if len(layers) > 1:
            self._disagreements.articles += 1
            for found in compare(text, layers).disagreements:
                self._disagreements.kinds[found.kind] += 1
                for label in {mark.label for mark in found.marks}:
                    self._disagreements.by_label[label][found.kind] += 1
        gold = next((record for record in records if record.annotator == self._gold), None)
        for name, record in people.items():
            self._count_suggestions(self._standings[name], record)
            self._compare_with_earlier(name, record, layers[name])
            if gold:
                week = week_of(max((span.updated or "" for span in record.spans), default=""))
                for counts in (self._standings[name].gold, self._standings[name].weeks[week]):
                    counts.add(text, marks_of(gold), layers[name])

    def _count_suggestions(self, standing: Standing, record: Record) -> None:
        suggested = [span for span in record.spans if span.origin.startswith(_SUGGESTED)]
        standing.suggested += len(suggested)
        standing.changed += sum(span.created != span.updated for span in suggested)

    def _compare_with_earlier(self, name: str, record: Record, marks: list[Mark]) -> None:
        if record.sha256 in self._repeated:
            assert record.sha256
            earlier = self._earlier.setdefault((name, record.sha256), marks)
            if earlier is not marks:
                self._standings[name].repeats.add(record.id or "", earlier, marks)
