"""Whole projects from one place to another: from a file to a server, or back."""

import hashlib
from collections.abc import Generator, Sequence
from contextlib import closing
from typing import Any

import orjson
from sqlalchemy import Connection, Table, func, select

from annotator.domain.errors import ProjectError
from annotator.domain.place import Place
from annotator.domain.progress import Progress
from annotator.storage.backend import backend_of
from annotator.storage.failures import translated
from annotator.storage.project import Project, new_tables
from annotator.storage.tables import metadata
from annotator.storage.unit_of_work import UnitOfWork

_AT_ONCE = 500

_Rows = Sequence[tuple[Any, ...]]

Digest = tuple[int, int]
"""How many rows, and the sum of their hashes: of the same rows the same, in whatever order."""

_NOTHING: Digest = (0, 0)


def copy(project: Project, target: Place, progress: Progress) -> int:
    """Make the same project at a new place, whole or not at all, and return how many rows it has.

    Every table is read again and compared before the target is kept. Raises ProjectError where anything is
    there already, and StorageError.
    """
    tables = metadata.sorted_tables
    with project.reading() as work, new_tables(target) as connection:
        source = work.connection
        total = sum(_count(source, table) for table in tables)
        digests, done = dict.fromkeys(tables, _NOTHING), 0
        for table in tables:
            with closing(_pages(source, table, project.place)) as pages:
                for rows in pages:
                    backend_of(connection).insert(connection, table, rows)
                    digests[table] = _added(digests[table], rows)
                    done += len(rows)
                    progress(done, total)
        backend_of(connection).count_on(connection)
        UnitOfWork(connection).search_index.rebuild()
        for table in tables:
            if _digest(connection, table, target) != digests[table]:
                raise ProjectError(
                    "{path} cannot be made: its table {table} is not what was copied.",
                    path=target,
                    table=table.name,
                )
    return total


def _count(connection: Connection, table: Table[Any]) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0


def _pages(connection: Connection, table: Table[Any], place: Place) -> Generator[_Rows]:
    query = select(table).execution_options(yield_per=_AT_ONCE)  # or a server would send all rows at once
    with translated(place), connection.execute(query) as result:
        for rows in result.partitions():
            yield [tuple(row) for row in rows]


def _digest(connection: Connection, table: Table[Any], place: Place) -> Digest:
    digest = _NOTHING
    with closing(_pages(connection, table, place)) as pages:
        for rows in pages:
            digest = _added(digest, rows)
    return digest


def _added(digest: Digest, rows: _Rows) -> Digest:
    hashes = (hashlib.blake2b(orjson.dumps(row), digest_size=24).digest() for row in rows)
    return digest[0] + len(rows), digest[1] + sum(map(int.from_bytes, hashes))
