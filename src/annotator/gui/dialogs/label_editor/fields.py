"""Fields that save what was typed when the keyboard leaves them."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from annotator.gui.text.keys import character_of
from annotator.gui.translation import Language, direction_of, text_option

Save = Callable[[str], bool]
"""Saves a value, or says why it is refused; tells whether it was saved."""

_ROOM = 14
_HELD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class Line(QLineEdit):
    """One line. What was refused stays as it was typed."""

    def __init__(self, save: Save, language: Language | None = None) -> None:
        super().__init__()
        self._save = save
        if language:
            self.setLayoutDirection(direction_of(language))
        self.editingFinished.connect(self.report)

    @property
    def is_unsaved(self) -> bool:
        return self.isModified()

    def report(self) -> None:
        if self.is_unsaved and self._save(self.text().strip()):
            self.setModified(False)

    def show_value(self, value: str) -> None:
        if value != self.text():
            self.setText(value)
        self.setModified(False)


class Prose(QPlainTextEdit):
    """Some lines. Tab leads on to the next field."""

    def __init__(self, save: Save, language: Language, lines: int) -> None:
        super().__init__()
        self._save = save
        self.setLayoutDirection(direction_of(language))
        self.document().setDefaultTextOption(text_option(language))
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + _ROOM)

    @property
    def is_unsaved(self) -> bool:
        return self.document().isModified()

    def report(self) -> None:
        if self.is_unsaved and self._save(self.toPlainText().strip()):
            self.document().setModified(False)

    def show_value(self, value: str) -> None:
        if value != self.toPlainText():
            self.setPlainText(value)
        self.document().setModified(False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.report()


class KeyField(QLineEdit):
    """Takes the key that is pressed in it; Backspace or Delete takes it away."""

    def __init__(self, save: Save) -> None:
        super().__init__()
        self._save = save
        self.setReadOnly(True)
        self.setMaximumWidth(140)

    def show_value(self, key: str) -> None:
        self.setText(key.upper())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = not event.modifiers() & _HELD
        if event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
            self._save("")
        elif is_plain and (key := character_of(event)).isprintable() and key:
            self._save(key)
        else:
            super().keyPressEvent(event)
