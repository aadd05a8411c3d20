"""Cases 23 and 24, and others: the file of an open project goes, changes, fills its disk or is in doubt."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QTimer

from annotator.domain.errors import DamageError, LostError, ProjectError, StorageError
from annotator.domain.retention import Reason
from annotator.domain.span import Span
from annotator.gui.desk import Desk
from annotator.gui.dialogs import asking
from annotator.gui.dialogs.safekeeping import Safekeeping
from annotator.gui.dialogs.waiting import Waiting
from annotator.gui.keeping.guard import lock_of
from annotator.gui.main_window import MainWindow
from annotator.gui.wiring import open_path
from annotator.services import backing_up, browsing, own_files, upkeep, whereabouts
from annotator.services.backing_up import Backup, backups_of_file, use_folder
from annotator.services.projects import create, open_project
from annotator.storage.project import Project
from tests.gui.conftest import held

BAKU = Span(15, 19)


def spans_in(path: Path) -> list[Span | None]:
    with open_project(path) as project:
        found = browsing.open_article(project, browsing.find(project, "1.txt"), "amal")
        return [item.span for item in found.annotations]


@pytest.fixture
def other_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a copy is made when somebody is asked for a place."""
    place = tmp_path / "elsewhere" / "copy.annotator"
    place.parent.mkdir()
    monkeypatch.setattr(asking, "copy_to_make", lambda _parent, _path: place)
    return place


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The questions that were asked; none is answered with yes."""
    said: list[str] = []
    monkeypatch.setattr(asking, "is_wanted", lambda _parent, title, *_: said.append(title))
    return said


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was told in front."""
    said: list[str] = []
    monkeypatch.setattr(Safekeeping, "tell", lambda _self, sentence: said.append(sentence))
    return said


@pytest.mark.parametrize("what", ["case-23-deleted", "case-24-replaced"])
def test_a_file_that_goes_is_noticed_before_the_next_decision_and_can_be_copied(
    desk: Desk, window: MainWindow, project_path: Path, other_place: Path, asked: list[str], qtbot, what: str
) -> None:
    desk.view.select(BAKU)
    desk.labelling.use(desk.session.labels["place"])
    project_path.unlink()
    if what == "case-24-replaced":
        create(project_path).close()
    window.keeping.watching.ask()
    assert ("no longer there" if what == "case-23-deleted" else "taken the place") in window.message.text
    desk.view.select(Span(0, 5))
    with pytest.raises(LostError):
        desk.labelling.use(desk.session.labels["actor"])
    assert len(desk.view.highlights.touching(0, 100)) == 1
    (copy,) = [button for button in window.message.buttons if "copy" in button.text()]
    copy.click()
    qtbot.waitUntil(lambda: "Saved as" in window.message.text)
    assert spans_in(other_place) == [BAKU]
    window.close()
    assert asked == ["The file is gone"]


def test_the_copy_is_offered_again_before_a_window_without_a_file_closes(
    desk: Desk, window: MainWindow, project_path: Path, other_place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.view.select(BAKU)
    desk.labelling.use(desk.session.labels["place"])
    project_path.unlink()
    monkeypatch.setattr(asking, "is_wanted", lambda *_: True)
    window.close_project()
    assert spans_in(other_place) == [BAKU]
    assert window.desk is None


def test_what_could_not_be_saved_is_offered_when_the_project_opens_again(
    desk: Desk, window: MainWindow, project_path: Path, told: list[str]
) -> None:
    other = sqlite3.connect(project_path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    for span, label in ((BAKU, "place"), (Span(0, 5), "actor")):
        desk.view.select(span)
        with pytest.raises(StorageError, match="in use"):
            desk.labelling.use(desk.session.labels[label])
    assert desk.session.unsaved == 2
    window.close_project()
    assert "offered when the project is opened here again: \u20682\u2069" in told[0]
    other.execute("ROLLBACK")
    other.close()
    assert spans_in(project_path) == []
    window.open_project(project_path)
    assert "2" in window.message.text
    window.message.buttons[0].click()
    assert window.desk.session.unsaved == 0
    window.close_project()
    assert spans_in(project_path) == [Span(0, 5), BAKU]
    window.open_project(project_path)
    assert not window.message.isVisible()


def test_steps_that_are_given_up_are_not_offered_again(
    desk: Desk, window: MainWindow, project_path: Path, told: list[str]
) -> None:
    desk.view.select(BAKU)
    with held(project_path):
        with pytest.raises(StorageError):
            desk.labelling.use(desk.session.labels["place"])
        window.close_project()
    assert len(told) == 1
    window.open_project(project_path)
    window.message.buttons[1].click()
    window.close_project()
    window.open_project(project_path)
    assert not window.message.isVisible()
    assert spans_in(project_path) == []


def test_what_could_not_be_saved_is_saved_when_the_project_is_closed_if_that_can_be_done_then(
    desk: Desk, window: MainWindow, project_path: Path
) -> None:
    desk.view.select(BAKU)
    with held(project_path), pytest.raises(StorageError):
        desk.labelling.use(desk.session.labels["place"])
    window.close_project()
    assert spans_in(project_path) == [BAKU]


def test_what_can_be_neither_saved_nor_kept_is_told_at_once_and_at_the_end(
    desk: Desk, window: MainWindow, project_path: Path, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_files, "replace", lambda _path, data: not data)  # a disk that is full
    other = sqlite3.connect(project_path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    desk.view.select(BAKU)
    with pytest.raises(StorageError, match=r"in use by another .* Nor could it be kept elsewhere") as refused:
        desk.labelling.use(desk.session.labels["place"])
    window.show_error(refused.value)
    assert window.message.buttons[0].text() == "Try again"
    window.close_project()
    assert told == ["Steps that could neither be saved nor kept elsewhere, and are lost: \u20681\u2069."]
    other.execute("ROLLBACK")
    other.close()
    window.open_project(project_path)
    assert not window.message.isVisible()


def test_case_20_a_lock_held_elsewhere_is_waited_for_a_second_and_told(
    desk: Desk, window: MainWindow, project_path: Path
) -> None:
    other = sqlite3.connect(project_path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    desk.view.select(BAKU)
    with pytest.raises(StorageError) as refused:
        desk.labelling.use(desk.session.labels["place"])
    window.show_error(refused.value)
    assert "in use by another program" in window.message.text
    assert window.message.buttons[0].text() == "Try again"
    other.execute("ROLLBACK")
    other.close()
    window.message.buttons[0].click()
    assert len(desk.view.highlights.touching(0, 100)) == 1


def test_case_15_a_project_that_holds_less_than_when_it_was_closed_is_told(
    desk: Desk, window: MainWindow, project_path: Path, tmp_path: Path
) -> None:
    window.close_project()
    shutil.copy(project_path, tmp_path / "before")
    window.open_project(project_path)
    window.desk.view.select(BAKU)
    window.desk.labelling.use(window.desk.session.labels["place"])
    window.close_project()
    shutil.copy(tmp_path / "before", project_path)
    window.open_project(project_path)
    assert "less than when it was closed here" in window.message.text


def test_damage_found_in_the_background_is_told_with_what_can_be_done(
    desk: Desk, window: MainWindow, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def find(*_: object, **__: object) -> None:
        raise DamageError("{path} is damaged.", path=desk.session.project.place)

    monkeypatch.setattr(upkeep, "look_through", find)
    window.keeping.watching.look()
    qtbot.waitUntil(lambda: "is damaged" in window.message.text)
    offers = [button.text() for button in window.message.buttons]
    assert offers == ["Save a copy elsewhere…", "Restore a backup…", "Rescue what can be read…"]


def test_a_full_look_is_not_due_again_at_once(desk: Desk) -> None:
    project = desk.session.project
    upkeep.look_through(project, fully=True)
    assert not upkeep.is_due(project)


def test_case_29_a_project_in_a_folder_that_is_copied_away_is_doubted(
    window: MainWindow, project_path: Path, tmp_path: Path
) -> None:
    for name in ("Dropbox", "OneDrive - جامعة", "news"):
        folder = tmp_path / name / "news"
        folder.mkdir(parents=True)
        (folder / ".stfolder").mkdir() if name == "news" else None
        path = folder / "p.annotator"
        shutil.copy(project_path, path)
        assert whereabouts.doubt(path)
        window.open_project(path)
        assert "copied to other computers" in window.message.text
    assert whereabouts.doubt(project_path) is None


def test_a_backup_is_made_when_a_changed_project_is_closed_and_none_for_reading(
    window: MainWindow, project_path: Path
) -> None:
    window.open_project(project_path)
    window.close_project()
    assert backups_of_file(project_path) == []
    window.open_project(project_path)
    window.desk.view.select(BAKU)
    window.desk.labelling.use(window.desk.session.labels["place"])
    window.close_project()
    (backup,) = backups_of_file(project_path)
    assert backup.reason == "close"
    assert spans_in(backup.path) == [BAKU]


def test_the_window_is_drawn_while_the_last_backup_is_made_and_may_be_told_to_close(
    desk: Desk, window: MainWindow, project_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_asked, make = Event(), backing_up.back_up
    made: list[Backup] = []
    seen: list[bool] = []

    def back_up(*of: Any) -> None:
        assert is_asked.wait(20)
        made.append(make(*of))

    def close() -> None:
        window.close()
        seen.extend(waiting.isVisible() for waiting in window.findChildren(Waiting))
        is_asked.set()

    monkeypatch.setattr(backing_up, "back_up", back_up)
    desk.view.select(BAKU)
    desk.labelling.use(desk.session.labels["place"])
    QTimer.singleShot(600, close)
    window.close_project()
    assert seen == [True]
    assert [backup.path for backup in made] == [backup.path for backup in backups_of_file(project_path)]
    assert not desk.session.is_open


@pytest.fixture
def while_backing_up(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> list[Callable[[], None]]:
    """What happens while the last backup of a changed project is made."""
    is_asked, make = Event(), backing_up.back_up
    acts: list[Callable[[], None]] = []

    def back_up(*of: Any) -> Backup:
        assert is_asked.wait(20)
        return make(*of)

    def act() -> None:
        while acts:
            acts.pop()()
        is_asked.set()

    monkeypatch.setattr(backing_up, "back_up", back_up)
    desk.view.select(BAKU)
    desk.labelling.use(desk.session.labels["place"])
    QTimer.singleShot(50, act)
    return acts


def test_a_window_that_is_told_to_close_opens_no_other_project(
    window: MainWindow, tmp_path: Path, while_backing_up: list[Callable[[], None]]
) -> None:
    create(tmp_path / "other.annotator").close()
    while_backing_up.append(window.close)
    window.open_project(tmp_path / "other.annotator")
    assert window.desk is None
    assert not lock_of(tmp_path / "other.annotator").exists()


def test_a_file_that_is_handed_over_meanwhile_is_opened_after_the_one_that_was_asked_for(
    window: MainWindow, tmp_path: Path, while_backing_up: list[Callable[[], None]], qtbot
) -> None:
    places = [tmp_path / "other.annotator", tmp_path / "handed.annotator"]
    for place in places:
        create(place).close()
    while_backing_up.append(lambda: open_path(window, places[1]))
    window.open_project(places[0])
    assert window.desk.session.project.place == places[0]
    qtbot.waitUntil(lambda: window.desk.session.project.place == places[1])
    assert not lock_of(places[0]).exists()


def test_what_could_not_be_saved_is_still_there_when_somebody_else_goes_on_in_the_window(
    desk: Desk, window: MainWindow, project_path: Path, told: list[str]
) -> None:
    other = sqlite3.connect(project_path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")  # which lets others read
    desk.view.select(BAKU)
    with pytest.raises(StorageError):
        desk.labelling.use(desk.session.labels["place"])
    window.open_project(project_path, annotator="badr")
    assert len(told) == 1
    assert window.desk.session.unsaved == 1
    other.execute("ROLLBACK")
    other.close()
    window.desk.session.retry()
    window.close_project()
    assert spans_in(project_path) == [BAKU]


def test_the_clock_makes_a_backup_of_what_is_new(desk: Desk, window: MainWindow, project_path, qtbot) -> None:
    window.keeping.backing.timer.timeout.emit()
    desk.view.select(BAKU)
    desk.labelling.use(desk.session.labels["place"])
    window.keeping.backing.timer.timeout.emit()
    qtbot.waitUntil(lambda: len(backups_of_file(project_path)) == 1)
    window.keeping.backing.timer.timeout.emit()
    window.close_project()
    assert [backup.reason for backup in backups_of_file(project_path)] == ["hour"]


def test_where_the_backup_of_the_hour_fails_while_the_project_is_closed_the_last_one_is_made(
    desk: Desk, window: MainWindow, project_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = backing_up.back_up

    def fail_at_the_hour(project: Project, reason: Reason, *about: Any) -> Backup:
        if reason is Reason.HOUR:
            raise ProjectError("{path} cannot be made.", path=project_path)
        return make(project, reason, *about)

    monkeypatch.setattr(backing_up, "back_up", fail_at_the_hour)
    desk.view.select(BAKU)
    desk.labelling.use(desk.session.labels["place"])
    window.keeping.backing.timer.timeout.emit()
    window.close_project()
    assert [backup.reason for backup in backups_of_file(project_path)] == ["close"]


def test_the_hour_goes_on_when_the_window_turns_to_review(
    desk: Desk, window: MainWindow, project_path: Path
) -> None:
    window.keeping.backing.timer.start(90_000)
    window.open_project(project_path, annotator="mona", for_review=True)
    assert 0 < window.keeping.backing.timer.remainingTime() < 100_000


def test_a_backup_that_cannot_be_made_is_told_and_the_project_closes(
    desk: Desk, window: MainWindow, told: list[str], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    use_folder(tmp_path / "file" / "folder")
    desk.view.select(BAKU)
    desk.labelling.use(desk.session.labels["place"])
    window.close_project()
    assert window.desk is None
    assert "cannot be made" in told[0]
