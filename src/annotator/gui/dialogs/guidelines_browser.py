"""Shows guidelines: Markdown with a section a label."""

import re

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QImage,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QTextBrowser

from annotator.domain.label import Label
from annotator.gui.fonts import INTERFACE, READING
from annotator.gui.translation import Language, direction_of


class GuidelinesBrowser(QTextBrowser):
    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.document().setDocumentMargin(24)

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Show no pictures: guidelines come with a project of others, and could name any file or server."""
        # An empty picture: for nothing at all Qt would look for a file itself.
        return QImage()

    def show_text(self, text: str, language: Language) -> None:
        option = QTextOption()
        option.setTextDirection(direction_of(language))
        self.document().setDefaultTextOption(option)
        self.setMarkdown(text)
        self._dress()

    def go_to(self, label: Label) -> None:
        """Bring the label's section to the top."""
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and is_about(block.text(), label):
                # Setting the end first has the heading come to the top, not just into sight.
                self.moveCursor(QTextCursor.MoveOperation.End)
                self.setTextCursor(QTextCursor(block))
                return
            block = block.next()

    def _dress(self) -> None:
        """Give lines and headings room, and examples the reading font: a fixed one tears Arabic apart."""
        example = QTextCharFormat()
        example.setFontFamilies([READING[0], INTERFACE])
        example.setFontFixedPitch(False)
        example.setBackground(self.palette().color(QPalette.ColorRole.Midlight))
        block = self.document().begin()
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


def is_about(heading: str, label: Label) -> bool:
    """Tell whether one of a label's names is among the words of a heading."""
    names = filter(None, (label.name, *label.display.values()))
    return any(re.search(rf"\b{re.escape(name)}\b", heading) for name in names)


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
