"""A project: one SQLite file, opened or made here and nowhere else."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from sqlalchemy import Connection, Engine, insert, select

from annotator.domain import moment
from annotator.domain.errors import ProjectError, StorageError, reason_of
from annotator.domain.identity import new_id
from annotator.domain.label import LabelSet
from annotator.storage.engine import APPLICATION_ID, WAIT_S, make_engine
from annotator.storage.failures import translated
from annotator.storage.tables import ProjectRows
from annotator.storage.unit_of_work import UnitOfWork

SCHEMA_VERSION = 5
_HEADER = b"SQLite format 3\x00"


class Project:
    """An open project. Units of work may be opened from any thread; one of them writes at a time."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine
        self.is_writable = os.access(path, os.W_OK)
        self._lengths: dict[str, int] = {}
        with self.reading() as work:
            found = work.connection.scalars(select(ProjectRows.c.id)).one_or_none()
        if found is None:
            raise ProjectError("{path} is damaged.", path=path)
        self.id = found

    @classmethod
    def create(cls, path: Path, labels: LabelSet, guidelines: Mapping[str, str]) -> "Project":
        """Make a new file, whole or not at all. guidelines are Markdown, keyed by language."""
        _refuse_place(path)
        part = path.with_name(f".{new_id()}.part")
        try:
            part.touch(0o600)  # news may be confidential
            _make(part, labels, guidelines)
            part.rename(path)
        except OSError as error:
            raise ProjectError(
                "{path} cannot be made: {reason}.", path=path, reason=reason_of(error)
            ) from error
        except StorageError as error:
            raise ProjectError("{path} cannot be made: {reason}", path=path, reason=error) from error
        finally:
            part.unlink(missing_ok=True)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path, wait_s: float = WAIT_S) -> "Project":
        """wait_s bounds every wait for another program that writes."""
        _refuse_strangers(path)
        engine = make_engine(path, "rw" if os.access(path, os.W_OK) else "ro", wait_s)
        try:
            with translated(path), engine.connect() as connection:
                _bring_up_to_date(connection, path)
            return cls(path, engine)
        except BaseException:
            engine.dispose()
            raise

    @contextmanager
    def unit_of_work(self) -> Iterator[UnitOfWork]:
        """Commit all that the block does, or nothing."""
        with translated(self.path), self._engine.connect() as connection:
            writer = connection.execution_options(writer=True)
            with writer.begin():
                yield UnitOfWork(writer, self._lengths)

    @contextmanager
    def reading(self) -> Iterator[UnitOfWork]:
        """Read one state of the project, whatever is written meanwhile."""
        with translated(self.path), self._engine.connect() as connection, connection.begin():
            yield UnitOfWork(connection, self._lengths)

    def close(self) -> None:
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _refuse_place(path: Path) -> None:
    try:
        if path.exists():
            raise ProjectError("{path} is there already; a new project needs a new name.", path=path)
        if not path.parent.is_dir():
            raise ProjectError("There is no folder {path} to make a project in.", path=path.parent)
    except OSError as error:
        raise ProjectError("{path} cannot be made: {reason}.", path=path, reason=reason_of(error)) from error


def _refuse_strangers(path: Path) -> None:
    try:
        if path.is_dir():
            raise ProjectError("{path} is a folder, not a project.", path=path)
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        raise ProjectError("There is no project {path}.", path=path) from None
    except OSError as error:
        raise ProjectError("{path} cannot be read: {reason}.", path=path, reason=reason_of(error)) from error
    if len(header) < 100 or header[:16] != _HEADER or header[68:72] != APPLICATION_ID.to_bytes(4, "big"):
        raise ProjectError("{path} is not an Annotator project.", path=path)


def _make(path: Path, labels: LabelSet, guidelines: Mapping[str, str]) -> None:
    engine = make_engine(path, "rw")
    try:
        with translated(path), engine.connect() as connection:
            _migrate(connection)
            with connection.begin():
                now = moment.now()
                connection.execute(insert(ProjectRows), [{"number": 1, "id": new_id(), "created": now}])
                work = UnitOfWork(connection)
                work.labels.set(labels)
                work.guidelines.add(guidelines)
    finally:
        engine.dispose()


def _bring_up_to_date(connection: Connection, path: Path) -> None:
    version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    connection.rollback()
    if version > SCHEMA_VERSION:
        raise ProjectError(
            "{path} was made by a newer version of Annotator; this one would not understand it.", path=path
        )
    if version < SCHEMA_VERSION:
        _migrate(connection)


def _migrate(connection: Connection) -> None:
    # Alembic takes a third of a second to import, and is needed only where a schema changes.
    from annotator.storage.migrating import migrate  # noqa: PLC0415

    # A pragma inside a transaction is ignored, so it goes past SQLAlchemy, which would begin one.
    driver = connection.connection.cursor()
    driver.execute("PRAGMA foreign_keys = OFF")
    try:
        with connection.execution_options(writer=True).begin():
            migrate(connection, SCHEMA_VERSION)
            UnitOfWork(connection).search_index.rebuild()
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                raise ProjectError("The project was not changed: its rows do not fit together.")
    finally:
        driver.execute("PRAGMA foreign_keys = ON")
        driver.close()
