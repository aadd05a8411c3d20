"""Every command is found by a few letters of its name."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.gui.desk import Desk
from annotator.gui.dialogs.command_palette import CommandPalette
from annotator.gui.main_window import MainWindow
from annotator.gui.theme import Mode
from annotator.gui.translation import Language


def run(window: MainWindow, typed: str, *keys: Qt.Key) -> list[str]:
    """Open the palette by its keys, type, press some more; return what it offered."""
    offered: list[str] = []

    def answer() -> None:
        palette = QApplication.activeModalWidget()
        assert isinstance(palette, CommandPalette)
        palette.words.insert(typed)
        offered.extend(palette.list.item(row).text() for row in range(palette.list.count()))
        for key in keys:
            QTest.keyClick(palette.words, key)

    QTimer.singleShot(0, answer)
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    return offered


def test_a_command_is_found_and_run_by_keys(desk: Desk, window: MainWindow) -> None:
    offered = run(window, "larg tex", Qt.Key.Key_Return)
    assert len(offered) == 1
    assert "Ctrl+=" in offered[0]
    assert window.settings.zoom > 1


def test_choices_are_commands_too(desk: Desk, window: MainWindow) -> None:
    run(window, "colours", Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert window.settings.mode is Mode.DARK
    window.use_mode(Mode.LIGHT)


@pytest.mark.parametrize("typed", ["لغه", "اللُّغة"])
def test_commands_are_found_in_arabic_however_it_is_spelt(desk: Desk, window: MainWindow, typed: str) -> None:
    window.use_language(Language.ARABIC)
    window.retranslate()
    assert any("English" in text for text in run(window, typed, Qt.Key.Key_Escape))


def test_what_can_do_nothing_now_is_not_run(window: MainWindow) -> None:
    offered = run(window, "submit", Qt.Key.Key_Return, Qt.Key.Key_Escape)
    assert offered
    assert window.desk is None


def test_nothing_fits_nonsense(desk: Desk, window: MainWindow) -> None:
    assert run(window, "qqqq", Qt.Key.Key_Return, Qt.Key.Key_Escape) == []
