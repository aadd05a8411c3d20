"""Taking back what an import brought, as long as nobody has worked on it."""

from collections.abc import Iterator, Sequence
from typing import Any

import orjson
from sqlalchemy import ColumnElement, Connection, bindparam, delete, exists, func, or_, select, true

from annotator.domain.article import ArticleState
from annotator.domain.label import LabelSet
from annotator.storage.annotators import Annotators
from annotator.storage.history import READING
from annotator.storage.intake import Receipt
from annotator.storage.labels import Labels
from annotator.storage.review_tables import (
    ApprovalRows,
    AssignmentRows,
    CommentRows,
    DecisionRows,
    WorkPackageRows,
)
from annotator.storage.search_index import SearchIndex
from annotator.storage.tables import (
    AnnotationRows,
    AnnotatorRows,
    ArticleRows,
    ArticleTextRows,
    HistoryRows,
    LayerRows,
    RelationRows,
)

_AT_ONCE = 500
_NEW = ArticleState.NEW.value
_USES = (
    LayerRows.c.annotator,
    HistoryRows.c.annotator,
    WorkPackageRows.c.annotator,
    CommentRows.c.annotator,
    CommentRows.c.author,
    DecisionRows.c.reviewer,
    ApprovalRows.c.annotator,
)
"""Where somebody may be named."""


class Withdrawal:
    """What is taken back leaves no trace: not in the index, nor in the history of articles that are gone."""

    def __init__(
        self, connection: Connection, annotators: Annotators, labels: Labels, search_index: SearchIndex
    ) -> None:
        self._connection = connection
        self._annotators = annotators
        self._labels = labels
        self._search_index = search_index

    def is_touched(self, receipt: Receipt) -> bool:
        """Tell whether there is work on what the import brought: edits that stand, layers, packages."""
        before: dict[tuple[object, ...], str | None] = {}
        after: dict[tuple[object, ...], str | None] = {}
        row = HistoryRows.c
        made = (
            select(row.article, row.kind, row.subject, row.before, row.after)
            .where(row.sequence > receipt.history, row.article.is_not(None), row.kind != READING)
            .order_by(row.sequence)
        )
        layers = set(receipt.layers)
        for article, kind, subject, old, new in self._connection.execute(made):
            assert article is not None
            who = orjson.loads(new or old or "{}").get("annotator")
            number = who and self._annotators.find(who)
            if article in receipt.articles or (article, number) in layers:
                key = article, kind, subject, who
                before.setdefault(key, old)
                after[key] = new
        is_edited = any(old != after[key] for key, old in before.items())
        return is_edited or self._has_others(receipt) or self._is_handed_out(receipt)

    def _is_handed_out(self, receipt: Receipt) -> bool:
        given = select(true()).where(_within(AssignmentRows.c.article, receipt.articles)).limit(1)
        return bool(self._connection.scalar(given))

    def _has_others(self, receipt: Receipt) -> bool:
        """Tell whether layers came to the new articles without an edit: by another import."""
        row, given = LayerRows.c, AnnotationRows.c
        marks = exists().where(given.article == row.article, given.annotator == row.annotator)
        says_something = or_(row.state != _NEW, row.note.is_not(None), marks)
        query = select(func.count()).where(_within(row.article, receipt.articles), says_something)
        return (self._connection.scalar(query) or 0) > receipt.begun

    def remove(self, receipt: Receipt) -> Iterator[int]:
        """Remove what the import brought; yield how many articles are gone so far."""
        self._remove_layers(receipt.layers)
        for first in range(receipt.articles.start, receipt.articles.stop, _AT_ONCE):
            page = range(first, min(first + _AT_ONCE, receipt.articles.stop))
            self._remove_articles(page)
            yield page.stop - receipt.articles.start
        self._remove_labels(receipt)
        self._remove_annotators(receipt.annotators)

    def _remove_layers(self, layers: Sequence[tuple[int, int]]) -> None:
        for table in (RelationRows, AnnotationRows, LayerRows):
            mine = table.c.article == bindparam("one"), table.c.annotator == bindparam("by")
            keys = [{"one": article, "by": annotator} for article, annotator in layers]
            if keys:
                self._connection.execute(delete(table).where(*mine), keys)

    def _remove_articles(self, numbers: range) -> None:
        self._search_index.remove(numbers)
        for table in (RelationRows, AnnotationRows, LayerRows, HistoryRows, ArticleTextRows):
            self._connection.execute(delete(table).where(_within(table.c.article, numbers)))
        self._connection.execute(delete(ArticleRows).where(_within(ArticleRows.c.number, numbers)))

    def _remove_labels(self, receipt: Receipt) -> None:
        """Remove labels that came with the import, if they are as they came and nobody uses them."""
        labels = self._labels.all()
        kept = []
        for label in labels:
            used = select(true()).where(AnnotationRows.c.label == self._labels.number(label.id)).limit(1)
            is_idle = label in receipt.labels and not any(
                label.id in pair for pair in labels.forbidden_overlaps
            )
            if not is_idle or self._connection.scalar(used):
                kept.append(label)
        if len(kept) < len(labels):
            self._labels.set(LabelSet(tuple(kept), labels.forbidden_overlaps))

    def _remove_annotators(self, numbers: Sequence[int]) -> None:
        for number in numbers:
            uses = [select(true()).where(column == number).limit(1) for column in _USES]
            if not any(self._connection.scalar(use) for use in uses):
                self._connection.execute(delete(AnnotatorRows).where(AnnotatorRows.c.number == number))


def _within(column: ColumnElement[Any], numbers: range) -> ColumnElement[bool]:
    return column.between(numbers.start, numbers.stop - 1)
