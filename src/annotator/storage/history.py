"""The trail of edits: who, when, before, after."""

from dataclasses import asdict

import orjson
from sqlalchemy import Connection, func, insert, select

from annotator.domain import moment
from annotator.domain.annotation import Annotation, Relation
from annotator.domain.edit import Edit, Subject
from annotator.storage.annotators import Annotators
from annotator.storage.articles import Articles
from annotator.storage.tables import HistoryRows


class History:
    def __init__(self, connection: Connection, annotators: Annotators, articles: Articles) -> None:
        self._connection = connection
        self._annotators = annotators
        self._articles = articles

    def add(self, edit: Edit, author: str) -> None:
        subject = edit.subject
        self._connection.execute(
            insert(HistoryRows).values(
                at=moment.now(),
                annotator=self._annotators.find_or_add(author),
                article=self._articles.number(subject.article),
                kind=type(subject).__name__.lower(),
                subject=subject.id if isinstance(subject, Annotation | Relation) else None,
                before=_json(edit.before),
                after=_json(edit.after),
            )
        )

    def count(self) -> int:
        return self._connection.scalar(select(func.count()).select_from(HistoryRows)) or 0


def _json(subject: Subject | None) -> str | None:
    return None if subject is None else orjson.dumps(asdict(subject)).decode()
