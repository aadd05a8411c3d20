"""The SQLite engine, as a project needs it."""

import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote

from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.engine import Connection

from annotator.domain.identity import is_id
from annotator.storage.backend import is_writing
from annotator.storage.network import is_on_network

APPLICATION_ID = 0x414E4E4F  # "ANNO"
WAIT_S = 10.0

LARGEST_LOG = 16 << 20
"""Bytes of a log that is kept for further use."""

# Before 3.51.3 two connections that write and checkpoint at one moment can corrupt a WAL database.
_HAS_SOUND_WAL = sqlite3.sqlite_version_info >= (3, 51, 3)


class Access(StrEnum):
    """How a file is opened, as its URI says it."""

    READ = "mode=ro"
    WRITE = "mode=rw"
    READ_ALONE = "mode=ro&immutable=1"
    """Nobody writes: neither locks nor what lies beside the file are looked at."""


def make_engine(path: Path, access: Access, wait_s: float = WAIT_S, **options: Any) -> Engine:
    """wait_s is how long a lock is waited for; options are those of execution."""
    # Put together, not read from a text: SQLAlchemy would take the quoting away that SQLite needs.
    database, _, mode = _uri(path, access).partition("?")
    url = URL.create("sqlite+pysqlite", database=database, query=dict(parse_qsl(f"{mode}&uri=true")))
    engine = create_engine(url, connect_args={"timeout": wait_s}, execution_options=options)
    pragmas = [*_ALWAYS]
    if access is Access.WRITE:
        pragmas += f"journal_mode = {_journal_mode(path)}", *_WRITING
    event.listen(engine, "connect", lambda dbapi, _: _set(dbapi, pragmas))
    event.listen(engine, "begin", _begin)
    return engine


def _uri(path: Path, access: Access) -> str:
    return f"file:{quote(os.fsencode(path.absolute()), safe='/:' + os.sep)}?{access}"


def _journal_mode(path: Path) -> str:
    # WAL shares memory between programs, which those on two machines have not: it takes a place that is here.
    return "WAL" if _HAS_SOUND_WAL and is_on_network(path) is False else "DELETE"


def project_id(path: Path, access: Access, *, looks_through: bool = False) -> str | None:
    """Return which project a file says it is; None if it says none, or looking through it finds damage."""
    try:
        with closing(sqlite3.connect(_uri(path, access), uri=True)) as connection:
            connection.execute("PRAGMA trusted_schema = OFF")
            if looks_through and connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                return None
            row = connection.execute("SELECT id FROM project").fetchone()
    except sqlite3.Error:
        return None
    return str(row[0]) if row and is_id(str(row[0])) else None


_ALWAYS = ("foreign_keys = ON", "trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0")
# FULL would not wait until the removal of a journal, which is the commit, is on the disk: after a power
# failure the journal could be back, and undo it. What has been played in of a log is cut to its limit.
_WRITING = (
    "synchronous = EXTRA",
    "fullfsync = ON",
    "checkpoint_fullfsync = ON",
    f"journal_size_limit = {LARGEST_LOG}",
)


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
