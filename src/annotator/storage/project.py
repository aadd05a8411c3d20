"""A project, opened or made here and nowhere else: in a file, or on a server."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from sqlalchemy import Connection, Engine, insert, select

from annotator.domain import moment
from annotator.domain.errors import DamageError, NewerError, ProjectError
from annotator.domain.identity import is_id, new_id
from annotator.domain.label import LabelSet
from annotator.domain.place import Place
from annotator.domain.progress import Progress, silent
from annotator.domain.retention import Reason
from annotator.storage.backend import Backend, Reach
from annotator.storage.backup_settings import backup_settings
from annotator.storage.backups import Backup, Backups
from annotator.storage.copies import copy_file
from annotator.storage.engine import WAIT_S
from annotator.storage.failures import translated
from annotator.storage.look import Look
from annotator.storage.postgres import PostgresDatabase
from annotator.storage.soundness import expect_whole
from annotator.storage.sqlite import SQLiteFile
from annotator.storage.tables import ProjectRows
from annotator.storage.unit_of_work import UnitOfWork

SCHEMA_VERSION = 6

CHECKED_AT_ONCE = 16 << 20
"""Bytes that are looked through in some 50 ms, which nobody notices when a project opens."""


class Project:
    """An open project. Units of work may be opened from any thread.

    In a file one of them writes at a time; on a server those wait for each other that reach the same work.
    """

    def __init__(self, backend: Backend, engine: Engine) -> None:
        self.place = backend.place
        self._backend = backend
        self._engine = engine
        self._lengths: dict[str, int] = {}
        self._look = Look()
        with self.reading() as work:
            self.is_writable = backend.is_writable(work.connection)
            self.id = _id(work.connection, self.place)
        # It stays open: if the file is taken away, what was in it can still be copied from here.
        self._kept = engine.connect() if isinstance(self.place, Path) else None

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
    def open(cls, place: Place, wait_s: float = WAIT_S, *, checks_up_to: int = CHECKED_AT_ONCE) -> "Project":
        """Open it if it is one, and sound; bring it up to date, after a backup, if it is of an older version.

        wait_s bounds every wait for another program that writes; a file of more than checks_up_to bytes is
        not looked through. Raises ProjectError, and StorageError, DamageError among its kinds.
        """
        backend = _backend_at(place)
        with _connected(backend, wait_s) as (engine, connection):
            version = _version(backend, connection)
            if version > SCHEMA_VERSION:
                raise NewerError(
                    "{path} was made by a newer version of Annotator; this one would not understand it.",
                    path=place,
                )
            backend.expect_sound(connection, checks_up_to)
            connection.rollback()
            if version < SCHEMA_VERSION:
                _bring_up_to_date(backend, connection)
            backend.expect_schema(connection)
        return _made(cls, backend, engine)

    @contextmanager
    def unit_of_work(self, reach: Reach = Reach.ANYTHING) -> Iterator[UnitOfWork]:
        """Commit all that the block does, or nothing; reach tells what it may do."""
        self.expect_there()
        with self._look.writing(), translated(self.place), self._engine.connect() as connection:
            writer = connection.execution_options(reach=reach)
            with writer.begin():
                yield UnitOfWork(writer, self._lengths)

    @contextmanager
    def reading(self) -> Iterator[UnitOfWork]:
        """Read one state of the project, whatever is written meanwhile."""
        with translated(self.place), self._engine.connect() as connection, connection.begin():
            yield UnitOfWork(connection, self._lengths)

    @contextmanager
    def reading_by_page(self) -> Iterator[UnitOfWork]:
        """Read some articles at once, each as it is then: no writer waits for what is made of them."""
        with translated(self.place), self._engine.connect() as connection:
            yield UnitOfWork(connection, self._lengths, rest=connection.rollback)

    def expect_there(self) -> None:
        """Raise LostError if the file is gone, or another lies in its place."""
        self._backend.expect_there()

    def look_through(self, *, fully: bool) -> None:
        """Read the whole file, fully or as at opening.

        Raises DamageError, and Cancelled where a unit of work wants to write, which a reader would hold up.
        """
        with translated(self.place), self._engine.connect() as connection, self._look.at(connection):
            expect_whole(connection, self.place, fully=fully)

    def back_up(self, reason: Reason, progress: Progress) -> Backup:
        """Make a backup in the person's own folder of backups. Raises ProjectError and StorageError."""
        self.expect_there()
        with translated(self.place), self._engine.connect() as connection:
            return self.backups.make(connection, reason, progress)

    @property
    def backups(self) -> Backups:
        return Backups(backup_settings(), self.id, self.path.stem)

    def save_copy(self, target: Path, progress: Progress) -> None:
        """Copy the project to a new file, also where its own is gone. Raises ProjectError, StorageError."""
        assert self._kept
        with translated(self.place):
            copy_file(self._kept, target, progress)

    def close(self) -> None:
        if self._kept:
            self._kept.close()
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


@contextmanager
def _connected(
    backend: Backend, wait_s: float, *, for_reading: bool = False
) -> Iterator[tuple[Engine, Connection]]:
    """Connect the block, in no transaction; the engine is let go if it fails."""
    with translated(backend.place):
        engine = backend.open(wait_s, for_reading=for_reading)
        try:
            with engine.connect() as connection:
                yield engine, connection
        except BaseException:
            engine.dispose()
            raise


def _made(kind: type[Project], backend: Backend, engine: Engine) -> Project:
    try:
        return kind(backend, engine)
    except BaseException:
        engine.dispose()
        raise


def _version(backend: Backend, connection: Connection) -> int:
    version = backend.version(connection)
    backend.expect_ours(connection)
    connection.rollback()
    return version


def _id(connection: Connection, place: Place) -> str:
    """Return the project's id, which names folders and files: nothing else may stand there."""
    found = connection.scalars(select(ProjectRows.c.id)).all()
    if len(found) != 1 or not is_id(str(found[0])):
        raise DamageError("{path} is damaged: it does not say which project it is.", path=place)
    return found[0]


def _bring_up_to_date(backend: Backend, connection: Connection) -> None:
    if isinstance(backend.place, Path):
        project = _id(connection, backend.place)
        connection.rollback()
        try:
            Backups(backup_settings(), project, backend.place.stem).make(connection, Reason.MIGRATION, silent)
        except ProjectError as error:
            raise ProjectError(
                "{path} is of an older version and was not changed: no backup could be made. {reason}",
                path=backend.place,
                reason=error,
            ) from error
    with backend.changing_tables(connection):
        _migrate(connection)


def _migrate(connection: Connection) -> None:
    # Alembic takes a third of a second to import, and is needed only where a schema changes.
    from annotator.storage.migrating import migrate  # noqa: PLC0415

    migrate(connection, SCHEMA_VERSION)
    UnitOfWork(connection).search_index.rebuild()


def restore_file(backup: Path, target: Path, progress: Progress) -> None:
    """Copy a project's file, of whatever version, as it is. Raises ProjectError and StorageError."""
    backend = SQLiteFile(backup)
    with _connected(backend, WAIT_S, for_reading=True) as (engine, connection):
        try:
            backend.expect_ours(connection)
            connection.rollback()
            copy_file(connection, target, progress)
        finally:
            engine.dispose()
