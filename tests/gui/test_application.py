"""Starting, and what happens to errors that nobody caught."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QDialog

from annotator.domain.errors import AnnotatorError, EditError
from annotator.gui import application
from annotator.gui.dialogs.opening import Dialogs
from annotator.gui.dialogs.safekeeping import Safekeeping
from annotator.gui.main_window import MainWindow


def test_an_error_for_people_is_a_sentence_in_the_window(window: MainWindow) -> None:
    error = EditError("This span has this label already.")
    application.report(window, EditError, error, None)
    assert window.message.text == "This span has this label already."


def test_an_error_is_told_in_front_of_a_dialog_that_hides_the_window(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot
) -> None:
    told: list[str] = []
    monkeypatch.setattr(Safekeeping, "tell", lambda _self, said: told.append(said))
    dialog = QDialog(window)
    qtbot.addWidget(dialog)
    dialog.open()
    application.report(window, EditError, EditError("This span has this label already."), None)
    assert told == ["This span has this label already."]
    assert not window.message.isVisible()


def test_a_bug_is_shown_with_a_report_that_holds_no_text(window: MainWindow, monkeypatch, capsys) -> None:
    shown: list[str] = []
    monkeypatch.setattr(Dialogs, "show_bug", lambda _dialogs, report: shown.append(report))
    secret = "نص المقال السري"
    with pytest.raises(KeyError) as caught:
        raise KeyError(secret)
    application.report(window, KeyError, caught.value, caught.tb)
    assert "KeyError" in shown[0]
    assert "test_application" in shown[0]
    assert "السري" not in shown[0]


def test_a_project_that_cannot_be_opened_ends_the_command(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "annotator",
        "open",
        str(tmp_path / "none.annotator"),
        "--annotator",
        "amal",
    ]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines()[-1].startswith("There is no project")


def test_a_file_that_the_system_hands_over_is_to_be_opened(qtbot, qapp: application.Application) -> None:
    with qtbot.waitSignal(qapp.handed) as handed:
        QApplication.sendEvent(qapp, QFileOpenEvent("/news/أخبار.annotator"))
    assert handed.args == [Path("/news/أخبار.annotator")]


def test_without_a_screen_the_window_is_refused_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    for display in (None, ":98765"):
        if display:
            monkeypatch.setenv("DISPLAY", display)
        with pytest.raises(AnnotatorError, match="There is no screen"):
            application.start(None, None, None)
