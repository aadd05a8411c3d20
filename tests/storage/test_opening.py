"""What is opened is a project, whole, of this program, and changed only after a backup."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unicodedata import normalize

import pytest

from annotator.domain.errors import DamageError, ProjectError
from annotator.domain.retention import Reason
from annotator.services import backing_up
from annotator.services.projects import create, open_project
from annotator.services.whereabouts import doubt
from annotator.storage import engine, network
from annotator.storage.project import SCHEMA_VERSION
from annotator.storage.salvage import Row, Salvage
from tests.storage.test_schema import fetched, first_version

__all__ = ["first_version"]


def alter(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER foreign_one AFTER INSERT ON history BEGIN DELETE FROM annotation; END",
        "CREATE VIEW foreign_one AS SELECT * FROM article",
        "CREATE TABLE foreign_one (a)",
        "CREATE INDEX foreign_one ON article (title)",
    ],
)
def test_case_37_a_file_with_something_of_others_is_refused_by_its_name(
    project_path: Path, statement: str
) -> None:
    alter(project_path, statement)
    before = project_path.read_bytes()
    with pytest.raises(ProjectError, match=r"not Annotator's: foreign_one"):
        open_project(project_path)
    assert project_path.read_bytes() == before


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("DROP INDEX ix_annotation_long", "its index ix_annotation_long is missing"),
        ("DROP TABLE article_terms", "its index article_terms is missing"),
        ("DROP TABLE comment", "its table comment is not whole"),
        ("ALTER TABLE label DROP COLUMN display", "its table label is not whole"),
    ],
)
def test_a_file_that_lacks_something_of_ours_is_damaged(
    project_path: Path, statement: str, said: str
) -> None:
    alter(project_path, "PRAGMA foreign_keys = OFF", statement)
    with pytest.raises(DamageError, match=said):
        open_project(project_path)


@pytest.mark.parametrize("is_older", [False, True])
@pytest.mark.parametrize("project", ["x/../../outside", "*", "a\0b", "", "News"])
def test_what_stands_in_place_of_an_id_names_no_folder(
    project_path: Path, first_version: Path, tmp_path: Path, project: str, is_older: bool
) -> None:
    path = first_version if is_older else project_path
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE project SET id = ?", (project,))
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(DamageError, match="does not say which project it is"):
        open_project(path)
    assert backing_up.backups_of_file(path) == []
    assert sorted(tmp_path.rglob("*")) == before


def test_case_35_a_newer_file_is_refused_and_stays_as_it_is(project_path: Path) -> None:
    alter(project_path, f"PRAGMA user_version = {SCHEMA_VERSION + 1}", "CREATE TABLE newer (a)")
    before = project_path.read_bytes()
    with pytest.raises(ProjectError, match="newer version"):
        open_project(project_path)
    assert project_path.read_bytes() == before


def test_an_older_file_is_backed_up_before_it_is_brought_up_to_date(first_version: Path) -> None:
    before = first_version.read_bytes()
    with open_project(first_version) as project:
        (backup,) = backing_up.backups(project)
    assert backup.reason is Reason.MIGRATION
    assert fetched(backup.path, "PRAGMA user_version") == [(1,)]
    assert fetched(first_version, "PRAGMA user_version") == [(SCHEMA_VERSION,)]
    assert len(backup.path.read_bytes()) == len(before)


def test_case_14_a_log_of_another_project_is_not_played_into_one(tmp_path: Path) -> None:
    one, other = tmp_path / "one.annotator", tmp_path / "other.annotator"
    for path in (one, other):
        create(path).close()
    with closing(sqlite3.connect(other, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        connection.execute("UPDATE project SET created = created")
        connection.execute("VACUUM")
        (tmp_path / "one.annotator-wal").write_bytes((tmp_path / "other.annotator-wal").read_bytes())
    before = one.read_bytes()
    with pytest.raises(ProjectError, match="of another project"):
        open_project(one)
    assert one.read_bytes() == before


def test_case_29_a_file_on_a_network_is_known_by_the_table_of_mounts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = tmp_path / "mounts"
    monkeypatch.setattr(network, "_MOUNTS", mounts)
    lines = "/dev/a / ext4", "server:/x /our\\040news nfs4", "/dev/b /our\\040news/near ext4"
    mounts.write_text("".join(f"{line} rw 0 0\n" for line in lines))
    assert network.is_on_network(Path("/our news/a.annotator"))
    assert not network.is_on_network(Path("/our news/near/a.annotator"))
    assert not network.is_on_network(Path("/our/a.annotator"))


def test_case_29_a_table_of_mounts_that_cannot_be_read_tells_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(network, "_MOUNTS", tmp_path / "none")
    assert network.is_on_network(tmp_path) is None


@pytest.mark.parametrize(("drive", "found"), [(0, None), (1, None), (2, False), (3, False), (4, True)])
def test_case_29_windows_is_asked_for_the_kind_of_a_drive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, drive: int, found: bool | None
) -> None:
    drives = SimpleNamespace(GetDriveTypeW={tmp_path.anchor: drive}.__getitem__)
    windll = SimpleNamespace(kernel32=drives)
    monkeypatch.setattr(network, "ctypes", SimpleNamespace(windll=windll), raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    assert network.is_on_network(tmp_path) is found


MAC = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse)
map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)
/dev/disk4s1 on /Volumes/news (msdos, local, nodev)
//amal@server/news on /Volumes/news (today) (smbfs, nodev, nosuid, mounted by amal)
server:/x on /Volumes/أخبار (nfs)
somewhere on /Volumes/odd (macfuse_ssh, nodev)
"""


@pytest.mark.parametrize(
    ("folder", "found"),
    [
        ("Users/amal", False),
        ("Volumes/news (today)/deep", True),
        ("Volumes/news", False),
        ("Volumes/أخبار", True),
        ("Volumes/odd", None),
    ],
)
def test_case_29_mount_of_macos_is_asked_for_the_kind_of_file_system(
    monkeypatch: pytest.MonkeyPatch, folder: str, found: bool | None
) -> None:
    said = normalize("NFD", MAC).encode()
    monkeypatch.setattr(subprocess, "run", lambda *_, **_options: SimpleNamespace(stdout=said))
    monkeypatch.setattr(sys, "platform", "darwin")
    assert network.is_on_network(Path("/", folder, "news.annotator")) is found


def test_case_29_where_mount_does_not_answer_no_log_is_used_and_nothing_is_said(
    project_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hang(*_: object, timeout: float, **_options: object) -> None:
        raise subprocess.TimeoutExpired("mount", timeout)

    monkeypatch.setattr(engine, "_HAS_SOUND_WAL", True)
    monkeypatch.setattr(subprocess, "run", hang)
    monkeypatch.setattr(sys, "platform", "darwin")
    assert network.is_on_network(project_path) is None
    assert engine._journal_mode(project_path) == "DELETE"
    assert doubt(project_path) is None


def test_rows_behind_an_unreadable_page_are_found() -> None:
    class Gapped(Salvage):
        def __init__(self) -> None:
            self.unreadable: set[str] = set()

        def _fetch(self, table: str, where: str, values: Any, limit: int) -> list[tuple[int, Row]]:
            assert (table, where) == ("table", "rowid >= ? ORDER BY rowid")
            wanted = [number for number in range(1000) if number >= values[0]][:limit]
            if any(300 <= number < 340 or number == 700 for number in wanted):
                raise sqlite3.DatabaseError("malformed")
            return [(number, {"number": number}) for number in wanted]

    found = [row["number"] for row in Gapped().numbered("table")]
    assert found == [number for number in range(1000) if not (300 <= number < 340 or number == 700)]
