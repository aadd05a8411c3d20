"""A work package that comes back, into the project that it came from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Any

import orjson
from sqlalchemy import Table, bindparam, delete, func, select

from annotator.domain.annotation import Annotation, Relation
from annotator.domain.article import ArticleState, fingerprint
from annotator.domain.work_package import Outcome
from annotator.storage.backend import backend_of
from annotator.storage.history import READING, Trace
from annotator.storage.layer_contents import LayerContent, contents, state_after
from annotator.storage.review_tables import AssignmentRows
from annotator.storage.reviews import read_comment
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
    own = package.packages.own()
    assert own
    assigned = (
        select(row.number, row.id, row.sha256)
        .join(AssignmentRows, AssignmentRows.c.article == row.number)
        .where(AssignmentRows.c.package == own.id)
    )
    rows = package.connection.execute(assigned.order_by(row.number)).all()
    taken: set[str] = set()
    for first in range(0, len(rows), _AT_ONCE):
        yield from _Page(work, package, annotator, taken).merge(rows[first : first + _AT_ONCE])


class _Page:
    """Some articles at a time, so that of a large package no more is held at once."""

    def __init__(self, work: UnitOfWork, package: UnitOfWork, annotator: str, taken: set[str]) -> None:
        """Taken are the ids here of articles that stand for one of the package already."""
        self._taken = taken
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
        """Return number and id here of articles: those of the same id, else of the same text, each once."""
        row, prints = ArticleRows.c, [item.sha256 for item in rows]
        query = select(row.number, row.id, row.sha256).where(row.sha256.in_(prints)).order_by(row.number)
        by_id: dict[tuple[str, str], tuple[int, str]] = {}
        by_text: dict[str, list[tuple[int, str]]] = {}
        for number, article, sha256 in self._work.connection.execute(query):
            by_id[article, sha256] = number, article
            by_text.setdefault(sha256, []).append((number, article))
        found = {item.id: there for item in rows if (there := by_id.get((item.id, item.sha256)))}
        self._taken |= {article for _, article in found.values()}
        for item in rows:
            free = (there for there in by_text.get(item.sha256, ()) if there[1] not in self._taken)
            if item.id not in found and (there := next(free, None)):
                found[item.id] = there
                self._taken.add(there[1])
        return found

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
    """Compare the edits of two copies of a layer, like branches of one history.

    That a reviewer returned the layer here is no branch: the work went on there because of it, or will.
    """
    known = set(theirs.edits)
    ours = [edit for edit in mine.edits if edit in known or not _is_return(edit)]
    pairs = zip(ours, theirs.edits, strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    here, there = ours[shared:], theirs.edits[shared:]
    if not there:
        is_same = here or len(ours) < len(mine.edits) or state_after(mine, []) == state_after(theirs, [])
        return (Outcome.UNCHANGED if is_same else Outcome.ALTERED), []
    if here:
        return Outcome.CONFLICT, []
    is_consistent = state_after(mine, there) == state_after(theirs, [])
    return (Outcome.NEW if is_consistent else Outcome.ALTERED), (there if is_consistent else [])


def _is_return(edit: Trace) -> bool:
    is_state = edit.kind == "layer" and edit.after is not None
    return is_state and orjson.loads(edit.after or "{}")["state"] == ArticleState.RETURNED.value


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
    """Take in what was said in a package since it was made; articles are the ids here by those there.

    Each edit of a comment is taken once: what was removed or opened again here meanwhile stays so.
    """
    known = {trace for _, trace in work.history.comment_traces()}
    numbers = {there: work.articles.number(here) for there, here in articles.items()}
    fresh = []
    for article, trace in package.history.comment_traces():
        if article not in articles or trace in known:
            continue
        before, after = (
            side and replace(read_comment(side), article=articles[article])
            for side in (trace.before, trace.after)
        )
        if work.reviews.follow(before or None, after or None):
            fresh.append((numbers[article], trace))
    work.history.add_traces(fresh)
