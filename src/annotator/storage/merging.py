"""A work package that comes back, into the project that it came from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Any

from sqlalchemy import Table, bindparam, delete, func, select

from annotator.domain.annotation import Annotation, Relation
from annotator.domain.article import ArticleState, fingerprint
from annotator.domain.edit import Edit
from annotator.domain.work_package import Outcome
from annotator.storage.backend import backend_of
from annotator.storage.history import READING, Trace
from annotator.storage.layer_contents import LayerContent, contents, state_after
from annotator.storage.review_tables import AssignmentRows
from annotator.storage.tables import (
    AnnotationRows,
    ArticleRows,
    ArticleTextRows,
    HistoryRows,
    LayerRows,
    RelationRows,
)
from annotator.storage.unit_of_work import UnitOfWork

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class MergedArticle:
    """article is its id in the package, here the one in the project; edits counts those that came in."""

    article: str
    outcome: Outcome
    here: str | None = None
    edits: int = 0


def merge_layers(work: UnitOfWork, package: UnitOfWork, annotator: str) -> Iterator[MergedArticle]:
    """Take one annotator's layers of the package's articles in, where nothing is overwritten."""
    row = ArticleRows.c
    assigned = select(row.number, row.id, row.sha256).join(
        AssignmentRows, AssignmentRows.c.article == row.number
    )
    rows = package.connection.execute(assigned.order_by(row.number)).all()
    for first in range(0, len(rows), _AT_ONCE):
        yield from _Page(work, package, annotator).merge(rows[first : first + _AT_ONCE])


class _Page:
    """Some articles at a time, so that of a large package no more is held at once."""

    def __init__(self, work: UnitOfWork, package: UnitOfWork, annotator: str) -> None:
        self._work = work
        self._package = package
        self._annotator = annotator

    def merge(self, rows: Sequence[Any]) -> list[MergedArticle]:
        altered = self._altered([row.number for row in rows])
        here = self._counterparts(rows)
        matched = [row for row in rows if row.id in here and row.number not in altered]
        names = {row.id: here[row.id][1] for row in matched}
        theirs = contents(
            self._package, {row.number: (row.id, names[row.id]) for row in matched}, self._annotator
        )
        mine = contents(
            self._work, {here[row.id][0]: (names[row.id], names[row.id]) for row in matched}, self._annotator
        )
        found, taken = [], []
        for row in rows:
            if row.number in altered:
                found.append(MergedArticle(row.id, Outcome.ALTERED))
            elif row.id not in here:
                found.append(MergedArticle(row.id, Outcome.GONE))
            else:
                name = names[row.id]
                outcome, edits = _outcome(mine[name], theirs[name])
                found.append(MergedArticle(row.id, outcome, name, len(edits)))
                if outcome is Outcome.NEW:
                    taken.append((here[row.id][0], mine[name], theirs[name], edits))
        self._take(taken)
        return found

    def _altered(self, numbers: Sequence[int]) -> set[int]:
        """Return the articles whose text is not what was packed."""
        row = ArticleRows.c
        query = (
            select(row.number, row.sha256, func.coalesce(ArticleTextRows.c.text, ""))
            .outerjoin(ArticleTextRows, ArticleTextRows.c.article == row.number)
            .where(row.number.in_(numbers))
        )
        rows = self._package.connection.execute(query)
        return {number for number, sha256, text in rows if fingerprint(text) != sha256}

    def _counterparts(self, rows: Sequence[Any]) -> dict[str, tuple[int, str]]:
        """Return number and id here of the package's articles: of the same id, else of the same text."""
        row, prints = ArticleRows.c, [item.sha256 for item in rows]
        query = select(row.number, row.id, row.sha256).where(row.sha256.in_(prints)).order_by(row.number)
        by_id: dict[tuple[str, str], tuple[int, str]] = {}
        by_text: dict[str, tuple[int, str]] = {}
        for number, article, sha256 in self._work.connection.execute(query):
            by_id[article, sha256] = number, article
            by_text.setdefault(sha256, (number, article))
        found = {item.id: by_id.get((item.id, item.sha256)) or by_text.get(item.sha256) for item in rows}
        return {article: there for article, there in found.items() if there}

    def _take(self, taken: Sequence[tuple[int, LayerContent, LayerContent, list[Trace]]]) -> None:
        if not taken:
            return
        connection = self._work.connection
        by = self._work.annotators.find_or_add(self._annotator)
        keys = [{"one": number, "by": by} for number, *_ in taken]
        for table in (RelationRows, AnnotationRows, LayerRows):
            mine = table.c.article == bindparam("one"), table.c.annotator == bindparam("by")
            connection.execute(delete(table).where(*mine), keys)
        self._insert(LayerRows, [self._layer(number, by, *both) for number, *both, _ in taken])
        subjects = [item for _, _, theirs, _ in taken for item in theirs.subjects.values()]
        row = self._work.annotations.row
        self._insert(
            AnnotationRows, [tuple(row(item).values()) for item in subjects if isinstance(item, Annotation)]
        )
        self._insert(
            RelationRows,
            [
                (number, by, item.id, item.start, item.end, item.label)
                for number, _, theirs, _ in taken
                for item in theirs.subjects.values()
                if isinstance(item, Relation)
            ],
        )
        self._work.history.add_traces([(number, edit) for number, _, _, edits in taken for edit in edits])

    def _layer(self, number: int, by: int, mine: LayerContent, theirs: LayerContent) -> tuple[object, ...]:
        guidelines = theirs.guidelines or mine.guidelines
        return number, by, theirs.layer.state.value, guidelines, theirs.layer.note

    def _insert(self, table: Table, rows: Sequence[tuple[object, ...]]) -> None:
        if rows:
            backend_of(self._work.connection).insert(self._work.connection, table, rows)


def _outcome(mine: LayerContent, theirs: LayerContent) -> tuple[Outcome, list[Trace]]:
    """Compare the edits of two copies of a layer, like branches of one history."""
    pairs = zip(mine.edits, theirs.edits, strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    here, there = mine.edits[shared:], theirs.edits[shared:]
    if not there:
        is_same = here or state_after(mine, []) == state_after(theirs, [])
        return (Outcome.UNCHANGED if is_same else Outcome.ALTERED), []
    if here and not _is_only_returned(mine, here):
        return Outcome.CONFLICT, []
    is_consistent = state_after(mine, there) == state_after(theirs, [])
    return (Outcome.NEW if is_consistent else Outcome.ALTERED), (there if is_consistent else [])


def _is_only_returned(mine: LayerContent, edits: Sequence[Trace]) -> bool:
    """Tell whether nothing happened here but that a reviewer returned the work, which went on there."""
    is_state = all(edit.kind == "layer" for edit in edits)
    return is_state and mine.layer.state is ArticleState.RETURNED


def merge_times(work: UnitOfWork, package: UnitOfWork, annotator: str) -> None:
    """Take in how long the annotator had articles open, each time once."""
    here, there = _times(work, annotator), _times(package, annotator)
    numbers = dict(work.connection.execute(select(ArticleRows.c.id, ArticleRows.c.number)).all())
    fresh = [
        (numbers[article], Trace(at, annotator, READING, None, None, after))
        for article, at, after in there
        if article in numbers and (article, at, after) not in here
    ]
    work.history.add_traces(fresh)


def _times(work: UnitOfWork, annotator: str) -> dict[tuple[str, str, str | None], None]:
    row = HistoryRows.c
    query = (
        select(ArticleRows.c.id, row.at, row.after)
        .join(ArticleRows, ArticleRows.c.number == row.article)
        .where(row.kind == READING, row.annotator == work.annotators.find(annotator))
        .order_by(row.sequence)
    )
    return dict.fromkeys(work.connection.execute(query))


def merge_comments(work: UnitOfWork, package: UnitOfWork, articles: Mapping[str, str]) -> None:
    """Take in comments that are new, and what was resolved; articles are the ids here by those there."""
    known = {comment.id: comment for comment in work.reviews.all_comments()}
    for comment in package.reviews.all_comments():
        there = known.get(comment.id)
        if there is None and comment.article in articles:
            work.reviews.apply(Edit(None, replace(comment, article=articles[comment.article])))
        elif there and comment.is_resolved and not there.is_resolved:
            work.reviews.apply(Edit(there, there.resolved(is_resolved=True)))
