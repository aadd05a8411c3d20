"""Brings a project file to the schema that this program knows."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from annotator.storage.engine import APPLICATION_ID

SCRIPTS = Path(__file__).parent / "migrations"


def configuration(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def migrate(connection: Connection, version: int) -> None:
    """Run all missing migrations in the transaction that the caller has begun, and stamp the file.

    Foreign keys must be off: with them on, rebuilding a parent table deletes its children.
    """
    command.upgrade(configuration(connection), "head")
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {version}")
