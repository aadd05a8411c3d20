"""The people whose layers the project holds."""

from itertools import chain, count

from sqlalchemy import Connection, bindparam, exists, insert, select
from sqlalchemy.exc import IntegrityError

from annotator.domain.errors import NotFoundError
from annotator.storage.tables import AnnotatorRows, LayerRows

GOLD = 0
"""The number of the annotator who is none, in whose layers gold is."""

# Made once: to make a statement takes longer than to run it.
_NUMBER = select(AnnotatorRows.c.number).where(AnnotatorRows.c.name == bindparam("name"))


class Annotators:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._numbers: dict[str, int] = {}

    def names(self) -> list[str]:
        """Return who has begun an article; gold is nobody's."""
        mine = exists().where(LayerRows.c.annotator == AnnotatorRows.c.number)
        query = select(AnnotatorRows.c.name).where(AnnotatorRows.c.number != GOLD, mine)
        return list(self._connection.scalars(query.order_by(AnnotatorRows.c.number)))

    def everybody(self) -> list[str]:
        """Return who has done anything in the project, labelled or not."""
        query = select(AnnotatorRows.c.name).where(AnnotatorRows.c.number != GOLD)
        return list(self._connection.scalars(query.order_by(AnnotatorRows.c.number)))

    def gold(self) -> str | None:
        """Return under which name the gold layers are, if there are any."""
        return self._connection.scalar(select(AnnotatorRows.c.name).where(AnnotatorRows.c.number == GOLD))

    def find_or_add_gold(self) -> str:
        """Return the name of the gold layers: gold, or where a person is called so, another."""
        found, names = self.gold(), self.everybody()
        if found is None:
            found = next(
                name for name in chain(["gold"], map("gold-{}".format, count(2))) if name not in names
            )
            self._connection.execute(insert(AnnotatorRows).values(number=GOLD, name=found))
        return found

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
