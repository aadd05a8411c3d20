"""A project in a PostgreSQL database of its own, for a team."""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    TableClause,
    TextClause,
    create_engine,
    event,
    func,
    make_url,
    text,
)
from sqlalchemy.exc import DBAPIError

from annotator.arabic.phrases import Phrase
from annotator.domain.errors import ProjectError, StorageError
from annotator.domain.place import ServerAddress
from annotator.storage.backend import Fault, Reach
from annotator.storage.engine import APPLICATION_ID, WAIT_S
from annotator.storage.failures import translated
from annotator.storage.tables import metadata

_STAMP = "Annotator project, version "
_VERSION = "obj_description(to_regclass('project'), 'pg_class')"

# All writers lock the one row of the project, those that can do without each other so that they can.
_LOCKS = {
    Reach.LAYERS: "FOR KEY SHARE",
    Reach.ARTICLES: "FOR NO KEY UPDATE",
    Reach.ANYTHING: "FOR UPDATE",
}

# A laptop that slept, or a network that is gone, is noticed within seconds. Statements are not prepared: a
# plan made for any word reads the whole index in order, 300 times as long as one made for a rare word.
_CONNECTION = {
    "prepare_threshold": None,
    "connect_timeout": int(WAIT_S),
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 20_000,
    "application_name": "annotator",
}

_TERM = 500
"""Letters, of four bytes at most: a tsvector takes no longer terms. Words that begin so are one to it."""


class PostgresDatabase:
    def __init__(self, address: ServerAddress) -> None:
        self.place = address
        self._known = 0

    def open(self, wait_s: float, *, for_reading: bool = False) -> Engine:  # noqa: ARG002 - a file's way
        engine = self._engine(wait_s)
        try:
            with engine.connect() as connection:
                self._known = self.version(connection)
        except BaseException:
            engine.dispose()
            raise
        if not self._known:
            engine.dispose()
            raise ProjectError("{path} is not an Annotator project.", path=self.place)
        return engine

    @contextmanager
    def new(self) -> Iterator[Engine]:
        engine = self._engine(WAIT_S)
        try:
            with translated(self.place):
                with engine.connect() as connection:
                    self._refuse_tables(connection)
                yield engine
        finally:
            engine.dispose()

    def is_writable(self, connection: Connection) -> bool:
        query = "SELECT has_table_privilege('history', 'INSERT') AND NOT pg_is_in_recovery()"
        return bool(connection.exec_driver_sql(query).scalar_one())

    def expect_ours(self, connection: Connection) -> None:
        """Who may change a server's tables may do anything to them."""

    def expect_schema(self, connection: Connection) -> None:
        """A server keeps its tables whole."""

    def expect_sound(self, connection: Connection, most_bytes: int) -> None:
        """A server looks after its own files."""

    def expect_there(self) -> None:
        """A database is not taken away while somebody is connected to it."""

    def version(self, connection: Connection) -> int:
        return _version(connection.exec_driver_sql(f"SELECT {_VERSION}").scalar_one())

    def stamp(self, connection: Connection, version: int) -> None:
        connection.exec_driver_sql(f"COMMENT ON TABLE project IS '{_STAMP}{version}'")
        self._known = version

    @contextmanager
    def changing_tables(self, connection: Connection) -> Iterator[None]:
        with connection.execution_options(reach=Reach.TABLES).begin():
            yield

    def insert(self, connection: Connection, table: TableClause[Any], rows: Sequence[Sequence[Any]]) -> None:
        quoted = connection.dialect.identifier_preparer.quote
        names = ", ".join(quoted(column.name) for column in table.columns)
        driver = connection.connection.driver_connection
        assert driver
        try:
            with driver.cursor() as cursor, cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        except connection.dialect.loaded_dbapi.Error as error:
            raise DBAPIError.instance("COPY", None, error, connection.dialect.loaded_dbapi.Error) from error

    def count_on(self, connection: Connection) -> None:
        for table in metadata.sorted_tables:
            column = table.autoincrement_column
            if column is not None:
                sequence = func.pg_get_serial_sequence(table.name, column.name)
                highest = func.nullif(func.max(column), 0)  # gold's number is no beginning for a sequence
                connection.execute(func.setval(sequence, highest).select().select_from(table))

    def utf8(self, column: ColumnElement[str] | ColumnElement[str | None]) -> ColumnElement[bytes]:
        return func.convert_to(column, "UTF8")

    def faults(self, _: Connection) -> Iterator[Fault]:
        """The server keeps to its own rules."""
        yield from ()

    def holds(self, phrases: Iterable[Phrase]) -> TextClause:
        wanted = " & ".join(f"({self._any(phrase)})" for phrase in phrases if phrase.words)
        # Asked for the first few articles that have a word, the server would go through all in order: it
        # takes the beginning of a word for common, and does not count what it takes to unpack the terms of
        # an article. OFFSET keeps the two questions apart.
        return text(
            "article_terms.rowid IN"
            " (SELECT rowid FROM article_terms WHERE terms @@ CAST(:wanted AS tsquery) OFFSET 0)"
        ).bindparams(wanted=wanted)

    def kept(self, terms: set[str]) -> set[str]:
        return {term[:_TERM] for term in terms}

    def indexed(self, connection: Connection) -> Iterable[Sequence[Any]]:
        query = "SELECT unnest(tsvector_to_array(terms)), rowid FROM article_terms"
        return connection.exec_driver_sql(query, execution_options={"yield_per": 10_000})

    def forget(self, connection: Connection, rows: Sequence[tuple[int, str]]) -> None:
        numbers = [{"number": number} for number, _ in rows]
        connection.execute(text("DELETE FROM article_terms WHERE rowid = :number"), numbers)

    def clear_index(self, connection: Connection) -> None:
        connection.exec_driver_sql("TRUNCATE article_terms")

    def _engine(self, wait_s: float) -> Engine:
        url = make_url(self.place.url).set(drivername="postgresql+psycopg")
        try:
            engine = create_engine(
                url,
                pool_pre_ping=True,
                hide_parameters=True,
                execution_options={"backend": self},
                connect_args=_CONNECTION,
            )
        except ModuleNotFoundError as error:
            raise ProjectError("To use a database server, install annotator[postgres].") from error

        def prepare(dbapi: Any, _record: object) -> None:
            dbapi.execute(f"SET lock_timeout = {max(1, int(wait_s * 1000))}")
            dbapi.execute("SET enable_seqscan = off")  # of common words too the index is asked: see holds
            dbapi.commit()

        event.listen(engine, "connect", prepare)
        event.listen(engine, "begin", self._begin)
        return engine

    def _begin(self, connection: Connection) -> None:
        reach = connection.get_execution_options().get("reach")
        if reach is None:
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        elif reach is Reach.TABLES:
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({APPLICATION_ID})")
            if connection.exec_driver_sql("SELECT to_regclass('project')").scalar_one():
                connection.exec_driver_sql("LOCK TABLE project")
        else:
            locked = f"SELECT {_VERSION} FROM project {_LOCKS[reach]}"  # noqa: S608 - all of it is ours  # nosec B608
            self._expect_known(_version(connection.exec_driver_sql(locked).scalar_one_or_none()))

    def _expect_known(self, version: int) -> None:
        """Refuse to write what another version of the program has made of the tables meanwhile."""
        if version != self._known:
            raise StorageError("{path} was changed by a newer version of Annotator.", path=self.place)

    def _refuse_tables(self, connection: Connection) -> None:
        if connection.exec_driver_sql("SHOW server_encoding").scalar_one() != "UTF8":
            raise ProjectError(
                "{path} does not hold UTF-8; a project needs a database that does.", path=self.place
            )
        query = "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()"
        if connection.exec_driver_sql(query).scalar_one():
            raise ProjectError(
                "{path} holds something already; a project needs a database of its own.", path=self.place
            )

    def _any(self, phrase: Phrase) -> str:
        return " | ".join(f"({self._all(one)})" for one in phrase.each())

    def _all(self, phrase: Phrase) -> str:
        # A term is letters and digits; in quotation marks a tsquery takes it for nothing else.
        words = [f"'{word[:_TERM]}'" for word in phrase.words]
        return " & ".join(words) + ":*" * phrase.is_open


def _version(stamp: str | None) -> int:
    found = re.fullmatch(rf"{_STAMP}(\d+)", stamp or "")
    return int(found[1]) if found else 0
