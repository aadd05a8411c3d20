"""Suspicions that somebody found to be fine as they are."""

from sqlalchemy import Connection, insert, select

from annotator.domain import moment
from annotator.storage.annotators import Annotators
from annotator.storage.review_tables import ApprovalRows


class Approvals:
    def __init__(self, connection: Connection, annotators: Annotators) -> None:
        self._connection = connection
        self._annotators = annotators

    def keys(self) -> set[str]:
        return set(self._connection.scalars(select(ApprovalRows.c.key)))

    def add(self, key: str, rule: str, author: str) -> None:
        """Remember a suspicion by its key; who was first to approve of it stays."""
        row = ApprovalRows.c
        if self._connection.scalar(select(row.key).where(row.key == key)) is None:
            number = self._annotators.find_or_add(author)
            values = {"key": key, "rule": rule, "annotator": number, "at": moment.now()}
            self._connection.execute(insert(ApprovalRows).values(values))
