"""Backups are whole, kept as long as they should be, and restored beside what there is."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from platformdirs import user_config_path

from annotator.domain.errors import DamageError, LostError, ProjectError
from annotator.domain.retention import LAST, Kept, Reason, outlived
from annotator.services import backing_up
from annotator.services.inspecting import check, stats
from annotator.services.projects import open_project
from annotator.services.rescuing import rescue
from annotator.storage.backup_settings import BackupSettings, backup_settings
from annotator.storage.project import Project
from tests.layers import add_articles

START = datetime(2025, 11, 19, tzinfo=UTC)
TEXT = "زار الوزير باكو"


@pytest.fixture
def backend() -> str:
    return "sqlite"


kept = st.lists(st.tuples(st.integers(-10_000, 10_000), st.integers(0, 100)), max_size=80).map(
    lambda drawn: [Kept(nth, START + timedelta(hours=hours), size) for nth, (hours, size) in enumerate(drawn)]
)


@given(kept, st.integers(0, 3_000))
def test_the_newest_stays_and_what_stays_has_room(backups: list[Kept], room: int) -> None:
    gone = outlived(backups, room)
    stays = [one for one in backups if one.serial not in gone]
    assert not backups or backups[-1] in stays
    assert len(stays) <= 1 or sum(one.size for one in stays) <= room


@given(kept)
def test_with_room_the_last_stay_and_one_of_each_last_month(backups: list[Kept]) -> None:
    gone = outlived(backups, 1 << 40)
    assert not {one.serial for one in backups[-LAST:]} & gone
    stays = {(one.moment.year, one.moment.month) for one in backups if one.serial not in gone}
    months = list(dict.fromkeys((one.moment.year, one.moment.month) for one in reversed(backups)))
    assert set(months[:12]) <= stays
    # Ten last, seven days, four weeks, twelve months.
    assert len(backups) - len(gone) <= 33


def test_a_backup_is_the_project_and_nobody_else_may_read_it(project: Project) -> None:
    add_articles(project, TEXT, "ثانٍ")
    made = backing_up.back_up(project)
    assert made.path.stat().st_mode & 0o777 == 0o600
    assert made.path.parent.stat().st_mode & 0o777 == 0o700
    assert backing_up.backups(project) == [made]
    with open_project(made.path) as copy:
        assert check(copy) == []
        assert (copy.id, stats(copy).articles) == (project.id, 2)


def test_case_14_a_backup_is_restored_to_a_new_name_only(project: Project, tmp_path: Path) -> None:
    add_articles(project, TEXT)
    made = backing_up.back_up(project)
    with pytest.raises(ProjectError, match="is there already"):
        backing_up.restore(made.path, project.path)
    target = tmp_path / "restored.annotator"
    # What lies there of a project of that name is not played into the new one.
    (tmp_path / "restored.annotator-journal").write_bytes(project.path.read_bytes()[:5000])
    before = made.path.read_bytes()
    backing_up.restore(made.path, target)
    assert made.path.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["project.annotator", "restored.annotator"]
    with open_project(target) as restored:
        assert check(restored) == []


def test_backups_go_where_they_were_told_to(project: Project, tmp_path: Path) -> None:
    elsewhere = tmp_path / "نسخ احتياطية"
    chosen = user_config_path("Annotator", appauthor=False) / "backups.toml"
    chosen.parent.mkdir(parents=True)
    chosen.write_text(f"folder = '{elsewhere}'\nmost_bytes = 1048576\n", "utf-8")
    assert backup_settings() == BackupSettings(elsewhere, 1 << 20)
    assert elsewhere in backing_up.back_up(project).path.parents


def test_a_backup_that_cannot_be_made_leaves_the_older_ones(project: Project) -> None:
    made = backing_up.back_up(project)
    folder = made.path.parent
    folder.rename(folder.with_name("aside"))
    folder.write_bytes(b"a file where the folder should be")
    with pytest.raises(ProjectError, match="was not changed"):
        backing_up.before(project, Reason.MERGE)
    folder.unlink()
    folder.with_name("aside").rename(folder)
    assert backing_up.backups(project) == [made]


def test_a_backup_is_made_where_an_old_one_cannot_be_removed(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlink = Path.unlink

    def refuse(path: Path, *, missing_ok: bool = False) -> None:
        if path.suffix == ".annotator":
            raise OSError(5, "Input/output error")
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr("annotator.storage.backups.outlived", lambda backups, _: {backups[-1].serial})
    monkeypatch.setattr(Path, "unlink", refuse)
    made = [backing_up.back_up(project) for _ in range(2)]
    assert backing_up.backups(project) == made[::-1]


def test_a_folder_of_backups_that_cannot_be_read_is_named(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(5, "Input/output error")

    made = backing_up.back_up(project)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "glob", refuse)
        with pytest.raises(ProjectError, match="backups cannot be read: input/output error"):
            backing_up.back_up(project)
    assert backing_up.backups(project) == [made]


def test_case_23_case_24_a_project_that_is_taken_away_takes_no_more_and_can_be_copied(
    project: Project, tmp_path: Path
) -> None:
    add_articles(project, TEXT)
    project.path.unlink()
    with pytest.raises(LostError, match="no longer there"):
        add_articles(project, "ثانٍ")
    project.path.write_bytes(b"something else")
    with pytest.raises(LostError, match="Another file"):
        add_articles(project, "ثانٍ")
    backing_up.back_up_to(project, tmp_path / "saved.annotator")
    assert project.path.read_bytes() == b"something else"
    with open_project(tmp_path / "saved.annotator") as saved:
        assert check(saved) == []
        assert stats(saved).articles == 1


def _zeroed(data: bytes, first: int) -> bytes:
    return data[:first] + bytes(4096) + data[first + 4096 :]


@pytest.mark.parametrize(
    ("damage", "least"),
    [
        (lambda data: bytes(100) + data[100:], 40),
        (lambda data: data[: len(data) // 4096 * 3 // 4 * 4096], 1),
        *((lambda data, page=page: _zeroed(data, page * 4096), 20) for page in range(40, 60, 4)),
    ],
)
def test_what_can_be_read_of_a_damaged_project_is_rescued(
    project: Project, tmp_path: Path, damage: Callable[[bytes], bytes], least: int
) -> None:
    add_articles(project, *(f"{TEXT} {nth} " * 60 for nth in range(40)))
    broken, new = tmp_path / "broken.annotator", tmp_path / "new.annotator"
    broken.write_bytes(damage(project.path.read_bytes()))
    before = broken.read_bytes()
    report = rescue(broken, new)
    assert report.articles >= least
    assert report.articles == 40 or report.losses
    assert broken.read_bytes() == before
    with open_project(new) as rescued:
        assert check(rescued) == []
        assert stats(rescued).articles == report.articles
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "broken.annotator",
        "new.annotator",
        "project.annotator",
    ]


def test_what_is_no_project_is_not_rescued(tmp_path: Path) -> None:
    broken = tmp_path / "broken.annotator"
    broken.write_bytes("خبر".encode() * 5000)
    with pytest.raises(ProjectError, match="can be read"):
        rescue(broken, tmp_path / "new.annotator")
    assert [path.name for path in tmp_path.iterdir()] == ["broken.annotator"]


def test_case_33_a_file_with_pages_lost_is_not_opened(project_path: Path) -> None:
    data = project_path.read_bytes()
    project_path.write_bytes(data[: len(data) // 2])
    with pytest.raises(DamageError, match="damaged"):
        open_project(project_path)


def test_a_file_that_takes_the_name_meanwhile_stays(project: Project, tmp_path: Path) -> None:
    target, log = tmp_path / "copy.annotator", tmp_path / "copy.annotator-journal"

    def take(*_: int) -> None:
        target.write_bytes(b"mine")
        log.write_bytes(b"mine too")

    with pytest.raises(ProjectError, match="file exists"):
        backing_up.back_up_to(project, target, take)
    assert (target.read_bytes(), log.read_bytes()) == (b"mine", b"mine too")
    assert sorted(tmp_path.glob(".*")) == []
