"""The article once more, in a text widget of Qt's that is never shown: what assistive technology reads.

A class of Python cannot answer for the selection and the attributes of a text, see decision 0008.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleTextInterface,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
)
from PySide6.QtWidgets import QTextEdit

from annotator.domain.annotation import Annotation
from annotator.domain.offsets import Offsets
from annotator.domain.span import Span
from annotator.gui.text.display import display_text
from annotator.gui.text.setting import MARGIN
from annotator.gui.theme import label_colours

if TYPE_CHECKING:
    from annotator.gui.text.article_view import ArticleView

_BREAKS = str.maketrans({"\r": "\n", "\u2028": "\n", "\u2029": "\n"})
_UNDERLINES = {
    "solid": QTextCharFormat.UnderlineStyle.SingleUnderline,
    "dashed": QTextCharFormat.UnderlineStyle.DashUnderline,
    "dotted": QTextCharFormat.UnderlineStyle.DotLine,
    "double": QTextCharFormat.UnderlineStyle.WaveUnderline,
}


class Shadow(QTextEdit):
    """Follows its view when it is asked for, and has the view follow where a caret is put in it."""

    def __init__(self, view: "ArticleView") -> None:
        super().__init__(view.viewport())
        self.hide()
        self.setReadOnly(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self._view = view
        self._text = ""
        self._offsets = Offsets("")
        self._set: tuple[object, ...] = ()
        self._revision = -1
        self._formatted: dict[str, Annotation] = {}
        self._is_following = False
        self.cursorPositionChanged.connect(self._lead)
        self.selectionChanged.connect(self._lead)

    def interface(self) -> QAccessibleTextInterface:
        """Return Qt's own interface to the text, after following the view."""
        self._is_following = True
        try:
            self._follow_text()
            self._follow_setting()
            self._follow_annotations()
            self._follow_caret()
        finally:
            self._is_following = False
        return QAccessible.queryAccessibleInterface(self).textInterface()

    def unit(self, place: int) -> int:
        """Return a place of the article as Qt counts it."""
        return self._offsets.to_utf16(place)

    def _follow_text(self) -> None:
        text = self._view.caret.text
        if text is not self._text:
            self._text, self._offsets = text, Offsets(text)
            self.setPlainText(_as_long(text))
            self._formatted, self._revision, self._set = {}, -1, ()

    def _follow_setting(self) -> None:
        view = self._view
        setting, room = view.setting, view.viewport().size()
        if (setting, room) != self._set:
            self._set = setting, room
            self.resize(room)
            self.setFont(setting.font)
            document = self.document()
            document.setDocumentMargin(0)
            document.setDefaultTextOption(setting.option(self._text))
            frame = QTextFrameFormat()
            frame.setTopMargin(MARGIN)
            frame.setLeftMargin(setting.left)
            frame.setRightMargin(max(0.0, room.width() - setting.left - setting.width))
            document.rootFrame().setFrameFormat(frame)
            self._set_lines()
            document.setTextWidth(room.width())
        bar = self._view.verticalScrollBar()
        self.verticalScrollBar().setRange(bar.minimum(), bar.maximum())
        self.verticalScrollBar().setValue(bar.value())

    def _set_lines(self) -> None:
        setting, cursor = self._view.setting, QTextCursor(self.document())
        lines = QTextBlockFormat()
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        lines.setLineHeight(setting.pitch, fixed)
        lines.setBottomMargin(setting.gap)
        empty = QTextBlockFormat()
        empty.setLineHeight(setting.pitch / 4, fixed)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(lines)
        block = self.document().begin()
        while block.isValid():
            if block.length() <= 1 or block.text() == "\u200b":
                QTextCursor(block).setBlockFormat(empty)
            block = block.next()

    def _follow_annotations(self) -> None:
        if self._view.revision == self._revision:
            return
        now = {item.id: item for item in self._view.highlights}
        gone = [item for item in self._formatted.values() if now.get(item.id) != item]
        fresh = {item.id: item for item in now.values() if self._formatted.get(item.id) != item}
        for item in gone:
            if item.span:
                self._cursor(item.span).setCharFormat(QTextCharFormat())
                fresh |= {other.id: other for other in self._view.highlights.touching(*_ends(item.span))}
        for item in sorted(fresh.values(), key=lambda item: -len(item.span or ())):
            if item.span:
                self._cursor(item.span).mergeCharFormat(self._format(item))
        self._formatted, self._revision = now, self._view.revision

    def _format(self, item: Annotation) -> QTextCharFormat:
        label = self._view.labels[item.label]
        found, colours = QTextCharFormat(), label_colours(label, self._view.palette())
        found.setBackground(colours.line)
        found.setUnderlineStyle(_UNDERLINES[label.pattern])
        return found

    def _follow_caret(self) -> None:
        caret = self._view.caret
        cursor = self.textCursor()
        anchor, place = self.unit(caret.anchor), self.unit(caret.place)
        if (cursor.anchor(), cursor.position()) != (anchor, place):
            cursor.setPosition(anchor)
            cursor.setPosition(place, QTextCursor.MoveMode.KeepAnchor)
            bar = self.verticalScrollBar().value()
            self.setTextCursor(cursor)
            self.verticalScrollBar().setValue(bar)

    def _lead(self) -> None:
        """Take the view along where assistive technology has put caret or selection."""
        if not self._is_following:
            caret, cursor = self._view.caret, self.textCursor()
            caret.put(self._offsets.to_code_point(cursor.anchor()))
            caret.put(self._offsets.to_code_point(cursor.position()), keeps_anchor=True)
            self._view.caret_moved()

    def _cursor(self, span: Span) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.unit(span.start))
        cursor.setPosition(self.unit(span.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _as_long(text: str) -> str:
    """Return a text for Qt that it keeps letter by letter, also the two of one line break."""
    return display_text(text.replace("\r\n", "\u200b\n").translate(_BREAKS))
