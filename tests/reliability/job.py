"""What a job of the program is, for faults to hit, and how what is left of it is looked at."""

import json
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from annotator.services.importing import ImportOptions, import_files
from annotator.services.inspecting import check
from annotator.services.projects import create, open_project
from annotator.storage.project import Project

Ack = Callable[[str], None]
"""Tells the outside what is done, as the window does: what was told must never be lost."""

PROJECT = "project.annotator"
_NEWS = "زار وزير الخارجية باكو والتقى رئيس الوزراء هناك ووقعا اتفاقا جديدا "


@dataclass(frozen=True)
class Job:
    """prepare makes the files once; run is what faults hit; judge returns sentences on what was lost."""

    name: str
    prepare: Callable[[Path], None]
    run: Callable[[Path, Ack], None]
    judge: Callable[[Path, Sequence[str]], Iterator[str]]


def make(folder: Path, articles: int = 6) -> Project:
    project = create(folder / PROJECT)
    write_news(folder / "first.jsonl", articles, 20)
    import_files(project, [folder / "first.jsonl"], ImportOptions("amal"))
    return project


def write_news(path: Path, articles: int, length: int) -> None:
    lines = [json.dumps({"text": f"{nth} " + _NEWS * length}, ensure_ascii=False) for nth in range(articles)]
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")


def ids(project: Project) -> list[str]:
    with project.reading() as work:
        return work.articles.ids()


def sound(path: Path) -> Iterator[str]:
    """Say what SQLite itself, and then the program, find wrong with a file."""
    with closing(sqlite3.connect(path)) as connection:
        said = connection.execute("PRAGMA integrity_check").fetchall()
        orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
    if said != [("ok",)] or orphans:
        yield f"{path.name} is corrupt: {said} {orphans}"
        return
    with open_project(path) as project:
        yield from (f"{path.name}: {sentence}" for sentence in check(project))


def fetched(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def dump(path: Path) -> dict[str, object]:
    """Return all that a file holds: rows that differ in order or anything else are others."""
    schema = fetched(path, "SELECT name, sql FROM sqlite_master ORDER BY name")
    # An index of FTS5 shows its rows in tables of its own.
    tables = [str(name) for name, sql in schema if str(sql).startswith("CREATE TABLE")]
    version = fetched(path, "PRAGMA user_version")
    return {"": (schema, version)} | {name: fetched(path, f'SELECT * FROM "{name}"') for name in tables}


def backups_in(folder: Path) -> list[Path]:
    return sorted(path for path in (folder / "home").rglob("*.annotator") if not path.name.startswith("."))


def at_home_in(folder: Path) -> None:
    """Have this process keep a person's settings and backups in a folder."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        os.environ[name] = str(folder / "home")
