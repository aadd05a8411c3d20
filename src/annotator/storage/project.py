"""A project, opened or made here and nowhere else: in a file, or on a server."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from sqlalchemy import Connection, Engine, insert, select

from annotator.domain import moment
from annotator.domain.errors import ProjectError
from annotator.domain.identity import new_id
from annotator.domain.label import LabelSet
from annotator.domain.place import Place
from annotator.storage.backend import Backend, Reach
from annotator.storage.engine import WAIT_S
from annotator.storage.failures import translated
from annotator.storage.postgres import PostgresDatabase
from annotator.storage.sqlite import SQLiteFile
from annotator.storage.tables import ProjectRows
from annotator.storage.unit_of_work import UnitOfWork

SCHEMA_VERSION = 6


class Project:
    """An open project. Units of work may be opened from any thread.

    In a file one of them writes at a time; on a server those wait for each other that reach the same work.
    """

    def __init__(self, backend: Backend, engine: Engine) -> None:
        self.place = backend.place
        self._engine = engine
        self._lengths: dict[str, int] = {}
        with self.reading() as work:
            self.is_writable = backend.is_writable(work.connection)
            found = work.connection.scalars(select(ProjectRows.c.id)).one_or_none()
        if found is None:
            raise ProjectError("{path} is damaged.", path=self.place)
        self.id = found

    @property
    def path(self) -> Path:
        """The file; of a project on a server, the name that a file of it would have."""
        return self.place if isinstance(self.place, Path) else Path(f"{self.place.name}.annotator")

    @classmethod
    def create(cls, place: Place, labels: LabelSet, guidelines: Mapping[str, str]) -> "Project":
        """Make a new project, whole or not at all. guidelines are Markdown, keyed by language."""
        with new_tables(place) as connection:
            now = moment.now()
            connection.execute(insert(ProjectRows), [{"number": 1, "id": new_id(), "created": now}])
            work = UnitOfWork(connection)
            work.labels.set(labels)
            work.guidelines.add(guidelines)
        return cls.open(place)

    @classmethod
    def open(cls, place: Place, wait_s: float = WAIT_S) -> "Project":
        """wait_s bounds every wait for another program that writes."""
        backend = _backend_at(place)
        with translated(place):
            engine = backend.open(wait_s)
        try:
            with translated(place), engine.connect() as connection:
                _bring_up_to_date(backend, connection)
            return cls(backend, engine)
        except BaseException:
            engine.dispose()
            raise

    @contextmanager
    def unit_of_work(self, reach: Reach = Reach.ANYTHING) -> Iterator[UnitOfWork]:
        """Commit all that the block does, or nothing; reach tells what it may do."""
        with translated(self.place), self._engine.connect() as connection:
            writer = connection.execution_options(reach=reach)
            with writer.begin():
                yield UnitOfWork(writer, self._lengths)

    @contextmanager
    def reading(self) -> Iterator[UnitOfWork]:
        """Read one state of the project, whatever is written meanwhile."""
        with translated(self.place), self._engine.connect() as connection, connection.begin():
            yield UnitOfWork(connection, self._lengths)

    def close(self) -> None:
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@contextmanager
def new_tables(place: Place) -> Iterator[Connection]:
    """Give the block empty tables at a new place; what it makes of them is kept whole or not at all."""
    backend = _backend_at(place)
    with (
        backend.new() as engine,
        engine.connect() as connection,
        backend.changing_tables(connection),
    ):
        _migrate(connection)
        yield connection


def _backend_at(place: Place) -> Backend:
    return SQLiteFile(place) if isinstance(place, Path) else PostgresDatabase(place)


def _bring_up_to_date(backend: Backend, connection: Connection) -> None:
    version = backend.version(connection)
    connection.rollback()
    if version > SCHEMA_VERSION:
        raise ProjectError(
            "{path} was made by a newer version of Annotator; this one would not understand it.",
            path=backend.place,
        )
    if version < SCHEMA_VERSION:
        with backend.changing_tables(connection):
            _migrate(connection)


def _migrate(connection: Connection) -> None:
    # Alembic takes a third of a second to import, and is needed only where a schema changes.
    from annotator.storage.migrating import migrate  # noqa: PLC0415

    migrate(connection, SCHEMA_VERSION)
    UnitOfWork(connection).search_index.rebuild()
