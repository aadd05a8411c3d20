"""Shows the guidelines, at the chosen label's section."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from annotator.gui.fonts import INTERFACE, READING
from annotator.gui.translation import Language, tr


class GuidelinesDialog(QDialog):
    """texts are Markdown, keyed by language; headings begin with a label's name."""

    def __init__(
        self, texts: dict[str, str], language: Language, label: str | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Guidelines"))
        self.resize(760, 720)
        self.browser = QTextBrowser()
        self.browser.setOpenLinks(False)
        text = texts.get(language) or next(iter(texts.values()), tr("This project has no guidelines."))
        is_rtl = language is Language.ARABIC and language in texts
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
        self.browser.document().setDefaultTextOption(option)
        self.browser.document().setDocumentMargin(24)
        self.browser.setMarkdown(text)
        self._dress()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.browser)
        if label:
            self._go_to(label)

    def _dress(self) -> None:
        """Give lines and headings room, and examples the reading font: a fixed one tears Arabic apart."""
        example = QTextCharFormat()
        example.setFontFamilies([READING[0], INTERFACE])
        example.setFontFixedPitch(False)
        example.setBackground(self.palette().color(QPalette.ColorRole.Midlight))
        block = self.browser.document().begin()
        while block.isValid():
            room = QTextBlockFormat()
            room.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            room.setTopMargin(16 if block.blockFormat().headingLevel() else 4)
            QTextCursor(block).mergeBlockFormat(room)
            for found in _fixed_ranges(block):
                cursor = QTextCursor(block)
                cursor.setPosition(found[0])
                cursor.setPosition(found[1], QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(example)
            block = block.next()

    def _go_to(self, label: str) -> None:
        block = self.browser.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and re.match(rf"{re.escape(label)}\b", block.text()):
                # Setting the end first has the heading come to the top, not just into sight.
                self.browser.moveCursor(QTextCursor.MoveOperation.End)
                self.browser.setTextCursor(QTextCursor(block))
                return
            block = block.next()


def _fixed_ranges(block: QTextBlock) -> list[tuple[int, int]]:
    """Return where a block has the fixed font of Markdown's code, as places in the document."""
    found = []
    parts = block.begin()
    while not parts.atEnd():
        fragment = parts.fragment()
        if fragment.charFormat().fontFixedPitch():
            found.append((fragment.position(), fragment.position() + fragment.length()))
        parts += 1
    return found
