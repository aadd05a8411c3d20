"""A project in a file of its own."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    LargeBinary,
    TableClause,
    TextClause,
    cast,
    insert,
    text,
)

from annotator.arabic.phrases import Phrase
from annotator.domain.errors import LostError, ProjectError, StorageError, reason_of
from annotator.storage.backend import Fault, Reach
from annotator.storage.engine import APPLICATION_ID, Access, make_engine
from annotator.storage.failures import translated
from annotator.storage.leftovers import refuse_foreign_journal, refuse_foreign_log
from annotator.storage.soundness import expect_schema, expect_whole, last_line, refuse_what_runs
from annotator.storage.whole_file import made_whole

_HEADER = b"SQLite format 3\x00"


class SQLiteFile:
    def __init__(self, path: Path) -> None:
        self.place = path
        self._file: tuple[int, int] | None = None
        """Device and inode of what was opened."""

    def open(self, wait_s: float, *, for_reading: bool = False) -> Engine:
        path = self.place
        _refuse_other_files(path)
        refuse_foreign_journal(path)
        refuse_foreign_log(path)
        self._file = _file_at(path)
        access = Access.READ if for_reading or not os.access(path, os.W_OK) else Access.WRITE
        if access is Access.READ and _needs_a_log_that_cannot_be(path):
            access = Access.READ_ALONE
        return make_engine(path, access, wait_s, backend=self)

    @contextmanager
    def new(self) -> Iterator[Engine]:
        path = self.place
        _refuse_place(path)
        try:
            with made_whole(path) as part:
                engine = make_engine(part, Access.WRITE, backend=self)
                try:
                    with translated(part):
                        yield engine
                finally:
                    engine.dispose()
        except OSError as error:
            raise ProjectError(
                "{path} cannot be made: {reason}.", path=path, reason=reason_of(error)
            ) from error
        except StorageError as error:
            raise ProjectError("{path} cannot be made: {reason}", path=path, reason=error) from error

    def is_writable(self, _: Connection) -> bool:
        return os.access(self.place, os.W_OK) and not _needs_a_log_that_cannot_be(self.place)

    def expect_there(self) -> None:
        # SQLite would go on writing into a file that has no name any more.
        if self._file and _file_at(self.place) != self._file:
            if self.place.exists():
                raise LostError(
                    "Another file has taken the place of {path}; nothing more is saved.", path=self.place
                )
            raise LostError("{path} is no longer there; nothing was saved.", path=self.place)

    def expect_ours(self, connection: Connection) -> None:
        refuse_what_runs(connection, self.place)

    def expect_schema(self, connection: Connection) -> None:
        expect_schema(connection, self.place)

    def expect_sound(self, connection: Connection, most_bytes: int) -> None:
        if self.place.stat().st_size <= most_bytes:
            expect_whole(connection, self.place)

    def version(self, connection: Connection) -> int:
        version: int = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        return version

    def stamp(self, connection: Connection, version: int) -> None:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {version}")

    @contextmanager
    def changing_tables(self, connection: Connection) -> Iterator[None]:
        # With foreign keys on, rebuilding a parent table deletes its children. A pragma inside a transaction
        # is ignored, so it goes past SQLAlchemy, which would begin one.
        driver = connection.connection.cursor()
        driver.execute("PRAGMA foreign_keys = OFF")
        try:
            with connection.execution_options(reach=Reach.TABLES).begin():
                yield
                if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                    raise ProjectError("The project was not changed: its rows do not fit together.")
        finally:
            driver.execute("PRAGMA foreign_keys = ON")
            driver.close()

    def insert(self, connection: Connection, table: TableClause[Any], rows: Sequence[Sequence[Any]]) -> None:
        # Rows as tuples in the table's own order: as dictionaries they take twice the time of SQLite itself.
        statement = insert(table).compile(dialect=connection.dialect)
        connection.exec_driver_sql(str(statement), [*rows])

    def count_on(self, _: Connection) -> None:
        """SQLite numbers on from the highest number by itself."""

    def utf8(self, column: ColumnElement[str] | ColumnElement[str | None]) -> ColumnElement[bytes]:
        return cast(column, LargeBinary)

    def faults(self, connection: Connection) -> Iterator[Fault]:
        for (said,) in connection.exec_driver_sql("PRAGMA integrity_check"):
            if said != "ok":
                yield "The database file is damaged: {reason}", {"reason": last_line(said)}
        for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            facts = {"table": table, "row": row, "parent": parent}
            yield "A row of {table} ({row}) refers to a {parent} that is not there.", facts

    def holds(self, phrases: Iterable[Phrase]) -> TextClause:
        wanted = " AND ".join(f"({_any(phrase)})" for phrase in phrases if phrase.words)
        return text("article_terms MATCH :wanted").bindparams(wanted=wanted)

    def kept(self, terms: set[str]) -> set[str]:
        return terms

    def indexed(self, connection: Connection) -> Iterable[Sequence[Any]]:
        connection.exec_driver_sql(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.article_terms_held"
            " USING fts5vocab(main, article_terms, instance)"
        )
        return connection.exec_driver_sql("SELECT term, doc FROM article_terms_held")

    def forget(self, connection: Connection, rows: Sequence[tuple[int, str]]) -> None:
        # The index does not keep what it was made of, and has to be told.
        connection.exec_driver_sql(
            "INSERT INTO article_terms (article_terms, rowid, terms) VALUES ('delete', ?, ?)", [*rows]
        )

    def clear_index(self, connection: Connection) -> None:
        connection.exec_driver_sql("INSERT INTO article_terms (article_terms) VALUES ('delete-all')")


def _refuse_place(path: Path) -> None:
    try:
        if path.exists():
            raise ProjectError("{path} is there already; a new project needs a new name.", path=path)
        if not path.parent.is_dir():
            raise ProjectError("There is no folder {path} to make a project in.", path=path.parent)
    except OSError as error:
        raise ProjectError("{path} cannot be made: {reason}.", path=path, reason=reason_of(error)) from error


def _refuse_other_files(path: Path) -> None:
    try:
        if path.is_dir():
            raise ProjectError("{path} is a folder, not a project.", path=path)
        if path.exists() and not path.is_file():  # which might never end
            raise ProjectError("{path} is a device or a pipe, not a project.", path=path)
    except OSError as error:
        raise ProjectError("{path} cannot be read: {reason}.", path=path, reason=reason_of(error)) from error
    if not _is_ours(_header(path)):
        raise ProjectError("{path} is not an Annotator project.", path=path)


def _header(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(100)
    except FileNotFoundError:
        raise ProjectError("There is no project {path}.", path=path) from None
    except OSError as error:
        raise ProjectError("{path} cannot be read: {reason}.", path=path, reason=reason_of(error)) from error


def is_project_file(path: Path) -> bool:
    """Tell whether a file is a project, as far as it can be read."""
    try:
        if not path.is_file():  # a pipe would be waited for
            return False
        with path.open("rb") as file:
            return _is_ours(file.read(100))
    except OSError:
        return False


def _file_at(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _needs_a_log_that_cannot_be(path: Path) -> bool:
    """Tell whether a file is made for WAL, in a folder where none can be made, and has none."""
    is_for_wal = _header(path)[18:20] == b"\x02\x02"
    has_log = path.with_name(path.name + "-wal").exists()
    return is_for_wal and not has_log and not os.access(path.parent, os.W_OK)


def _is_ours(header: bytes) -> bool:
    has_id = header[68:72] == APPLICATION_ID.to_bytes(4, "big")
    return len(header) == 100 and header[:16] == _HEADER and has_id


def _any(phrase: Phrase) -> str:
    return " OR ".join(f"({_all(one)})" for one in phrase.each())


def _all(phrase: Phrase) -> str:
    # A term is letters and digits; in quotation marks FTS5 takes it for nothing else.
    words = [f'"{word}"' for word in phrase.words]
    return " AND ".join(words) + "*" * phrase.is_open
