"""Which query finds what stands behind a cell of a table."""

from collections.abc import Callable, Iterable

from annotator.domain.article import ArticleState
from annotator.domain.label import LabelSet
from annotator.quality.agreement import Agreement, PairAgreement
from annotator.quality.disagreements import Kind
from annotator.quality.kappa import values_of
from annotator.services.evidence import (
    ArticlesIn,
    Differing,
    Erring,
    Labelled,
    Query,
    Reviewed,
    Shared,
    Tokens,
)
from annotator.services.overview import Progression, Review

Behind = Callable[[int, int], Query | None]
"""Return the query for a cell, by row and column; None where there is nothing to list."""

_KINDS = tuple(Kind)
GOLD_KINDS = 5
"""The column of the first kind in the table of gold."""
_PAIR_FIGURES = 5


def nothing(_row: int, _column: int) -> None:
    """Stand behind no cell."""


def progress(counted: Progression) -> Behind:
    states, names = tuple(ArticleState), counted.stats.annotators
    return lambda row, column: ArticlesIn(names[row], states[column - 1]) if column else None


def labels(counted: Progression, label_set: LabelSet) -> Behind:
    shown, names = [label.name for label in label_set], counted.stats.annotators
    return lambda row, column: Labelled(names[row], shown[column - 1]) if column else None


def disagreements(found: Review, label_set: LabelSet) -> Behind:
    shown: list[str | None] = [
        label.name for label in label_set if label.name in found.disagreements.by_label
    ]
    return lambda row, column: Differing(_KINDS[column - 1] if column else None, [*shown, None][row])


def matrix(measured: Agreement) -> Behind:
    names = measured.annotators

    def query(row: int, column: int) -> Query | None:
        is_pair = column > 0 and row != column - 1
        return Differing(pair=(names[row], names[column - 1])) if is_pair else None

    return query


def pairs(measured: Agreement) -> Behind:
    def query(row: int, column: int) -> Query | None:
        if row >= len(measured.pairs):
            return Differing() if column >= _PAIR_FIGURES else None
        pair = measured.pairs[row].a, measured.pairs[row].b
        shared = {2: Shared(pair), 3: Shared(pair, pair[0]), 4: Shared(pair, pair[1])}
        return shared.get(column) or Differing(pair=pair)

    return query


def label_agreement(measured: Agreement) -> Behind:
    shown = [*measured.f1_of_labels]
    return lambda row, _column: Differing(label=shown[row])


def confusion(pair: PairAgreement, measured: Agreement) -> Behind:
    values = values_of(pair.confusion)
    names = pair.a, pair.b
    return lambda row, column: (
        Tokens(names, (values[row], values[column - 1]), measured.tokenizer) if column else None
    )


def gold(found: Review) -> Behind:
    names = [*_reviewed(found)]

    def query(row: int, column: int) -> Query:
        if column == 1:
            return Reviewed(names[row])
        return Erring(names[row], _KINDS[column - GOLD_KINDS] if column >= GOLD_KINDS else None)

    return query


def gold_weeks(found: Review) -> Behind:
    names = [*_reviewed(found)]
    weeks = sorted({week for name in names for week in found.people[name].weeks})

    def query(row: int, column: int) -> Query | None:
        is_there = column > 0 and weeks[row] in found.people[names[column - 1]].weeks
        return Erring(names[column - 1], week=weeks[row]) if is_there else None

    return query


def _reviewed(found: Review) -> Iterable[str]:
    return (name for name, standing in found.people.items() if standing.gold.articles)
