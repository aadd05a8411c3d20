"""Projects of every version that there was are opened by this one, and nothing of them is lost."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.domain.article import ArticleState
from annotator.domain.edit import Edit
from annotator.domain.errors import DamageError, ProjectError, StorageError
from annotator.domain.retention import Reason
from annotator.domain.span import Span
from annotator.services import annotating, backing_up
from annotator.services.browsing import guidelines, label_set, open_article
from annotator.services.inspecting import check
from annotator.services.projects import open_project
from annotator.storage import migrating
from annotator.storage.backup_settings import backup_settings
from annotator.storage.project import SCHEMA_VERSION
from tests.layers import annotation
from tests.storage.older import EARLIER, NOTE, OTHER_TEXT, TEXT, history_of, make_older
from tests.storage.test_schema import fetched, migration, next_version, schema

__all__ = ["next_version"]

every_version = pytest.mark.parametrize("version", EARLIER)

_TABLES = "article", "article_text", "annotation", "relation", "forbidden_overlap", "guidelines", "history"


@pytest.fixture
def older(version: int, tmp_path: Path) -> Path:
    path = tmp_path / "older.annotator"
    make_older(path, version)
    return path


def _all_rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    return {table: fetched(path, f"SELECT * FROM {table}") for table in _TABLES}


@every_version
def test_of_an_older_project_every_row_is_kept(older: Path, version: int) -> None:
    before = _all_rows(older)
    assert before["history"] == history_of(version)
    open_project(older).close()
    assert _all_rows(older) == before
    assert fetched(older, "PRAGMA user_version") == [(SCHEMA_VERSION,)]
    assert fetched(older, "PRAGMA integrity_check") == [("ok",)]
    assert fetched(older, "PRAGMA foreign_key_check") == []


@every_version
def test_an_older_project_is_worked_in_like_any(older: Path, version: int) -> None:
    with open_project(older) as project:
        assert check(project) == []
        assert [(label.id, label.name, label.retired) for label in label_set(project)] == [
            ("b", "B", False),
            ("a", "A", False),
        ]
        assert guidelines(project) == {"ar": "# الفاعل"}
        first, second = open_article(project, "n", "amal"), open_article(project, "m", "badr")
        assert (first.article.text, second.article.text) == (TEXT, OTHER_TEXT)
        assert (first.layer.state, first.layer.note) == (
            ArticleState.SUBMITTED,
            NOTE if version >= 3 else None,
        )
        assert [(item.id, item.label, item.span, item.note, item.score) for item in first.annotations] == [
            ("y", "b", Span(4, 10), None, 0.5),
            ("x", "a", Span(11, 15), NOTE, None),
        ]
        assert [(one.start, one.end, one.label) for one in first.relations] == [("y", "x", "in")]
        assert [(item.label, item.span) for item in second.annotations] == [("b", None)]
        annotating.apply(project, "badr", [Edit(None, annotation("m", 5, 8, "a", "badr"))])
        assert len(open_article(project, "m", "badr").annotations) == 2
        assert check(project) == []
    (last,) = fetched(older, "SELECT max(sequence) FROM history")
    assert last == (history_of(version)[-1][0] + 1,)  # type: ignore[operator]


@every_version
def test_an_older_project_gets_the_tables_of_a_new_one(older: Path, project_path: Path) -> None:
    open_project(older).close()
    migrated, new = schema(older), schema(project_path)
    assert migrated.keys() == new.keys()


@every_version
def test_of_an_older_project_a_backup_of_its_own_version_is_kept(older: Path, version: int) -> None:
    before = {name: fetched(older, f"SELECT * FROM {name}") for name in (*_TABLES, "label", "layer")}
    with open_project(older) as project:
        (backup,) = backing_up.backups(project)
    assert backup.reason is Reason.MIGRATION
    # Read by SQLite alone, as whoever has only the older program would.
    assert fetched(backup.path, "PRAGMA user_version") == [(version,)]
    assert fetched(backup.path, "SELECT version_num FROM alembic_version") == [(f"{version:04}",)]
    assert fetched(backup.path, "PRAGMA integrity_check") == [("ok",)]
    assert {name: fetched(backup.path, f"SELECT * FROM {name}") for name in before} == before


@every_version
def test_an_older_project_whose_migration_fails_on_the_way_stays_byte_for_byte(
    older: Path, version: int, next_version: Path
) -> None:
    before = older.read_bytes()
    next_version.write_text(migration("DELETE FROM relation", "CREATE TABLE half (a)", "SELECT nonsense"))
    for _ in range(2):
        with pytest.raises(StorageError):
            open_project(older)
        assert older.read_bytes() == before
        assert [*older.parent.glob("older*")] == [older]


@every_version
def test_an_older_project_whose_rows_do_not_fit_stays_byte_for_byte(older: Path, version: int) -> None:
    with closing(sqlite3.connect(older, isolation_level=None)) as connection:
        connection.execute("INSERT INTO article_text VALUES (99, 'نص بلا مقال')")
    before = older.read_bytes()
    with pytest.raises(DamageError, match="refers to"):
        open_project(older)
    assert older.read_bytes() == before


@every_version
def test_an_older_project_that_cannot_be_backed_up_is_not_touched(older: Path, version: int) -> None:
    before = older.read_bytes()
    folder = backup_settings().folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_bytes(b"a file where the folder should be")
    with pytest.raises(ProjectError, match="was not changed: no backup could be made"):
        open_project(older)
    assert older.read_bytes() == before


def test_a_project_of_this_version_is_opened_without_a_backup(tmp_path: Path) -> None:
    path = tmp_path / "current.annotator"
    make_older(path, SCHEMA_VERSION)
    with open_project(path) as project:
        assert backing_up.backups(project) == []
        assert len(open_article(project, "n", "amal").annotations) == 2


def test_a_project_that_says_it_is_of_no_known_revision_is_refused_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "older.annotator"
    make_older(path, 3)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = 'x9'")
    before = path.read_bytes()
    with pytest.raises(ProjectError, match="cannot be read: Can't locate revision identified by 'x9'"):
        open_project(path)
    assert path.read_bytes() == before


def test_a_program_that_cannot_read_its_own_scripts_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "older.annotator"
    make_older(path, 3)
    before = path.read_bytes()
    (tmp_path / "scripts" / "env.py").mkdir(parents=True)
    monkeypatch.setattr(migrating, "SCRIPTS", tmp_path / "scripts")
    with pytest.raises(ProjectError, match=r"env\.py cannot be read: is a directory"):
        open_project(path)
    assert path.read_bytes() == before
