"""Brings a project to the schema that this program knows."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection

from annotator.domain.errors import ProjectError, reason_of
from annotator.storage.backend import backend_of

SCRIPTS = Path(__file__).parent / "migrations"


def configuration(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def migrate(connection: Connection, version: int) -> None:
    """Run all missing migrations in the transaction that the caller has begun, and stamp the project.

    Raises ProjectError where the program cannot read its own scripts, or has none for the project.
    """
    try:
        command.upgrade(configuration(connection), "head")
    except OSError as error:
        raise ProjectError(
            "{path} cannot be read: {reason}.", path=error.filename or SCRIPTS, reason=reason_of(error)
        ) from error
    except CommandError as error:
        place = backend_of(connection).place
        raise ProjectError("{path} cannot be read: {reason}.", path=place, reason=error) from error
    backend_of(connection).stamp(connection, version)
