"""The keyboard goes through the window in the order in which it is read, in either language."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialogButtonBox, QPushButton

from annotator.gui.desk import Desk
from annotator.gui.dialogs.export_dialog import ExportDialog
from annotator.gui.dialogs.import_dialog import ImportDialog
from annotator.gui.main_window import MainWindow
from annotator.gui.translation import Language


@pytest.fixture(params=list(Language))
def spoken(request: pytest.FixtureRequest, window: MainWindow) -> Language:
    window.use_language(request.param)
    window.retranslate()
    return request.param


def test_f6_goes_round_the_parts_of_the_desk(desk: Desk, window: MainWindow, spoken: Language) -> None:
    desk.view.setFocus()
    seen = []
    for _ in range(5):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_F6)
        seen.append(window.focusWidget())
    note = desk.side.details.note
    assert seen == [desk.side.table, note, desk.articles.search, desk.articles.view, desk.view]


def test_tab_goes_through_the_search_from_the_words_to_the_labels(
    desk: Desk, window: MainWindow, spoken: Language, qtbot
) -> None:
    desk.search_all()
    assert desk.search
    panel = desk.search
    panel.bar.words.insert("باكو")
    qtbot.waitUntil(lambda: panel.table.mentions.rowCount() > 0 and not panel.is_running)
    bar = panel.bar
    labels = [panel.foot._bar.widgetForAction(action) for action in panel.foot._bar.actions()]
    expected = [bar.scope, bar.kept, bar.order, bar._close, panel.table, *labels]
    seen = []
    for _ in expected:
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        seen.append(window.focusWidget())
    assert seen == expected
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Backtab)
    assert window.focusWidget() is expected[-2]


def test_tab_in_the_text_walks_the_spans_and_leaves_the_keyboard_there(
    desk: Desk, window: MainWindow, spoken: Language
) -> None:
    desk.view.setFocus()
    QTest.keyClick(desk.view, Qt.Key.Key_Tab)
    assert window.focusWidget() is desk.view


def more(dialog: ImportDialog | ExportDialog) -> list[QAbstractButton]:
    """The other buttons, the one that cancels last."""
    cancel = dialog.buttons.button(QDialogButtonBox.StandardButton.Cancel)
    return [button for button in dialog.buttons.buttons() if button not in {dialog.go, cancel}] + [cancel]


def test_tab_goes_through_a_dialog_from_what_is_asked_to_the_buttons(
    desk: Desk, spoken: Language, tmp_path: Path, qtbot
) -> None:
    (tmp_path / "a.txt").write_text("نص", "utf-8")
    for dialog in (ImportDialog(desk.session, [tmp_path / "a.txt"]), ExportDialog(desk.session)):
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(dialog.go.isEnabled)
        assert dialog.focusWidget() is dialog.format
        assert [one for one in dialog.findChildren(QPushButton) if one.isDefault()] == [dialog.go]
        seen = []
        while not seen or (seen[-1] is not dialog.format and len(seen) < 40):
            QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
            seen.append(dialog.focusWidget())
        assert seen[-1] is dialog.format
        buttons = [widget for widget in seen if widget in dialog.buttons.buttons()]
        assert seen[-1 - len(buttons) : -1] == buttons
        assert buttons == [button for button in (dialog.go, *more(dialog)) if button.isVisible()]


def test_enter_imports_after_a_check(desk: Desk, tmp_path: Path, qtbot) -> None:
    (tmp_path / "a.txt").write_text("نص", "utf-8")
    dialog = ImportDialog(desk.session, [tmp_path / "a.txt"])
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.check.click()
    qtbot.waitUntil(lambda: "nothing was changed" in dialog.said.text())
    assert dialog.go.isDefault()
    assert not dialog.save.isDefault()
