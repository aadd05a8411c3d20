"""A journal beside a file is played in if it is the file's own, and only then."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from annotator.domain.errors import ProjectError, StorageError
from annotator.services.inspecting import check, stats
from annotator.services.projects import open_project
from annotator.storage.leftovers import refuse_foreign_journal
from annotator.storage.project import SCHEMA_VERSION
from tests.layers import add_articles

TEXT = "زار الوزير باكو " * 40


@pytest.fixture
def sound(project_path: Path) -> Path:
    """A project of twenty articles."""
    with open_project(project_path) as project:
        add_articles(project, *(f"{TEXT}{nth}" for nth in range(20)))
    return project_path


@contextmanager
def changing(path: Path, *, spills: bool = False, synchronous: str = "FULL") -> Iterator[sqlite3.Connection]:
    """Change much of a file; what does not fit into the cache is in the file before it is committed."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA cache_size = {2 if spills else 10_000}")
        connection.execute(f"PRAGMA synchronous = {synchronous}")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE article_text SET text = text || text")
        yield connection


def beside(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")


def crashed(path: Path, folder: Path, when: str) -> Path:
    """Return what a program leaves that is killed in a transaction, in a folder of its own."""
    folder.mkdir()
    target = folder / path.name
    # A journal counts what is in it when that is on the disk, or is not to be waited for.
    in_part = when == "written in part"
    with changing(path, spills=in_part, synchronous="FULL" if in_part else "OFF") as connection:
        shutil.copyfile(beside(path), beside(target))
        shutil.copyfile(path, target)
        connection.execute("COMMIT")
    if when == "written":
        shutil.copyfile(path, target)
    return target


def contents(*paths: Path) -> list[bytes]:
    return [path.read_bytes() for path in paths]


WHENS = ["not written", "written in part", "written"]


@pytest.mark.parametrize("when", WHENS)
def test_what_a_crash_left_of_a_file_is_undone(sound: Path, tmp_path: Path, when: str) -> None:
    with open_project(sound) as project:
        before = stats(project)
    left = crashed(sound, tmp_path / "left", when)
    with open_project(left) as project:
        assert check(project) == []
        assert stats(project) == before
    assert [*left.parent.iterdir()] == [left]


@pytest.mark.parametrize("when", WHENS)
def test_case_14_a_journal_is_not_played_into_a_backup_that_was_put_into_its_place(
    sound: Path, tmp_path: Path, when: str
) -> None:
    backup = tmp_path / "backup.annotator"
    with open_project(sound) as project:
        project.save_copy(backup, lambda *_: None)
        add_articles(project, *(f"{TEXT}{nth}" for nth in range(20, 40)))
    left = crashed(sound, tmp_path / "left", when)
    shutil.copyfile(backup, left)
    before = contents(left, beside(left))
    for _ in range(2):
        with pytest.raises(ProjectError, match=r"lies .*-journal, which is not of this file"):
            open_project(left)
        assert contents(left, beside(left)) == before
    assert len([*left.parent.iterdir()]) == 2
    beside(left).unlink()
    with open_project(left) as project:
        assert check(project) == []


def test_case_14_nor_where_both_were_changed_equally_often(sound: Path, tmp_path: Path) -> None:
    backup = tmp_path / "backup.annotator"
    with open_project(sound) as project:
        project.save_copy(backup, lambda *_: None)
        add_articles(project, *(f"{TEXT}{nth}" for nth in range(20, 40)))
    left = crashed(sound, tmp_path / "left", "written")
    was = left.read_bytes()
    data = bytearray(backup.read_bytes())
    data[24:28], data[92:96] = was[24:28], was[92:96]
    left.write_bytes(data)
    before = contents(left, beside(left))
    with pytest.raises(ProjectError, match="which is not of this file"):
        open_project(left)
    assert contents(left, beside(left)) == before
    assert len([*left.parent.iterdir()]) == 2


def test_case_14_nor_where_what_came_of_it_would_look_sound(sound: Path, tmp_path: Path) -> None:
    left = tmp_path / "left.annotator"
    shutil.copyfile(sound, left)
    with closing(sqlite3.connect(sound, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("UPDATE article SET direction = 'ltr'")
        connection.execute("BEGIN")
        connection.execute("UPDATE article SET direction = 'auto'")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")  # the first page, as a commit does
        shutil.copyfile(beside(sound), beside(left))
    before = contents(left, beside(left))
    with pytest.raises(ProjectError, match="which is not of this file"):
        open_project(left)
    assert contents(left, beside(left)) == before


def test_a_journal_that_is_being_written_is_left_to_its_writer(sound: Path) -> None:
    for spills in (False, True):
        with changing(sound, spills=spills):
            before = contents(sound, beside(sound))
            refuse_foreign_journal(sound)
            assert contents(sound, beside(sound)) == before
    with changing(sound, spills=True), pytest.raises(StorageError, match="in use by another program"):
        open_project(sound, wait_s=0)
