"""A PostgreSQL server of the tests' own: on a socket in a folder of its own, gone when they end."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg

_PORT = 54399
_RULES = "local all careful scram-sha-256\nlocal all all trust\n"
_OPTIONS = ("listen_addresses=", f"port={_PORT}", "fsync=off", "full_page_writes=off", "max_connections=50")


def binaries() -> Path | None:
    """Return the newest server's programs, which Debian keeps out of the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    return found[-1].parent if found else None


class Server:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._names = (f"test_{number}" for number in count())

    def url(self, database: str, user: str = "postgres") -> str:
        return f"postgresql+psycopg://{user}@/{database}?host={self.folder}&port={_PORT}"

    def run(self, *statements: str, database: str = "postgres") -> None:
        dsn = f"host={self.folder} port={_PORT} user=postgres dbname={database}"
        with psycopg.connect(dsn, autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement)

    def database(self, template: str = "template0") -> str:
        """Make a database and return its URL."""
        name = next(self._names)
        self.run(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy ENCODING 'UTF8'")
        return self.url(name)

    def drop(self, url: str) -> None:
        name = url.partition("@/")[2].partition("?")[0]
        self.run(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def running(programs: Path) -> Iterator[Server]:
    # Sockets have short names only, and the server, which refuses root, must reach its folder.
    folder = Path(tempfile.mkdtemp(prefix="annotator-pg-", dir="/tmp"))
    unprivileged = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
    if os.getuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    else:
        unprivileged = []

    def program(name: str, *arguments: str) -> None:
        command = [*unprivileged, str(programs / name), "-D", str(folder / "data"), *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder, timeout=60)

    try:
        program("initdb", "-U", "postgres", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8")
        (folder / "data/pg_hba.conf").write_text(_RULES)
        options = " ".join(f"-c {option}" for option in (*_OPTIONS, f"unix_socket_directories={folder}"))
        program("pg_ctl", "-w", "-l", str(folder / "log"), "-o", options, "start")
        try:
            yield Server(folder)
        finally:
            program("pg_ctl", "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)
