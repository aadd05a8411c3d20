"""Copies of a project's file, made while it is open, and verified."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine

from annotator.domain.errors import ProjectError, StorageError, reason_of
from annotator.domain.progress import Progress
from annotator.storage.engine import Access, make_engine
from annotator.storage.failures import translated
from annotator.storage.soundness import expect_whole
from annotator.storage.whole_file import made_whole

_PAGES = 2_000
"""Copied at once: some 10 ms, for which a writer waits."""


def copy_file(connection: Connection, target: Path, progress: Progress) -> None:
    """Copy what the connection sees, its file being gone or not, to a new file, which is then looked through.

    The connection is in no transaction; others may write meanwhile. Raises ProjectError where the target
    cannot be made whole.
    """
    if target.exists():
        raise ProjectError("{path} is there already; a new project needs a new name.", path=target)
    source = connection.connection.driver_connection
    assert source
    try:
        with made_whole(target) as part:
            _copy(source, part, progress)
            _compare(connection, part, target)
    except OSError as error:
        raise ProjectError(
            "{path} cannot be made: {reason}.", path=target, reason=reason_of(error)
        ) from error
    except StorageError as error:
        raise ProjectError("{path} cannot be made: {reason}", path=target, reason=error) from error
    except sqlite3.Error as error:
        raise ProjectError("{path} cannot be made: {reason}.", path=target, reason=error) from error
    finally:
        connection.rollback()


def _copy(source: Any, part: Path, progress: Progress) -> None:
    def tell(_status: int, remaining: int, total: int) -> None:
        progress(total - remaining, total)

    # No synchronous: the file is written to the disk as a whole before it gets its name.
    with closing(sqlite3.connect(part, isolation_level=None)) as copy:
        copy.execute("PRAGMA synchronous = OFF")
        source.backup(copy, pages=_PAGES, progress=tell, sleep=0.001)


def _compare(connection: Connection, part: Path, target: Path) -> None:
    engine: Engine = make_engine(part, Access.READ)
    try:
        with translated(target), engine.connect() as copy, copy.begin():
            expect_whole(copy, target)
            if _identity(copy) != _identity(connection):
                raise ProjectError("{path} cannot be made: it is not what was copied.", path=target)
    finally:
        engine.dispose()


def _identity(connection: Connection) -> object:
    return connection.exec_driver_sql("SELECT id FROM project").scalar()
