"""A long look at a file, which goes on only as long as nobody wants to write."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from annotator.domain.errors import Cancelled

_INTERRUPTED = sqlite3.SQLITE_INTERRUPT


class Look:
    """One at a time."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._at: sqlite3.Connection | None = None

    @contextmanager
    def at(self, connection: Connection) -> Iterator[None]:
        """Have stop end what the block reads, and raise Cancelled in it."""
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        with self._lock:
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

    def stop(self) -> None:
        with self._lock:
            if self._at:
                self._at.interrupt()
