"""The people whose layers the project holds."""

from sqlalchemy import Connection, bindparam, insert, select
from sqlalchemy.exc import IntegrityError

from annotator.domain.errors import NotFoundError
from annotator.storage.tables import AnnotatorRows

# Made once: to make a statement takes longer than to run it.
_NUMBER = select(AnnotatorRows.c.number).where(AnnotatorRows.c.name == bindparam("name"))


class Annotators:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._numbers: dict[str, int] = {}

    def names(self) -> list[str]:
        return list(self._connection.scalars(select(AnnotatorRows.c.name).order_by(AnnotatorRows.c.number)))

    def number(self, name: str) -> int:
        """Raises NotFoundError if the project has no such annotator."""
        number = self.find(name)
        if number is None:
            known = ", ".join(self.names()) or "–"
            raise NotFoundError(
                "The project has no annotator {name}; it has: {known}.", name=name, known=known
            )
        return number

    def find(self, name: str) -> int | None:
        if name not in self._numbers:
            number = self._connection.scalar(_NUMBER, {"name": name})
            if number is None:
                return None
            self._numbers[name] = number
        return self._numbers[name]

    def find_or_add(self, name: str) -> int:
        number = self.find(name)
        if number is None:
            added = insert(AnnotatorRows).values(name=name).returning(AnnotatorRows.c.number)
            try:
                with self._connection.begin_nested():
                    number = self._connection.execute(added).scalar_one()
            except IntegrityError:  # on a server, somebody else of this name began at the same moment
                number = self._connection.scalars(_NUMBER, {"name": name}).one()
            self._numbers[name] = number
        return number
