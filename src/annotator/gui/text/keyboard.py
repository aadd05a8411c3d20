"""What the keys do in an article."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent

from annotator.gui.text.caret import Move
from annotator.gui.text.keys import character_of

if TYPE_CHECKING:
    from annotator.gui.text.article_view import ArticleView

_BESIDE = {Qt.Key.Key_Left, Qt.Key.Key_Right}
_ENDS = {Qt.Key.Key_Home, Qt.Key.Key_End}
_VERTICAL = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_BY_SCREEN = {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class _Held(NamedTuple):
    shift: bool
    control: bool
    alt: bool


class Keyboard:
    """Moves the caret, and the ends of the chosen span, of one view."""

    def __init__(self, view: "ArticleView") -> None:
        self._view = view

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key is for; return whether it is for anything here."""
        modifiers = event.modifiers()
        held = _Held(
            bool(modifiers & Qt.KeyboardModifier.ShiftModifier),
            bool(modifiers & Qt.KeyboardModifier.ControlModifier),
            bool(modifiers & Qt.KeyboardModifier.AltModifier),
        )
        key = Qt.Key(event.key())
        if key in _BESIDE:
            self._go_beside(key, held)
        elif key in _ENDS:
            self._go_to_end(key, held)
        elif key in _VERTICAL and not held.control and not held.alt:
            self._go_vertically(key, held)
        elif key == Qt.Key.Key_Escape:
            self._view.escaped.emit()
        elif not held.control and not held.alt and (character := character_of(event)):
            self._view.typed.emit(character)
        else:
            return False
        return True

    def _go_beside(self, key: Qt.Key, held: _Held) -> None:
        view = self._view
        _, paragraph = view.page.paragraph_of(view.caret.place)
        is_next = (key == Qt.Key.Key_Left) == paragraph.is_rtl
        if held.control:
            move = Move.NEXT_WORD if is_next else Move.PREVIOUS_WORD
        else:
            move = Move.NEXT_GRAPHEME if is_next else Move.PREVIOUS_GRAPHEME
        if held.alt:
            view.resize_chosen(move, moves_start=held.shift)
        else:
            view.caret.move(move, keeps_anchor=held.shift)
            view.caret_moved()

    def _go_to_end(self, key: Qt.Key, held: _Held) -> None:
        view = self._view
        if held.control:
            start, end = 0, len(view.caret.text)
        else:
            start, end = view.page.line_bounds(view.caret.place)
        view.caret.put(start if key == Qt.Key.Key_Home else end, keeps_anchor=held.shift)
        view.caret_moved()

    def _go_vertically(self, key: Qt.Key, held: _Held) -> None:
        view = self._view
        here = view.page.caret(view.caret.place)
        x = here.x() if view.caret.wanted_x is None else view.caret.wanted_x
        pitch = view.pitch
        step = max(pitch, view.viewport().height() - 2 * pitch) if key in _BY_SCREEN else pitch
        y = here.top() + pitch / 4 + step * _VERTICAL[key]
        view.page.lay_out(y - pitch, y + pitch)
        view.caret.put(view.page.place_at(QPointF(x, y)), keeps_anchor=held.shift)
        view.caret.wanted_x = x
        view.caret_moved()
