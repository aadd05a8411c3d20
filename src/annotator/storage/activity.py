"""Who did what when: labels by week, submissions by day, time on articles."""

from collections import defaultdict

import orjson
from sqlalchemy import Connection, func, select

from annotator.domain.article import ArticleState
from annotator.storage.annotators import GOLD
from annotator.storage.history import READING
from annotator.storage.tables import AnnotationRows, AnnotatorRows, ArticleRows, HistoryRows, LabelRows


class Activity:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def labels(self) -> list[tuple[str, str, str, int]]:
        """Count people's labels: annotator, label's name, the day when they were given, how many."""
        row = AnnotationRows.c
        day = func.substr(row.created, 1, 10).label("day")
        counted = select(row.annotator, row.label, day, func.count().label("count"))
        # Counted before they are joined, which takes half of the time.
        found = counted.where(row.annotator != GOLD).group_by(row.annotator, row.label, day).subquery().c
        query = (
            select(AnnotatorRows.c.name, LabelRows.c.name, found.day, found["count"])
            .join(AnnotatorRows, AnnotatorRows.c.number == found.annotator)
            .join(LabelRows, LabelRows.c.number == found.label)
            .order_by(AnnotatorRows.c.number, LabelRows.c.number, found.day)
        )
        return [
            (name, label, str(when), count) for name, label, when, count in self._connection.execute(query)
        ]

    def submissions_by_day(self) -> dict[str, dict[str, int]]:
        """Count the articles that were submitted by day and annotator, each by its last submission."""
        row, last = HistoryRows.c, dict[tuple[int | None, str], str]()
        query = select(row.article, row.after, row.at).where(row.kind == "layer").order_by(row.sequence)
        for article, after, at in self._connection.execute(query):
            layer = orjson.loads(after or "{}")
            if layer.get("state") == ArticleState.SUBMITTED.value:
                last[article, layer["annotator"]] = at[:10]
        days: dict[str, dict[str, int]] = defaultdict(dict)
        for (_, name), day in sorted(last.items(), key=lambda item: item[1]):
            days[day][name] = days[day].get(name, 0) + 1
        return days

    def seconds_on_articles(self) -> dict[str, list[float]]:
        """Return how long each article was open that has a time, in seconds, by annotator."""
        row, found = HistoryRows.c, defaultdict[tuple[str, int | None], float](float)
        query = select(AnnotatorRows.c.name, row.article, row.after).join(
            AnnotatorRows, AnnotatorRows.c.number == row.annotator
        )
        for name, article, after in self._connection.execute(query.where(row.kind == READING)):
            found[name, article] += orjson.loads(after or "{}")["seconds"]
        seconds: dict[str, list[float]] = defaultdict(list)
        for (name, _), total in found.items():
            seconds[name].append(total)
        return seconds

    def repeated_texts(self) -> set[str]:
        """Return the fingerprints of texts that the project has more than once."""
        row = ArticleRows.c
        query = select(row.sha256).group_by(row.sha256).having(func.count() > 1)
        return set(self._connection.scalars(query))
