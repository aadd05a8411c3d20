"""The label set and the guidelines."""

from collections.abc import Mapping

import orjson
from sqlalchemy import Connection, RowMapping, delete, func, insert, select

from annotator.domain import moment
from annotator.domain.label import Label, LabelSet
from annotator.storage.tables import ForbiddenOverlapRows, GuidelinesRows, LabelRows


class Labels:
    """Rows are numbered; values go by the label's own id."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._by_number: dict[int, Label] | None = None

    def all(self) -> LabelSet:
        pairs = self._connection.execute(select(ForbiddenOverlapRows.c.one, ForbiddenOverlapRows.c.other))
        by_number = self.by_number()
        return LabelSet(
            tuple(by_number.values()),
            frozenset(frozenset((by_number[one].id, by_number[other].id)) for one, other in pairs),
        )

    def by_number(self) -> dict[int, Label]:
        if self._by_number is None:
            rows = self._connection.execute(select(LabelRows).order_by(LabelRows.c.number))
            self._by_number = {row["number"]: _value(row) for row in rows.mappings()}
        return self._by_number

    def number(self, label_id: str) -> int:
        return next(number for number, label in self.by_number().items() if label.id == label_id)

    def add(self, label: Label) -> None:
        self._connection.execute(insert(LabelRows), [_row(label)])
        self._by_number = None

    def replace(self, labels: LabelSet) -> None:
        """Set the labels of a project that has no annotations yet."""
        for table in (ForbiddenOverlapRows, LabelRows):
            self._connection.execute(delete(table))
        for label in labels:
            self.add(label)
        for pair in sorted(sorted(pair) for pair in labels.forbidden_overlaps):
            one, other = self.number(pair[0]), self.number(pair[-1])
            self._connection.execute(insert(ForbiddenOverlapRows).values(one=one, other=other))


def _value(row: RowMapping) -> Label:
    return Label(
        id=row["id"],
        name=row["name"],
        colour=row["colour"],
        key=row["key"],
        pattern=row["pattern"],
        display=orjson.loads(row["display"]),
        description=orjson.loads(row["description"]),
        examples=tuple(orjson.loads(row["examples"])),
    )


def _row(label: Label) -> dict[str, str]:
    return {
        "id": label.id,
        "name": label.name,
        "colour": label.colour,
        "key": label.key,
        "pattern": label.pattern,
        "display": orjson.dumps(dict(label.display)).decode(),
        "description": orjson.dumps(dict(label.description)).decode(),
        "examples": orjson.dumps(label.examples).decode(),
    }


class Guidelines:
    """The prose that explains the labels, in versions; each version in one or more languages."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, texts: Mapping[str, str]) -> None:
        version, now = (self.version() or 0) + 1, moment.now()
        for language, text in texts.items():
            values = {"version": version, "language": language, "text": text, "created": now}
            self._connection.execute(insert(GuidelinesRows).values(values))

    def version(self) -> int | None:
        return self._connection.scalar(select(func.max(GuidelinesRows.c.version)))

    def texts(self) -> dict[str, str]:
        """Return the newest version, keyed by language."""
        query = select(GuidelinesRows.c.language, GuidelinesRows.c.text).where(
            GuidelinesRows.c.version == self.version()
        )
        return {row.language: row.text for row in self._connection.execute(query)}
