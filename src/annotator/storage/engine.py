"""The SQLite engine, as a project needs it."""

import os
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection

from annotator.storage.backend import is_writing

APPLICATION_ID = 0x414E4E4F  # "ANNO"
WAIT_S = 10.0

# Before 3.51.3 two connections that write and checkpoint at one moment can corrupt a WAL database.
JOURNAL_MODE = "WAL" if sqlite3.sqlite_version_info >= (3, 51, 3) else "DELETE"


def make_engine(path: Path, mode: str, wait_s: float = WAIT_S, **options: Any) -> Engine:
    """Mode is SQLite's: ro or rw; wait_s is how long a lock is waited for; options are those of execution."""
    url = f"sqlite+pysqlite:///file:{_quoted(path)}?mode={mode}&uri=true"
    engine = create_engine(url, connect_args={"timeout": wait_s}, execution_options=options)
    event.listen(engine, "connect", _prepare_reading if mode == "ro" else _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _quoted(path: Path) -> str:
    return quote(os.fsencode(path.absolute()), safe="/\\:")


_READING = ("foreign_keys = ON", "trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0")
_WRITING = (
    f"journal_mode = {JOURNAL_MODE}",
    "synchronous = FULL",
    "fullfsync = ON",
    "checkpoint_fullfsync = ON",
)


def _prepare_reading(dbapi: Any, _record: object) -> None:
    _set(dbapi, _READING)


def _prepare(dbapi: Any, _record: object) -> None:
    _set(dbapi, _READING + _WRITING)


def _set(dbapi: Any, pragmas: Iterable[str]) -> None:
    # pysqlite begins transactions only before INSERT, UPDATE and DELETE: a schema change would not roll
    # back and two SELECTs would not see one state. So it is told to leave BEGIN to us.
    dbapi.isolation_level = None
    try:
        for pragma in pragmas:
            dbapi.execute(f"PRAGMA {pragma}")
    except sqlite3.Error:
        dbapi.close()  # SQLAlchemy would leave it open
        raise


def _begin(connection: Connection) -> None:
    # A writer that begins deferred and finds another writer fails at once, whatever its timeout.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing(connection) else "BEGIN")


def sqlite_version() -> str:
    return sqlite3.sqlite_version
