"""The sheet of keys, and keys that people have changed."""

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.gui.actions import CHOICE_KEYS, TABLE
from annotator.gui.desk import Desk
from annotator.gui.dialogs.command_palette import CommandPalette
from annotator.gui.dialogs.keys_dialog import KeysDialog
from annotator.gui.keymap import clash
from annotator.gui.main_window import MainWindow
from annotator.gui.settings import Settings
from annotator.gui.translation import Language

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def sheet(window: MainWindow, desk: Desk, qtbot) -> KeysDialog:
    made = KeysDialog(window.actions_, window.settings, desk.session.labels, window)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(sheet: KeysDialog, text: str) -> None:
    row = next(row for row in range(sheet.table.rowCount()) if sheet.table.item(row, 0).text() == text)
    sheet.table.setCurrentCell(row, 0)


def press(sheet: KeysDialog, key: Qt.Key, modifiers: Qt.KeyboardModifier = CTRL) -> None:
    sheet.pressed.setFocus()
    QTest.keyClick(sheet.pressed, key, modifiers)
    sheet.pressed.editingFinished.emit()  # offscreen, it waits for a further key


def shown(sheet: KeysDialog) -> dict[str, str]:
    rows = range(sheet.table.rowCount())
    return {
        sheet.table.item(row, 0).text(): sheet.table.item(row, 1).text().strip("\u2066\u2069") for row in rows
    }


def test_all_keys_are_listed_those_of_labels_and_of_the_text_too(sheet: KeysDialog) -> None:
    listed = shown(sheet)
    assert listed["Submit"] == "Ctrl+Return, Ctrl+Enter"
    assert listed["Label: Actor"] == "1"
    assert listed["Next or previous letter, in reading order"] == "← →"
    assert listed["Hidden characters"] == "Ctrl+Shift+H"


@pytest.mark.parametrize(("language", "typed"), [(Language.ENGLISH, "SUBM"), (Language.ARABIC, "تسلِيم")])
def test_the_sheet_is_searched_folded(
    window: MainWindow, desk: Desk, qtbot, language: Language, typed: str
) -> None:
    window.use_language(language)
    qtbot.waitUntil(lambda: bool(window.layoutDirection().value) is (language is Language.ARABIC))
    window.retranslate()
    sheet = KeysDialog(window.actions_, window.settings, desk.session.labels)
    qtbot.addWidget(sheet)
    sheet.words.insert(typed)
    assert list(shown(sheet)) == [window.actions_["submit"].text()]


def test_new_keys_count_at_once_everywhere_and_at_the_next_start(
    window: MainWindow, desk: Desk, sheet: KeysDialog, settings: Settings, qtbot
) -> None:
    choose(sheet, "Submit")
    press(sheet, Qt.Key.Key_J)
    assert shown(sheet)["Submit"] == "Ctrl+J"
    assert "Ctrl+J" in window.actions_["submit"].toolTip()
    palette = CommandPalette(window.actions_.everything())
    qtbot.addWidget(palette)
    assert any("Ctrl+J" in palette.list.item(row).text() for row in range(palette.list.count()))
    again = Settings(QSettings(settings._store.fileName(), QSettings.Format.IniFormat))
    settings._store.sync()
    assert again.keys == {"submit": ["Ctrl+J"]}
    later = MainWindow(again, window.translation)
    qtbot.addWidget(later)
    assert later.actions_.keys("submit") == ("Ctrl+J",)
    sheet.close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    before = desk.labelling.current
    QTest.keyClick(desk.view, Qt.Key.Key_J, CTRL)
    assert desk.labelling.current is not before


def test_keys_of_another_action_are_taken_only_when_that_is_confirmed(
    window: MainWindow, sheet: KeysDialog
) -> None:
    choose(sheet, "Redo")
    press(sheet, Qt.Key.Key_E)
    assert sheet.said.text() == "\u2068Ctrl+E\u2069 belongs to \u2068Export…\u2069."
    assert window.actions_.keys("redo") == ("Ctrl+Shift+Z", "Ctrl+Y")
    assert sheet.take.isVisible()
    sheet.take.click()
    assert window.actions_.keys("redo") == ("Ctrl+E",)
    assert window.actions_.keys("export") == ()
    choose(sheet, "Export")
    sheet.reset.click()
    assert "belongs to" in sheet.said.text()
    sheet.reset_all.click()
    assert window.settings.keys == {}
    assert window.actions_.keys("export") == ("Ctrl+E",)


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        ("Left", "has a fixed use in the text"),
        ("Ctrl+Right", "has a fixed use in the text"),
        ("Alt+Up", "has a fixed use in the text"),
        ("Shift+[", "has a fixed use in the text"),
        ("Tab", "has a fixed use in the text"),
        ("Alt+3", "has a fixed use in the text"),
        ("Ctrl+A", "has a fixed use in the text"),
        ("!", "has a fixed use in the text"),
        ("1", "is the key of the label"),
        ("q", "kept for labels"),
        ("Ctrl+L", "belongs to"),
        ("Ctrl+Shift+H", "belongs to"),
    ],
)
def test_keys_in_use_are_refused_in_a_sentence(
    window: MainWindow, desk: Desk, keys: str, sentence: str
) -> None:
    met = clash(QKeySequence(keys), "redo", window.actions_, desk.session.labels)
    assert met
    assert sentence in met.sentence


def test_no_two_actions_have_the_same_keys_from_the_start() -> None:
    keys = [QKeySequence(key).toString() for _, several, _ in TABLE.values() for key in several]
    keys += CHOICE_KEYS.values()
    assert len(keys) == len(set(keys))


def test_every_action_has_its_own_keys_from_the_start(window: MainWindow) -> None:
    for name, (_, keys, _) in TABLE.items():
        assert tuple(key.toString() for key in window.actions_[name].shortcuts()) == tuple(
            QKeySequence(key).toString() for key in keys
        )
    assert window.actions_.changed_keys() == {}


def test_no_action_has_keys_that_could_not_be_given_to_it(window: MainWindow, desk: Desk) -> None:
    for name, action in window.actions_.with_keys():
        for keys in action.shortcuts():
            assert clash(keys, name, window.actions_, desk.session.labels) is None


@pytest.mark.parametrize("damaged", ["", "nonsense", "[]", '{"submit": "Ctrl+J"}', '{"submit": [1]}', "{"])
def test_damaged_keys_count_as_none(qapp: QApplication, settings: Settings, damaged: str) -> None:
    settings._store.setValue("keys", damaged)
    assert settings.keys == {}
