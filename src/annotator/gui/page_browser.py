"""Shows a page of Markdown in its own direction; it loads nothing, and follows no link by itself."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import (
    QImage,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextFrameFormat,
    QTextOption,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser

from annotator.gui.fonts import INTERFACE, READING
from annotator.gui.translation import Language, direction_of

_CELL = 6
_EXAMPLE = QTextFormat.Property.UserProperty
"""Marks what had the fixed font of Markdown's code."""


class PageBrowser(QTextBrowser):
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

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._dress()

    def go_to_heading(self, is_wanted: Callable[[str], bool]) -> None:
        """Bring the first section whose heading is wanted to the top."""
        for block in _blocks(self):
            if block.blockFormat().headingLevel() and is_wanted(block.text()):
                # Setting the end first has the heading come to the top, not just into sight.
                self.moveCursor(QTextCursor.MoveOperation.End)
                self.setTextCursor(QTextCursor(block))
                return

    def _dress(self) -> None:
        """Give lines and headings room, examples the reading font, and all of them colours of the palette.

        A fixed font would tear Arabic apart.
        """
        scrolled = self.verticalScrollBar().value()
        example, link = QTextCharFormat(), QTextCharFormat()
        link.setForeground(self.palette().color(QPalette.ColorRole.Link))
        example.setFontFamilies([READING[0], INTERFACE])
        example.setFontFixedPitch(False)
        example.setProperty(_EXAMPLE, True)
        example.setBackground(self.palette().color(QPalette.ColorRole.Midlight))
        for block in _blocks(self):
            room = QTextBlockFormat()
            room.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            room.setTopMargin(16 if block.blockFormat().headingLevel() else 4)
            if block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeLanguage):
                room.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
                room.setBackground(example.background())
            QTextCursor(block).mergeBlockFormat(room)
            for dress, is_meant in ((example, _is_example), (link, QTextCharFormat.isAnchor)):
                for start, end in _ranges(block, is_meant):
                    cursor = QTextCursor(block)
                    cursor.setPosition(start)
                    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                    cursor.mergeCharFormat(dress)
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._rule(frame)
        self.verticalScrollBar().setValue(scrolled)

    def _rule(self, table: QTextTable) -> None:
        """Have a table begin where lines do, with thin lines between its cells, and room in them."""
        lines = table.format().toTableFormat()
        if self.document().defaultTextOption().textDirection() is Qt.LayoutDirection.RightToLeft:
            lines.setAlignment(Qt.AlignmentFlag.AlignRight)
            lines.setRightMargin(self.document().documentMargin())  # which Qt heeds on the left only
        lines.setCellPadding(_CELL)
        lines.setCellSpacing(0)
        lines.setBorderCollapse(True)
        lines.setBorder(1)
        lines.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        lines.setBorderBrush(self.palette().color(QPalette.ColorRole.Mid))
        table.setFormat(lines)


def _blocks(browser: QTextBrowser) -> Iterator[QTextBlock]:
    block = browser.document().begin()
    while block.isValid():
        yield block
        block = block.next()


def _is_example(form: QTextCharFormat) -> bool:
    return form.fontFixedPitch() or form.hasProperty(_EXAMPLE)


def _ranges(block: QTextBlock, is_meant: Callable[[QTextCharFormat], bool]) -> list[tuple[int, int]]:
    """Return where a block has a format that is meant, as places in the document."""
    found = []
    parts = block.begin()
    while not parts.atEnd():
        fragment = parts.fragment()
        if is_meant(fragment.charFormat()):
            found.append((fragment.position(), fragment.position() + fragment.length()))
        parts += 1
    return found
