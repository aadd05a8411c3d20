"""Brings a project to the schema that this program knows."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from annotator.storage.backend import backend_of

SCRIPTS = Path(__file__).parent / "migrations"


def configuration(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def migrate(connection: Connection, version: int) -> None:
    """Run all missing migrations in the transaction that the caller has begun, and stamp the project."""
    command.upgrade(configuration(connection), "head")
    backend_of(connection).stamp(connection, version)
