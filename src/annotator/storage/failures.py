"""What SQLite's errors mean to a person."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from annotator.domain.errors import StorageError

_MEANINGS = (
    ("locked", "{path} is in use by another program; try again when it has finished."),
    ("readonly", "{path} cannot be written: it is read-only."),
    ("disk is full", "{path} was not saved: the disk is full. Free some space elsewhere and try again."),
    ("disk I/O error", "{path} was not saved: the disk reports an error or is full."),
    ("not a database", "{path} is not an Annotator project."),
    ("malformed", "{path} is damaged."),
    ("Could not decode", "{path} is damaged."),
    ("unable to open", "{path} cannot be opened."),
)


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn an error of the database into a StorageError that names the project."""
    try:
        yield
    except UnicodeDecodeError as error:  # the driver could not even read what SQLite says of the damage
        raise StorageError("{path} is damaged.", path=path) from error
    except DBAPIError as error:
        if not path.exists():
            raise StorageError("{path} is no longer there; nothing was saved.", path=path) from error
        said = str(error.orig)
        for sign, template in _MEANINGS:
            if sign in said:
                raise StorageError(template, path=path) from error
        raise StorageError("{path} was not saved: {reason}", path=path, reason=said) from error
