"""Whether a file that says it is a project is one, and whole: asked before anything is done with it."""

from collections.abc import Iterator
from typing import NoReturn

from sqlalchemy import Connection

from annotator.domain.errors import DamageError, ProjectError
from annotator.domain.place import Place
from annotator.storage.tables import metadata

_INDEX = "article_terms"
_FTS5 = ("", "_config", "_content", "_data", "_docsize", "_idx")
_OURS = {"alembic_version", *(_INDEX + part for part in _FTS5)}


def refuse_what_runs(connection: Connection, place: Place) -> None:
    """Refuse triggers and views: a project has none, and SQLite would run them. Raises ProjectError."""
    for name, kind in _objects(connection):
        if kind in {"trigger", "view"}:
            _refuse(place, kind, name)


def expect_schema(connection: Connection, place: Place) -> None:
    """Compare tables, columns and indexes with those that this version makes.

    Raises ProjectError for one too many, and DamageError for one too few.
    """
    expected = {name: sorted(table.columns.keys()) for name, table in metadata.tables.items()}
    indexes = {str(index.name) for table in metadata.tables.values() for index in table.indexes}
    known, found = {*expected, *indexes, *_OURS}, set()
    for name, kind in _objects(connection):
        if name not in known and not name.startswith("sqlite_"):
            _refuse(place, kind, name)
        found.add(name)
    for table, columns in expected.items():
        rows = connection.exec_driver_sql("SELECT name FROM pragma_table_info(?)", (table,))
        if sorted(name for (name,) in rows) != columns:
            raise DamageError("{path} is damaged: its table {table} is not whole.", path=place, table=table)
    for index in sorted({*indexes, _INDEX} - found):
        raise DamageError("{path} is damaged: its index {index} is missing.", path=place, index=index)


def _refuse(place: Place, kind: str, name: str) -> NoReturn:
    raise ProjectError(
        "{path} has a {kind} that is not Annotator's: {name}. It was not opened.",
        path=place,
        kind=kind,
        name=name,
    )


def _objects(connection: Connection) -> Iterator[tuple[str, str]]:
    """Yield names of all that the schema holds, with their kinds; SQLite's own begin with sqlite_."""
    for name, kind in connection.exec_driver_sql("SELECT name, type FROM sqlite_master"):
        yield str(name), str(kind)


def last_line(said: str) -> str:
    """Return what SQLite says of damage without the heading that it may give it."""
    return said.rpartition("\n")[2]


def expect_whole(connection: Connection, place: Place, *, fully: bool = False) -> None:
    """Read all pages, and see that every row refers to one that is there. Raises DamageError.

    It takes about 0.3 s for 100 MB, and three times as long fully, where indexes are compared with what they
    index. What that cannot see, the articles' own fingerprints find.
    """
    look = "PRAGMA integrity_check(1)" if fully else "PRAGMA quick_check(1)"
    said = connection.exec_driver_sql(look).scalar_one()
    if said != "ok":
        raise DamageError("{path} is damaged: {reason}", path=place, reason=last_line(said))
    orphan = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if orphan:
        raise DamageError(
            "{path} is damaged: a row of {table} refers to a {parent} that is not there.",
            path=place,
            table=orphan[0],
            parent=orphan[2],
        )
