"""A long look at a file, which goes on only as long as nobody writes."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from annotator.domain.errors import Cancelled

_INTERRUPTED = sqlite3.SQLITE_INTERRUPT


class Look:
    """One at a time, and none while a unit of work is under way."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._at: sqlite3.Connection | None = None
        self._writers = 0

    @contextmanager
    def at(self, connection: Connection) -> Iterator[None]:
        """Read in the block; a writer ends that, and Cancelled is raised."""
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        with self._lock:
            if self._writers:
                raise Cancelled
            self._at = driver
        try:
            yield
        except OperationalError as error:
            if getattr(error.orig, "sqlite_errorcode", None) == _INTERRUPTED:
                raise Cancelled from error
            raise
        finally:
            with self._lock:
                self._at = None
            connection.rollback()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Write in the block: a look would hold up the commit."""
        with self._lock:
            self._writers += 1
            if self._at:
                self._at.interrupt()
        try:
            yield
        finally:
            with self._lock:
                self._writers -= 1
