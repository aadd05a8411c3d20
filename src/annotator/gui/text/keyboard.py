"""What the keys do in an article."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent

from annotator.gui.text.caret import Arrows, Move
from annotator.gui.text.keys import character_of
from annotator.gui.text.sight import Sight
from annotator.gui.text.units import Unit

if TYPE_CHECKING:
    from annotator.gui.text.article_view import ArticleView

_BESIDE = {Qt.Key.Key_Left, Qt.Key.Key_Right}
_ENDS = {Qt.Key.Key_Home, Qt.Key.Key_End}
_VERTICAL = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_BY_SCREEN = {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
_ABOVE = {Qt.Key.Key_Up, Qt.Key.Key_Down}
_PEEL = "`"
_COUNTS = frozenset("123456789")
_BRACKETS = {"[": True, "]": False}
"""Which of them moves the start of a span."""


class _Held(NamedTuple):
    shift: bool
    control: bool
    alt: bool


class Keyboard:
    """Moves the caret, and the ends of the chosen span or the selection, of one view."""

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
        if held.alt and key in _BESIDE | _ABOVE:
            self._move_edge(key, held)
        elif key in _BESIDE:
            self._go_beside(key, held)
        elif key in _ENDS:
            self._go_to_end(key, held)
        elif key in _VERTICAL and not held.control and not held.alt:
            self._go_vertically(key, held)
        elif key == Qt.Key.Key_Escape:
            self._view.escaped.emit()
        elif held.control or not (character := character_of(event)):
            return False
        elif held.alt:
            return self._count(character)
        else:
            self._type(character, held)
        return True

    def _count(self, character: str) -> bool:
        is_count = character in _COUNTS
        if is_count:
            self._view.take_words(int(character))
        return is_count

    def _type(self, character: str, held: _Held) -> None:
        view = self._view
        if character == _PEEL:
            view.peeling.peel(-1 if held.shift else 1)
        elif character in _BRACKETS:
            moves_start = _BRACKETS[character]
            view.move_edge(Move(Unit.CHARACTER, is_next=moves_start == held.shift), moves_start=moves_start)
        elif held.shift and not view.caret.selection:
            view.typed_for_article.emit(character)
        else:
            view.typed.emit(character)

    def _move_edge(self, key: Qt.Key, held: _Held) -> None:
        if key in _ABOVE:
            unit, is_next = Unit.CLITIC, key == Qt.Key.Key_Down
        else:
            unit, is_next = Unit.WORD if held.control else Unit.CHARACTER, self._is_next(key)
        self._view.move_edge(Move(unit, is_next), moves_start=held.shift)

    def _go_beside(self, key: Qt.Key, held: _Held) -> None:
        view, is_next = self._view, self._is_next(key)
        if view.arrows is Arrows.SEEN and not held.control:
            Sight(view).go(is_left=key == Qt.Key.Key_Left, selects=held.shift)
        elif held.shift:
            view.caret.extend(Move(Unit.WORD if held.control else view.snapping, is_next))
        else:
            view.caret.move(Move(Unit.WORD if held.control else Unit.CHARACTER, is_next))
        view.caret_moved()

    def _extend_to(self, place: int, *, is_next: bool) -> None:
        caret, before = self._view.caret, self._view.caret.place
        caret.extend_to(place, self._view.snapping)
        if caret.place == before:  # a sentence has several lines
            caret.extend(Move(self._view.snapping, is_next))

    def _is_next(self, key: Qt.Key) -> bool:
        _, paragraph = self._view.page.paragraph_of(self._view.caret.place)
        return (key == Qt.Key.Key_Left) == paragraph.is_rtl

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
        pitch = view.page.paragraph_of(view.caret.place)[1].pitch
        step = max(pitch, view.viewport().height() - 2 * pitch) if key in _BY_SCREEN else pitch
        y = here.top() + pitch / 4 + step * _VERTICAL[key]
        view.page.lay_out(y - pitch, y + pitch)
        place = view.page.place_at(QPointF(x, y))
        if held.shift:
            self._extend_to(place, is_next=_VERTICAL[key] > 0)
        else:
            view.caret.put(place)
        view.caret.wanted_x = x
        view.caret_moved()
