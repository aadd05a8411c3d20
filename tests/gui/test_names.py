"""Everything that the keyboard reaches has a name for those who cannot see it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QDialog, QWidget

from annotator.domain.span import Span
from annotator.gui.desk import Desk
from annotator.gui.dialogs.about_dialog import AboutDialog
from annotator.gui.dialogs.command_palette import CommandPalette
from annotator.gui.dialogs.export_dialog import ExportDialog
from annotator.gui.dialogs.guidelines_dialog import GuidelinesDialog
from annotator.gui.dialogs.import_dialog import ImportDialog
from annotator.gui.dialogs.keys_dialog import KeysDialog
from annotator.gui.dialogs.label_editor.dialog import LabelEditor
from annotator.gui.dialogs.name_dialog import NameDialog
from annotator.gui.main_window import MainWindow
from annotator.gui.translation import Language
from annotator.services.browsing import guidelines


def nameless(root: QWidget) -> list[str]:
    """Return what can be seen and focused below a widget and says nothing of itself."""
    found = []
    for widget in root.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isVisibleTo(root):
            continue
        if isinstance(widget.parent(), QAbstractScrollArea) and widget is widget.parent().viewport():
            continue
        name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        if not name.strip():
            found.append(f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}")
    return found


@pytest.mark.parametrize("language", list(Language))
def test_all_of_the_window_has_names(window: MainWindow, desk: Desk, qtbot, language: Language) -> None:
    window.use_language(language)
    desk.search_all()
    desk.labelling.add(desk.session.labels["place"], Span(6, 13))
    tabs = desk.side.tabs
    assert nameless(window) == []
    for nth in range(tabs.count()):
        tabs.setCurrentIndex(nth)
        assert nameless(window) == []


def test_all_of_the_welcome_page_has_names(window: MainWindow) -> None:
    window.show_welcome()
    assert nameless(window) == []


def dialogs(window: MainWindow, desk: Desk) -> list[QDialog]:
    session = desk.session
    return [
        AboutDialog({"SQLite": "3"}, "MIT", window),
        KeysDialog(window.actions_, window.settings, session.labels, window),
        CommandPalette(window.actions_.everything(), window),
        ExportDialog(session, window),
        ImportDialog(session, [session.project.path], window),
        GuidelinesDialog(guidelines(session.project), session.labels, Language.ENGLISH, window),
        LabelEditor(session, window),
        NameDialog("", window),
    ]


def test_all_of_the_dialogs_has_names(window: MainWindow, desk: Desk, qtbot) -> None:
    unnamed = {}
    for dialog in dialogs(window, desk):
        qtbot.addWidget(dialog)
        dialog.show()
        unnamed[type(dialog).__name__] = nameless(dialog)
    assert {name: found for name, found in unnamed.items() if found} == {}
