"""Reading rows of a damaged file: those that can be read, past those that cannot."""

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from annotator.domain.errors import ProjectError
from annotator.storage.project import new_tables
from annotator.storage.tables import ArticleTextRows, metadata
from annotator.storage.whole_file import side_files

Row = dict[str, Any]

_MAGIC = b"SQLite format 3\x00"
_SIZES = tuple(512 << power for power in range(8))
_PAGE = 4096
_AT_ONCE = 200
_HIGHEST = 1 << 40
"""No row has a higher number."""


class Salvage:
    """The tables of a damaged file, as far as they can be read."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.unreadable: set[str] = set()
        """The tables of which something could not be read."""
        connection.text_factory = _text
        connection.execute("PRAGMA writable_schema = ON")  # a schema that is damaged in part is read in part
        connection.execute("PRAGMA trusted_schema = OFF")

    def columns(self, table: str) -> list[str]:
        try:
            found = self._connection.execute("SELECT name FROM pragma_table_info(?)", (table,))
            return [str(name) for (name,) in found]
        except sqlite3.DatabaseError:
            return []

    def numbered(self, table: str) -> Iterator[Row]:
        """Yield the rows of a table with row numbers, in their order, past pages that cannot be read."""
        after = -1
        while True:
            try:
                rows = self._fetch(table, "rowid >= ? ORDER BY rowid", (after + 1,), _AT_ONCE)
            except sqlite3.DatabaseError:
                self.unreadable.add(table)
                rows = self._one_by_one(table, after)
                if not rows:
                    further = self._next_readable(table, after)
                    if further is None:
                        return
                    after = further - 1
                    continue
            if not rows:
                return
            for number, row in rows:
                after = number
                yield row

    def keyed(self, table: str, where: str, values: Sequence[object]) -> Iterator[Row]:
        """Yield rows of a table that is ordered by its key: from both ends up to what cannot be read."""
        seen: set[tuple[object, ...]] = set()
        for order in ("", " DESC"):
            keys = ", ".join(f"{name}{order}" for name in self._key(table))
            try:
                query = _query("*", table, f"WHERE {where} ORDER BY {keys}")
                found = self._connection.execute(query, values)
                names = [column[0] for column in found.description]
                for row in found:
                    if row not in seen:
                        seen.add(row)
                        yield dict(zip(names, row, strict=True))
            except sqlite3.DatabaseError:
                self.unreadable.add(table)
                continue
            return

    def counted(self, table: str, column: str) -> list[tuple[object, int]]:
        """Count rows by a column, as an index of it knows, which may be whole where the rows are not."""
        try:
            counts = _query(f'"{column}", count(*)', table, f'GROUP BY "{column}"')
            return self._connection.execute(counts).fetchall()
        except sqlite3.DatabaseError:
            return []

    def _key(self, table: str) -> list[str]:
        found = self._connection.execute(
            "SELECT name FROM pragma_table_info(?) WHERE pk ORDER BY pk", (table,)
        )
        # The file says what they are called.
        return ['"{}"'.format(name.replace('"', '""')) for (name,) in found]

    def _fetch(self, table: str, where: str, values: Sequence[object], limit: int) -> list[tuple[int, Row]]:
        query = _query("rowid, *", table, f"WHERE {where} LIMIT {limit}")
        found = self._connection.execute(query, values)
        names = [column[0] for column in found.description[1:]]
        return [(row[0], dict(zip(names, row[1:], strict=True))) for row in found]

    def _one_by_one(self, table: str, after: int) -> list[tuple[int, Row]]:
        """Return what can be read before the next row that cannot."""
        rows: list[tuple[int, Row]] = []
        try:
            while more := self._fetch(table, "rowid >= ? ORDER BY rowid", (after + 1,), 1):
                rows += more
                after = more[0][0]
        except sqlite3.DatabaseError:
            pass
        return rows

    def _next_readable(self, table: str, after: int) -> int | None:
        """Return the lowest number from which on a row can be read, by steps that double and then halve."""
        bad, step = after, 1
        while not self._is_readable(table, bad + step):
            bad, step = bad + step, step * 2
            if bad > _HIGHEST:
                return None
        good = bad + step
        while good - bad > 1:
            middle = (bad + good) // 2
            bad, good = (bad, middle) if self._is_readable(table, middle) else (middle, good)
        return good

    def _is_readable(self, table: str, number: int) -> bool:
        try:
            self._fetch(table, "rowid >= ? ORDER BY rowid", (number,), 1)
        except sqlite3.DatabaseError:
            return False
        return True


def _query(what: str, table: str, which: str) -> str:
    """Put a statement together of our own names alone, whatever a damaged file calls its tables."""
    assert table in metadata.tables
    return f'SELECT {what} FROM "{table}" {which}'  # noqa: S608 - as asserted  # nosec B608


@contextmanager
def salvaged(broken: Path, folder: Path) -> Iterator[Salvage]:
    """Copy a damaged file into a folder, mend its header if that is lost, and read the copy.

    Where its first page is lost, from which all tables are found, that of a new project is tried: those that
    this version made all begin alike. Raises OSError where it cannot be copied, and ProjectError where
    nothing of it can be read.
    """
    copy = folder / "broken"
    for source, target in zip((broken, *side_files(broken)), (copy, *side_files(copy)), strict=True):
        if source.exists():
            shutil.copyfile(source, target)
            target.chmod(0o600)
    _mend_header(copy)
    try:
        if not _holds_a_project(copy):
            with new_tables(folder / "new"):
                pass
            _begin_like(folder / "new", copy)
            if not _holds_a_project(copy):
                raise ProjectError("Nothing of {path} can be read.", path=broken)
        with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
            yield Salvage(connection)
    except sqlite3.Error as error:
        raise ProjectError("Nothing of {path} can be read.", path=broken) from error


def _holds_a_project(path: Path) -> bool:
    """Tell whether its tables are found, be their rows whole or not."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        return bool(Salvage(connection).columns(ArticleTextRows.name))


def _begin_like(sound: Path, path: Path) -> None:
    """Give a file the first page of another, and the header that fits its own length."""
    page = bytearray(sound.read_bytes()[:_PAGE])
    page[18:20] = bytes((1, 1))
    page[28:32] = (path.stat().st_size // _PAGE).to_bytes(4, "big")
    page[32:40] = bytes(8)  # no free pages
    page[92:96] = page[24:28]
    with path.open("r+b") as file:
        file.write(page)


def _mend_header(path: Path) -> None:
    """Write what every project's header says, where it says something else (SQLite file format, §1.3)."""
    with path.open("r+b") as file:
        header = bytearray(file.read(100).ljust(100, b"\0"))
        size = int.from_bytes(header[16:18], "big")
        if header[:16] == _MAGIC and (size == 1 or size in _SIZES):
            return
        header[:16] = _MAGIC
        header[16:18] = _PAGE.to_bytes(2, "big")
        header[18:24] = bytes((1, 1, 0, 64, 32, 32))
        header[28:32] = (path.stat().st_size // _PAGE).to_bytes(4, "big")
        header[24:28] = header[92:96] = bytes(4)
        header[44:48] = (4).to_bytes(4, "big")  # of the schema's format
        header[56:60] = (1).to_bytes(4, "big")  # UTF-8
        file.seek(0)
        file.write(header)


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")
