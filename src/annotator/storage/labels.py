"""The label set and the guidelines."""

from collections.abc import Mapping

import orjson
from sqlalchemy import Connection, RowMapping, delete, func, insert, select, update

from annotator.domain import moment
from annotator.domain.edit import Edit
from annotator.domain.errors import EditError, NotFoundError, StaleError
from annotator.domain.label import Label, LabelSet
from annotator.storage.failures import UnfitRowError
from annotator.storage.tables import ForbiddenOverlapRows, GuidelinesRows, LabelRows

# Made once: to make a statement takes longer than to run it.
_LABELS = select(LabelRows).order_by(LabelRows.c.place)
_FORBIDDEN = select(ForbiddenOverlapRows.c.one, ForbiddenOverlapRows.c.other)


class Labels:
    """Rows are numbered; values go by the label's own id."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._by_number: dict[int, Label] | None = None

    def all(self) -> LabelSet:
        pairs = self._connection.execute(_FORBIDDEN)
        by_number = self.by_number()
        forbidden = frozenset(frozenset((by_number[one].id, by_number[other].id)) for one, other in pairs)
        try:
            return LabelSet(tuple(by_number.values()), forbidden)
        except (ValueError, EditError) as error:
            raise UnfitRowError(str(error)) from error

    def by_number(self) -> dict[int, Label]:
        if self._by_number is None:
            rows = self._connection.execute(_LABELS)
            self._by_number = {row["number"]: _value(row) for row in rows.mappings()}
        return self._by_number

    def number(self, label_id: str) -> int:
        """Raises NotFoundError for a label that another program may have removed."""
        for number, label in self.by_number().items():
            if label.id == label_id:
                return number
        raise NotFoundError("The project has no label {label} any more.", label=label_id)

    def add(self, label: Label) -> None:
        self._connection.execute(insert(LabelRows), [_row(label, len(self.by_number()))])
        self._by_number = None

    def apply(self, edit: Edit) -> None:
        """Raises EditError where the labels are not the edit's before."""
        if self.all() != edit.before:
            raise StaleError("The labels were changed elsewhere meanwhile; nothing was done.")
        assert isinstance(edit.after, LabelSet)
        self.set(edit.after)

    def set(self, labels: LabelSet) -> None:
        """Make the labels these, each under the number that it has; one that is gone has no annotations."""
        row, numbers = LabelRows.c, {label.id: number for number, label in self.by_number().items()}
        self._connection.execute(delete(ForbiddenOverlapRows))
        self._connection.execute(delete(LabelRows).where(row.id.not_in([label.id for label in labels])))
        # Two labels may swap their names, which are unique after every statement; none ends with a new line.
        self._connection.execute(update(LabelRows).values(name=row.id.concat("\n")))
        for place, label in enumerate(labels):
            if label.id in numbers:
                change = update(LabelRows).where(row.id == label.id)
                self._connection.execute(change.values(**_row(label, place)))
            else:
                self._connection.execute(insert(LabelRows), [_row(label, place)])
        self._by_number = None
        for pair in sorted(sorted(pair) for pair in labels.forbidden_overlaps):
            one, other = self.number(pair[0]), self.number(pair[-1])
            self._connection.execute(insert(ForbiddenOverlapRows).values(one=one, other=other))


def _value(row: RowMapping) -> Label:
    try:
        return Label(
            id=row["id"],
            name=row["name"],
            colour=row["colour"],
            key=row["key"],
            pattern=row["pattern"],
            display=orjson.loads(row["display"]),
            description=orjson.loads(row["description"]),
            examples=tuple(orjson.loads(row["examples"])),
            retired=row["retired"],
        )
    except (ValueError, TypeError, EditError) as error:
        raise UnfitRowError(str(error)) from error


def _row(label: Label, place: int) -> dict[str, object]:
    return {
        "id": label.id,
        "name": label.name,
        "colour": label.colour,
        "key": label.key,
        "pattern": label.pattern,
        "display": orjson.dumps(dict(label.display)).decode(),
        "description": orjson.dumps(dict(label.description)).decode(),
        "examples": orjson.dumps(label.examples).decode(),
        "place": place,
        "retired": label.retired,
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

    def versions(self) -> list[tuple[int, str]]:
        """Return each version's number and the moment when it was made, the newest first."""
        row = GuidelinesRows.c
        query = select(row.version, func.min(row.created)).group_by(row.version).order_by(row.version.desc())
        return [(version, created or "") for version, created in self._connection.execute(query)]

    def texts(self, version: int | None = None) -> dict[str, str]:
        """Return a version, or the newest, keyed by language."""
        query = select(GuidelinesRows.c.language, GuidelinesRows.c.text).where(
            GuidelinesRows.c.version == (self.version() if version is None else version)
        )
        return {row.language: row.text for row in self._connection.execute(query)}
