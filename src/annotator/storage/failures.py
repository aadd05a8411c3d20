"""What the errors of databases mean to a person."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from orjson import JSONDecodeError
from sqlalchemy.exc import DBAPIError

from annotator.domain.errors import DamageError, LostError, StaleError, StorageError
from annotator.domain.place import Place

_MEANINGS = (
    ("locked", "{path} is in use by another program; try again when it has finished."),
    ("readonly", "{path} cannot be written: it is read-only."),
    ("disk is full", "{path} was not saved: the disk is full. Free some space elsewhere and try again."),
    ("disk I/O error", "{path} was not saved: the disk reports an error or is full."),
    ("unable to open", "{path} cannot be opened."),
    # Of a server, whose own words may be of any language: by the number of the error, where it has one.
    ("55P03", "{path} is in use by another program; try again when it has finished."),
    ("40P01", "{path} is in use by another program; try again when it has finished."),
    ("40001", "{path} is in use by another program; try again when it has finished."),
    ("25006", "{path} cannot be written: it is read-only."),
    ("53100", "{path} was not saved: the disk is full. Free some space elsewhere and try again."),
    ("54000", "{path} was not saved: an article has more different words than a server can index."),
    ("42501", "{path} cannot be written: the server does not allow it to this user."),
    ("57P01", "{path} was not saved: the connection to the server was lost."),
    ("server closed", "{path} was not saved: the connection to the server was lost."),
    ("connection is lost", "{path} was not saved: the connection to the server was lost."),
    ("password authentication", "{path} cannot be opened: the server does not take this name and password."),
    ("no password", "{path} cannot be opened: the server does not take this name and password."),
    ("FATAL:  database", "{path} cannot be opened: the server has no such database."),
    ("FATAL:  role", "{path} cannot be opened: the server does not take this name and password."),
    ("FATAL:", "{path} cannot be opened: {reason}"),
    ("failed to resolve", "{path} cannot be opened: there is no server of this name."),
    ("connection failed", "{path} cannot be opened: the server does not answer."),
    ("connection is bad", "{path} cannot be opened: the server does not answer."),
    ("connection timeout", "{path} cannot be opened: the server does not answer."),
)

_COLLISIONS = ("UNIQUE constraint", "FOREIGN KEY constraint", "23505", "23503")
_DAMAGE = ("malformed", "Could not decode", "not a database")


class UnfitRowError(ValueError):
    """A row holds what no program of ours has written."""


@contextmanager
def translated(path: Place) -> Iterator[None]:
    """Turn an error of the database into a StorageError that names the project.

    What was made or removed elsewhere meanwhile, and is not to be made or removed twice, is a StaleError.
    """
    try:
        yield
    # The driver could not even read what SQLite says of the damage; or a row's JSON is none.
    except (UnicodeDecodeError, JSONDecodeError, UnfitRowError) as error:
        raise DamageError("{path} is damaged.", path=path) from error
    except DBAPIError as error:
        if isinstance(path, Path) and not path.exists():
            raise LostError("{path} is no longer there; nothing was saved.", path=path) from error
        said = str(error.orig).partition("\n")[0]
        about = f"{getattr(error.orig, 'sqlstate', None)} {error.orig}"
        if any(sign in about for sign in _DAMAGE):
            raise DamageError("{path} is damaged.", path=path) from error
        if any(sign in about for sign in _COLLISIONS):
            raise StaleError("This was changed elsewhere meanwhile; nothing was done.") from error
        for sign, template in _MEANINGS:
            if sign in about:
                raise StorageError(template, path=path, reason=said) from error
        raise StorageError("{path} was not saved: {reason}", path=path, reason=said) from error
