"""What each tab of the dashboard shows of what was measured."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import cycle
from typing import TYPE_CHECKING

from annotator.domain.article import ArticleState
from annotator.domain.label import COLOURS, LabelSet
from annotator.gui.quality import behind
from annotator.gui.quality.section import Shown
from annotator.gui.quality.series import Series
from annotator.gui.translation import spoken, tr
from annotator.quality.agreement import Agreement
from annotator.quality.disagreements import Kind
from annotator.reports.agreement_tables import agreement_tables, confusion_table, undefined_table
from annotator.reports.progress_tables import progress_tables
from annotator.reports.review_tables import disagreement_tables, people_tables
from annotator.reports.tables import Cell, Table
from annotator.reports.words import Words
from annotator.services.overview import Progression, Review

if TYPE_CHECKING:
    from annotator.gui.quality.charts import Chart

_STATE_COLOURS = {
    ArticleState.NEW: "#B8BEC8",
    ArticleState.IN_PROGRESS: "#56B4E9",
    ArticleState.SUBMITTED: "#0072B2",
    ArticleState.ACCEPTED: "#009E73",
    ArticleState.RETURNED: "#E69F00",
    ArticleState.SKIPPED: "#CC79A7",
}
_BARS = "#0072B2"

Drawing = Callable[["Chart"], None]


class Contents:
    """In the language of the interface, as it is when asked."""

    def __init__(self, labels: LabelSet) -> None:
        self._labels = labels
        self._say = Words(spoken())
        self._names = {label.name: label.shown(spoken()) for label in labels}
        self._colours = {label.name: label.colour for label in labels}

    def progress(self, counted: Progression) -> Iterator[Shown]:
        tables = self._progress_tables(counted)
        states = counted.stats.states
        people = counted.stats.annotators
        series = [
            Series(
                self._say.state(state),
                [_STATE_COLOURS[state]],
                [float(states[name][state]) for name in people],
            )
            for state in ArticleState
        ]
        yield Shown(
            tables["progress"],
            behind.progress(counted),
            lambda chart: chart.show_bars(people, series),
            tr("Nobody has begun an article."),
        )
        yield Shown(tables["time"])
        yield Shown(tables["submissions"])

    def labels(self, counted: Progression) -> Iterator[Shown]:
        tables = self._progress_tables(counted)
        people, weeks = tables["labels"], tables["weeks"]
        by_person = self._by_label(people)
        yield Shown(
            people if counted.stats.annotations else replace(people, rows=[]),
            behind.labels(counted, self._labels),
            lambda chart: chart.show_bars(counted.stats.annotators, by_person),
            tr("Nothing is labelled."),
        )
        by_week, names = self._by_label(weeks), [str(row[0]) for row in weeks.rows]
        # One week is no drift.
        yield Shown(weeks, draw=(lambda chart: chart.show_lines(names, by_week)) if len(names) > 1 else None)

    def agreement(self, measured: Agreement) -> Iterator[Shown]:
        matrix, pairs, by_label, chance = agreement_tables(self._say, self._names, measured)
        nothing = tr("Agreement is measured on articles that at least two have submitted; there is none yet.")
        if not measured.articles:
            yield Shown(replace(pairs, rows=[]), is_empty=nothing)
            return
        yield Shown(matrix, behind.matrix(measured))
        yield Shown(
            by_label, behind.label_agreement(measured), lambda chart: self._draw_labels(chart, measured)
        )
        yield Shown(pairs, behind.pairs(measured))
        yield Shown(chance)
        yield Shown(undefined_table(self._say, measured))

    def disagreements(self, found: Review) -> Iterator[Shown]:
        (table,) = disagreement_tables(self._say, self._names, found)
        counts = found.disagreements.kinds
        series = [Series("", [_BARS], [float(counts[kind]) for kind in Kind])]
        kinds = [self._say.kind(kind) for kind in Kind]
        nothing = tr("Nobody has submitted an article that another has submitted too.")
        if found.disagreements.articles:
            nothing = tr("All who have submitted the same articles agree throughout.")
        yield Shown(
            table,
            behind.disagreements(found, self._labels),
            lambda chart: chart.show_bars(kinds, series),
            nothing,
        )

    def confusion(self, measured: Agreement, pair: int) -> Iterator[Shown]:
        compared = [one for one in measured.pairs if one.articles]
        if compared:
            chosen = compared[max(pair, 0)]
            table = confusion_table(self._say, self._names, chosen)
            # One section, whichever pair is chosen.
            table = replace(table, name="confusion")
            yield Shown(table, behind.confusion(chosen, measured))
        else:
            nothing = tr("Tokens are compared in articles that two have submitted; there is none yet.")
            yield Shown(Table("confusion", tr("Confusion"), "", [], []), is_empty=nothing)

    def gold(self, found: Review) -> Iterator[Shown]:
        gold, weeks, repeats, suggestions = people_tables(self._say, found)
        nothing = tr("No article’s review is closed yet: there is no gold to compare with.")
        draw = self._against_gold(gold) if gold.rows else None
        yield Shown(gold, behind.gold(found), draw, nothing)
        yield Shown(weeks, behind.gold_weeks(found))
        yield Shown(repeats)
        yield Shown(suggestions)

    def _progress_tables(self, counted: Progression) -> dict[str, Table]:
        return {table.name: table for table in progress_tables(self._say, self._names, counted)}

    def _by_label(self, table: Table) -> list[Series]:
        """Return the columns of labels of a table whose rows begin with a name."""
        columns = [[row[nth] for row in table.rows] for nth in range(1, len(table.columns))]
        return [
            Series(name, [self._colours[label]], [_value(cell) for cell in column])
            for (label, name), column in zip(self._names.items(), columns, strict=True)
            if any(column)
        ]

    def _draw_labels(self, chart: "Chart", measured: Agreement) -> None:
        shown = {label: mean for label, mean in measured.f1_of_labels.items() if isinstance(mean.mean, float)}
        colours = [self._colours.get(label, _BARS) for label in shown]
        means = [_value(mean.mean) for mean in shown.values()]
        spread = [_value(mean.sd) or 0.0 for mean in shown.values()]
        names = [self._names.get(label, label) for label in shown]
        chart.show_bars(names, [Series("", colours, means, spread)], 1.0)

    def _against_gold(self, gold: Table) -> Drawing:
        people = [str(row[0]) for row in gold.rows]
        kinds = range(behind.GOLD_KINDS, behind.GOLD_KINDS + len(Kind))
        series = [
            Series(gold.columns[column], [colour], [_value(row[column]) for row in gold.rows])
            for column, colour in zip(kinds, cycle(COLOURS), strict=False)
        ]
        return lambda chart: chart.show_bars(people, series)


def pair_names(measured: Agreement) -> Sequence[tuple[str, str]]:
    """Return the pairs that have submitted articles in common, in the order of confusion()."""
    return [(pair.a, pair.b) for pair in measured.pairs if pair.articles]


def _value(cell: Cell) -> float | None:
    return None if cell is None or isinstance(cell, str) else float(cell)
