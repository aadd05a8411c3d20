"""Where a file and a server differ: what the rest of this package asks of either."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from enum import Enum, auto
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Connection, Engine, TableClause, TextClause

from annotator.arabic.phrases import Phrase
from annotator.domain.place import Place

Fault = tuple[str, dict[str, object]]
"""A template of a sentence, and its facts."""


class Reach(Enum):
    """What a transaction writes. A file has one writer; on a server it tells who has to wait meanwhile."""

    LAYERS = auto()
    """Layers of articles, which are locked one by one: others do the same in other articles."""
    ARTICLES = auto()
    """New articles, their layers and new labels: others label meanwhile, but add no articles."""
    ANYTHING = auto()
    """Everybody else waits."""
    TABLES = auto()
    """The tables themselves are made or changed."""


class Backend(Protocol):
    """What holds one project. The engines that it gives name it to backend_of."""

    @property
    def place(self) -> Place: ...

    def open(self, wait_s: float, *, for_reading: bool = False) -> Engine:
        """Connect to what is there; wait_s bounds every wait for another writer.

        Raises ProjectError where that is no project, and StorageError.
        """
        ...

    def new(self) -> AbstractContextManager[Engine]:
        """Give the block a new, empty place to make a project in, which is left whole or as it was.

        The block must use one transaction only. Raises ProjectError where anything is there already.
        """
        ...

    def is_writable(self, connection: Connection, /) -> bool: ...

    def expect_ours(self, connection: Connection, /) -> None:
        """Raise ProjectError for what a project never has, and the database would run by itself."""
        ...

    def expect_schema(self, connection: Connection, /) -> None:
        """Raise DamageError where a table or column lacks; ProjectError where there is one too many."""
        ...

    def expect_sound(self, connection: Connection, most_bytes: int, /) -> None:
        """Raise DamageError if a quick look finds any; what is larger than most_bytes is not looked at."""
        ...

    def expect_there(self) -> None:
        """Raise LostError if what was opened is not in its place any more."""
        ...

    def version(self, connection: Connection) -> int:
        """Return the version of the schema, 0 where there is none yet."""
        ...

    def stamp(self, connection: Connection, version: int) -> None:
        """Remember that this is a project, and its version."""
        ...

    def changing_tables(self, connection: Connection) -> AbstractContextManager[None]:
        """Run the block in a transaction that may change tables; raise ProjectError if rows fit no more."""
        ...

    def insert(self, connection: Connection, table: TableClause[Any], rows: Sequence[Sequence[Any]]) -> None:
        """Add many rows, each with all the table's columns in order."""
        ...

    def count_on(self, connection: Connection, /) -> None:
        """Have new rows numbered after those that came with their numbers."""
        ...

    def utf8(self, column: ColumnElement[str] | ColumnElement[str | None]) -> ColumnElement[bytes]: ...

    def faults(self, connection: Connection, /) -> Iterator[Fault]:
        """Yield what the database itself finds wrong."""
        ...

    def holds(self, phrases: Iterable[Phrase]) -> TextClause:
        """Return the condition on article_terms that an article has all words of some phrases."""
        ...

    def kept(self, terms: set[str]) -> set[str]:
        """Return what the index keeps of terms."""
        ...

    def indexed(self, connection: Connection) -> Iterable[Sequence[Any]]:
        """Return each term of each article: the term and the article's number."""
        ...

    def forget(self, connection: Connection, rows: Sequence[tuple[int, str]]) -> None:
        """Take articles out of the index: their numbers, and their terms as they were put in."""
        ...

    def clear_index(self, connection: Connection) -> None: ...


def backend_of(connection: Connection) -> Backend:
    backend: Backend = connection.get_execution_options()["backend"]
    return backend


def is_writing(connection: Connection) -> bool:
    return "reach" in connection.get_execution_options()
