"""The trail of edits: who, when, before, after."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import orjson
from sqlalchemy import Connection, func, insert, select

from annotator.domain import moment
from annotator.domain.annotation import Annotation, Relation
from annotator.domain.edit import Edit, Subject
from annotator.domain.mark import Mark
from annotator.domain.review import Comment, Decision
from annotator.storage.annotators import Annotators
from annotator.storage.articles import Articles
from annotator.storage.tables import AnnotatorRows, ArticleRows, HistoryRows

READING = "reading"


class Trace(NamedTuple):
    """One edit as the history has it: two copies of a project that have it were one project then.

    author is a name; subject is the id of an annotation or relation, None for the layer itself.
    """

    at: str
    author: str
    kind: str
    subject: str | None
    before: str | None
    after: str | None


class History:
    def __init__(self, connection: Connection, annotators: Annotators, articles: Articles) -> None:
        self._connection = connection
        self._annotators = annotators
        self._articles = articles

    def add(self, edits: Iterable[Edit], author: str) -> None:
        """Keep edits in the order in which they were made."""
        by, now = self._annotators.find_or_add(author), moment.now()
        rows = [self._row(edit) | {"annotator": by, "at": now} for edit in edits]
        if rows:
            self._connection.execute(insert(HistoryRows), rows)

    def _row(self, edit: Edit) -> dict[str, object]:
        subject = edit.subject
        return {
            "article": edit.article and self._articles.number(edit.article),
            "kind": type(subject).__name__.lower(),
            "subject": subject.id
            if isinstance(subject, Annotation | Relation | Comment | Decision)
            else None,
            "before": _json(edit.before),
            "after": _json(edit.after),
        }

    def ends_with(self, edit: Edit) -> bool:
        """Tell whether an edit is the last one of its subject: then it has been made already."""
        row, columns = self._row(edit), HistoryRows.c
        about = [columns[name].is_not_distinct_from(row[name]) for name in ("article", "kind", "subject")]
        query = select(columns.before, columns.after).where(*about).order_by(columns.sequence.desc()).limit(1)
        last = self._connection.execute(query).first()
        return last is not None and (last.before, last.after) == (row["before"], row["after"])

    def add_traces(self, traces: Sequence[tuple[int, Trace]]) -> None:
        """Keep edits of articles, given by number, that were made and kept elsewhere."""
        rows = [
            {
                "article": article,
                "annotator": self._annotators.find_or_add(trace.author),
                **{name: getattr(trace, name) for name in ("at", "kind", "subject", "before", "after")},
            }
            for article, trace in traces
        ]
        if rows:
            self._connection.execute(insert(HistoryRows), rows)

    def comment_traces(self) -> list[tuple[str, Trace]]:
        """Return the edits of comments, in the order made, each with its article's id."""
        row = HistoryRows.c
        query = (
            select(ArticleRows.c.id, row.at, AnnotatorRows.c.name, row.subject, row.before, row.after)
            .join(ArticleRows, ArticleRows.c.number == row.article)
            .join(AnnotatorRows, AnnotatorRows.c.number == row.annotator)
            .where(row.kind == "comment")
            .order_by(row.sequence)
        )
        return [
            (article, Trace(at, author, "comment", subject, before, after))
            for article, at, author, subject, before, after in self._connection.execute(query)
        ]

    def add_reading(self, article: str, annotator: str, seconds: float) -> None:
        """Keep how long somebody had an article open."""
        values = {
            "at": moment.now(),
            "annotator": self._annotators.find_or_add(annotator),
            "article": self._articles.number(article),
            "kind": READING,
            "after": orjson.dumps({"seconds": round(seconds, 1)}).decode(),
        }
        self._connection.execute(insert(HistoryRows).values(values))

    def reading_times(self) -> dict[str, tuple[int, float]]:
        """Return for each annotator how many articles have a time, and how many seconds in all."""
        row = HistoryRows.c
        query = (
            select(AnnotatorRows.c.name, row.article, row.after)
            .join(AnnotatorRows, AnnotatorRows.c.number == row.annotator)
            .where(row.kind == READING)
            .order_by(row.sequence)
        )
        articles: dict[str, set[int | None]] = defaultdict(set)
        seconds: dict[str, float] = defaultdict(float)
        for name, article, after in self._connection.execute(query):
            articles[name].add(article)
            seconds[name] += orjson.loads(after or "{}")["seconds"]
        return {name: (len(found), seconds[name]) for name, found in articles.items()}

    def last(self) -> int:
        """Return the number of the last edit, 0 before the first. Where it goes back, edits are lost."""
        return self._connection.scalar(select(func.max(HistoryRows.c.sequence))) or 0

    def count(self) -> int:
        return self._connection.scalar(select(func.count()).select_from(HistoryRows)) or 0


def _json(subject: Subject | None) -> str | None:
    return None if subject is None else orjson.dumps(subject, default=_listed).decode()


def _listed(values: frozenset[Any] | Mark) -> list[Any]:
    """Marks as they are; sets of labels' ids, and sets of such sets, in an order that is always the same."""
    if isinstance(values, Mark):
        return [*values]
    return sorted(values, key=lambda value: value if isinstance(value, str) else sorted(value))
