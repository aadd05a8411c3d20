"""Backups and rescue, from the window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from annotator.arabic.direction import begins_rtl
from annotator.domain.errors import DamageError, NewerError
from annotator.domain.retention import Reason
from annotator.gui import application
from annotator.gui.desk import Desk
from annotator.gui.dialogs import asking
from annotator.gui.dialogs.backups_dialog import REASONS, BackupsDialog
from annotator.gui.dialogs.rescue_dialog import RescueDialog
from annotator.gui.main_window import MainWindow
from annotator.services import backing_up
from annotator.services.projects import open_project


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[BackupsDialog]:
    """The dialogs of backups that were shown, which stay open."""
    found: list[BackupsDialog] = []
    monkeypatch.setattr(BackupsDialog, "exec", lambda self: (found.append(self), self.show()))
    return found


def test_backups_are_listed_made_looked_into_and_restored(
    desk: Desk, window: MainWindow, shown: list[BackupsDialog], tmp_path: Path, qtbot, monkeypatch
) -> None:
    window.actions_["backups"].trigger()
    (dialog,) = shown
    qtbot.addWidget(dialog)
    assert dialog.said.text() == "There is no backup yet."
    assert not dialog.restore.isEnabled()
    dialog.now.click()
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)
    assert "Articles: 2" in dialog.said.text()
    assert [dialog.titles.item(row).text().strip("\u202a\u202b\u202c") for row in range(2)] == [
        "1.txt",
        "2.txt",
    ]
    assert not begins_rtl(dialog.model.index(0, 0).data())  # the day comes before the hour
    assert dialog.model.index(0, 1).data() == "By hand"
    target = tmp_path / "restored.annotator"
    monkeypatch.setattr(asking, "copy_to_make", lambda *_: target)
    dialog.restore.click()
    qtbot.waitUntil(lambda: "Saved as" in window.message.text)
    window.message.buttons[0].click()
    assert window.desk.session.project.path == target


def test_backups_can_be_kept_in_another_folder(
    desk: Desk, window: MainWindow, shown: list[BackupsDialog], tmp_path: Path, qtbot, monkeypatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "قرص آخر"))
    window.actions_["backups"].trigger()
    (dialog,) = shown
    qtbot.addWidget(dialog)
    dialog.elsewhere.click()
    assert "قرص آخر" in dialog.folder.text()
    dialog.now.click()
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)
    assert [*(tmp_path / "قرص آخر").rglob("*.annotator")]


def test_a_project_that_is_damaged_is_told_with_its_backups_and_rescued(
    window: MainWindow, project_path: Path, tmp_path: Path, shown: list[BackupsDialog], monkeypatch, qtbot
) -> None:
    with open_project(project_path) as project:
        backing_up.back_up(project)
    data = bytearray(project_path.read_bytes())
    data[4096 : 4096 * 6] = bytes(4096 * 5)
    project_path.write_bytes(data)
    with pytest.raises(DamageError) as damage:
        window.open_project(project_path)
    window.show_error(damage.value)
    restore, rescue = window.message.buttons
    restore.click()
    qtbot.addWidget(shown[0])
    assert shown[0].model.rowCount() == 1
    assert not shown[0].now.isVisible()
    rescued: list[RescueDialog] = []
    monkeypatch.setattr(RescueDialog, "exec", lambda self: (rescued.append(self), self.show()))
    monkeypatch.setattr(asking, "copy_to_make", lambda *_: tmp_path / "rescued.annotator")
    before = project_path.read_bytes()
    rescue.click()
    (dialog,) = rescued
    qtbot.addWidget(dialog)
    dialog.begin()
    qtbot.waitUntil(lambda: "Saved:" in dialog.said.text() or "can be read" in dialog.said.text())
    assert project_path.read_bytes() == before


def test_a_project_of_a_newer_version_is_offered_as_a_copy(
    window: MainWindow, project_path: Path, tmp_path: Path, monkeypatch, qtbot
) -> None:
    import sqlite3

    with sqlite3.connect(project_path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = project_path.read_bytes()
    with pytest.raises(NewerError) as newer:
        window.open_project(project_path)
    window.show_error(newer.value)
    (copy,) = window.message.buttons
    rescued: list[RescueDialog] = []
    monkeypatch.setattr(RescueDialog, "exec", lambda self: (rescued.append(self), self.show()))
    monkeypatch.setattr(asking, "copy_to_make", lambda *_: tmp_path / "copy.annotator")
    copy.click()
    (dialog,) = rescued
    qtbot.addWidget(dialog)
    dialog.begin()
    qtbot.waitUntil(lambda: "Saved: 2 articles" in dialog.said.text())
    assert "Nothing is missing" in dialog.said.text()
    dialog.go_on.click()
    assert window.desk.session.project.path == tmp_path / "copy.annotator"
    assert project_path.read_bytes() == before


def test_every_reason_of_a_backup_has_a_name() -> None:
    assert set(REASONS) == set(Reason)


def test_a_damaged_project_that_is_to_be_opened_at_the_start_is_met_by_a_window_that_says_so(
    window: MainWindow, project_path: Path
) -> None:
    project_path.write_bytes(project_path.read_bytes()[:9_000])
    application._begin(window, project_path, None, "amal")
    assert window.desk is None
    assert "damaged" in window.message.text
    assert [button.text() for button in window.message.buttons] == [
        "Restore a backup…",
        "Rescue what can be read…",
    ]
