"""Shows the guidelines, at the chosen label's section."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor, QTextOption
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

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
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.browser)
        if label:
            self._go_to(label)

    def _go_to(self, label: str) -> None:
        block = self.browser.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and re.match(rf"{re.escape(label)}\b", block.text()):
                # Setting the end first has the heading come to the top, not just into sight.
                self.browser.moveCursor(QTextCursor.MoveOperation.End)
                self.browser.setTextCursor(QTextCursor(block))
                return
            block = block.next()
