"""Text that other people wrote, shown as it stands: Qt takes for HTML whatever looks like it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as RichText
from PySide6.QtWidgets import QLabel, QWidget


class PlainLabel(QLabel):
    """A label that shows no HTML, and follows no link."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)


def plain_tip(text: str) -> str:
    """Return what a tool tip must be given to show a text: it cannot be told to take no HTML."""
    if not RichText.mightBeRichText(text):
        return text
    return RichText.convertFromPlainText(text, Qt.WhiteSpaceMode.WhiteSpaceNormal)
