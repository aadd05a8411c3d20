"""What a project file is made of, and how an older one becomes a newer one."""

import hashlib
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import create_engine

from annotator.domain.article import fingerprint
from annotator.domain.edit import Edit
from annotator.domain.errors import AnnotatorError
from annotator.services import annotating
from annotator.services.browsing import label_set
from annotator.services.inspecting import check
from annotator.services.projects import open_project
from annotator.storage import migrating
from annotator.storage.engine import APPLICATION_ID
from annotator.storage.project import SCHEMA_VERSION, Project
from annotator.storage.tables import metadata

_NOT_OURS = ("alembic_version", "sqlite_")


@pytest.fixture
def backend() -> str:
    return "sqlite"


def fetched(path: Path, query: str) -> list[tuple[object, ...]]:
    """Ask a file past the program."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def schema(path: Path) -> dict[str, str]:
    rows = fetched(path, "SELECT name, sql FROM sqlite_master WHERE sql > ''")
    said = {str(name): re.sub(r"\s+", "", str(sql)) for name, sql in rows}
    return {name: sql for name, sql in said.items() if not name.startswith(_NOT_OURS)}


def parts(sql: str) -> tuple[str, list[str]]:
    """A table's columns and constraints, whose order tells nothing."""
    body, _, ending = sql.partition("(")[2].rpartition(")")
    return ending, sorted(re.split(r",(?=\"?\w+\"?(?:TEXT|INTEGER|DOUBLE|BOOLEAN)|CONSTRAINT)", body))


def test_migrations_make_the_tables_that_the_program_describes(project_path: Path, tmp_path: Path) -> None:
    described = tmp_path / "described.sqlite"
    engine = create_engine(f"sqlite:///{described}")
    metadata.create_all(engine)
    engine.dispose()
    migrated, expected = schema(project_path), schema(described)
    assert set(migrated) == set(expected)
    assert {name: parts(sql) for name, sql in migrated.items()} == {
        name: parts(sql) for name, sql in expected.items()
    }
    assert sum(sql.count("CHECK(") for sql in migrated.values()) == 5


def test_a_project_file_says_what_it_is(project_path: Path) -> None:
    assert fetched(project_path, "PRAGMA application_id") == [(APPLICATION_ID,)]
    assert fetched(project_path, "PRAGMA user_version") == [(SCHEMA_VERSION,)]
    assert project_path.stat().st_mode & 0o777 == 0o600


def test_every_connection_keeps_foreign_keys_and_waits_for_the_disk(project: Project) -> None:
    for open_one in (project.reading, project.unit_of_work):
        with open_one() as work:
            for pragma, value in {"foreign_keys": 1, "synchronous": 3, "trusted_schema": 0}.items():
                assert work.connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value, pragma


@pytest.fixture
def first_version(tmp_path: Path) -> Path:
    """A project as the first version of the program left it, with a label given and moved."""
    path = tmp_path / "old.annotator"
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection, connection.begin():
        command.upgrade(migrating.configuration(connection), "0001")
        for step in _FIRST_ROWS:
            connection.exec_driver_sql(step)
    engine.dispose()
    return path


_NOW = "2025-11-19T00:00:00.000Z"
_FIRST_ROWS = (
    f"PRAGMA application_id = {APPLICATION_ID}",
    "PRAGMA user_version = 1",
    f"INSERT INTO project VALUES (1, '019a1e00-0000-7000-8000-000000000001', '{_NOW}')",
    "INSERT INTO annotator VALUES (1, 'amal')",
    "INSERT INTO label VALUES (1, 'b', 'B', '#0072B2', '2', 'solid', '{}', '{}', '[]')",
    "INSERT INTO label VALUES (2, 'a', 'A', '#009E73', '1', 'dashed', '{\"ar\":\"أ\"}', '{}', '[\"باكو\"]')",
    "INSERT INTO forbidden_overlap VALUES (2, 1)",
    f"INSERT INTO article VALUES (1, 'n', NULL, '{fingerprint('باكو')}', NULL, NULL, NULL, 'rtl', '{{}}')",
    "INSERT INTO article_text VALUES (1, 'باكو')",
    "INSERT INTO layer VALUES (1, 1, 'submitted', NULL)",
    f"INSERT INTO annotation VALUES (1, 1, 'x', 0, 4, 2, 'human', NULL, 'ن', '{_NOW}', '{_NOW}')",
    f"INSERT INTO history VALUES (7, '{_NOW}', 1, 1, 'annotation', 'x', NULL, '{{}}')",
)


def test_a_project_of_the_first_version_is_brought_up_to_date(first_version: Path) -> None:
    with open_project(first_version) as project, project.reading() as work:
        labels = work.labels.all()
        assert [(label.id, label.name, label.retired) for label in labels] == [
            ("b", "B", False),
            ("a", "A", False),
        ]
        assert labels["a"].examples == ("باكو",)
        assert not labels.allows_overlap("a", "b")
        assert [(found.label, found.note) for found in work.annotations.of("n", "amal")] == [("a", "ن")]
    assert fetched(first_version, "PRAGMA user_version") == [(SCHEMA_VERSION,)]
    assert fetched(first_version, "SELECT sequence, article, subject FROM history") == [(7, 1, "x")]


def test_a_project_from_before_the_index_is_indexed_when_it_is_opened(first_version: Path) -> None:
    with open_project(first_version) as opened:
        assert check(opened) == []


def test_the_history_of_an_older_project_goes_on_where_it_was(first_version: Path) -> None:
    with open_project(first_version) as project:
        labels = label_set(project)
        annotating.apply(project, "amal", [Edit(labels, labels.move("a", -1))])
        assert [label.id for label in label_set(project)] == ["a", "b"]
    assert fetched(first_version, "SELECT sequence, article, kind FROM history") == [
        (7, 1, "annotation"),
        (8, None, "labelset"),
    ]


@pytest.fixture
def next_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The migration that a next version of the program would bring; empty."""
    scripts = tmp_path / "migrations"
    shutil.copytree(migrating.SCRIPTS, scripts)
    monkeypatch.setattr(migrating, "SCRIPTS", scripts)
    monkeypatch.setattr("annotator.storage.project.SCHEMA_VERSION", SCHEMA_VERSION + 1)
    return scripts / "versions" / "9999_next.py"


def migration(*steps: str) -> str:
    head = max(path.stem[:4] for path in (migrating.SCRIPTS / "versions").glob("[0-9]*.py"))
    lines = [f"    op.execute({step!r})" for step in steps]
    return "\n".join(
        ["from alembic import op", 'revision = "9999"', f'down_revision = "{head}"', "def upgrade():", *lines]
    )


def test_case_11_a_migration_that_fails_leaves_the_file_as_it_was(
    project_path: Path, next_version: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = hashlib.sha256(project_path.read_bytes()).digest()
    next_version.write_text(migration("CREATE TABLE half (a)", "DELETE FROM label", "SELECT nonsense"))
    for _ in range(2):
        with pytest.raises(AnnotatorError, match=re.escape(str(project_path))):
            open_project(project_path)
        assert hashlib.sha256(project_path.read_bytes()).digest() == before
    monkeypatch.undo()
    open_project(project_path).close()


def test_a_migration_that_breaks_rows_apart_is_not_kept(project_path: Path, next_version: Path) -> None:
    before = project_path.read_bytes()
    next_version.write_text(migration("INSERT INTO article_text VALUES (99, 'x')"))
    with pytest.raises(AnnotatorError, match="do not fit together"):
        open_project(project_path)
    assert project_path.read_bytes() == before


def test_a_migration_that_succeeds_is_made_once(project_path: Path, next_version: Path) -> None:
    next_version.write_text(migration("UPDATE label SET place = place + 10"))
    before = fetched(project_path, "SELECT min(place) FROM label")[0][0]
    for _ in range(2):
        open_project(project_path).close()
    assert fetched(project_path, "PRAGMA user_version") == [(SCHEMA_VERSION + 1,)]
    assert fetched(project_path, "SELECT min(place) FROM label") == [(before + 10,)]
