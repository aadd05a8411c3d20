"""What the mouse does in an article."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QMouseEvent

from annotator.domain.span import Span
from annotator.gui.text.units import Unit

if TYPE_CHECKING:
    from annotator.gui.text.article_view import ArticleView

_PULL_MS = 50
"""How often the page moves on while the mouse is held above or below it."""

_GRIP = 7.0
"""How near to an end of the chosen span, in pixels, the mouse takes hold of it."""


class Mouse:
    """A drag or a double click selects by the view's snapping, a third click the paragraph, a click a span.

    Alt makes it letters, and Ctrl the next coarser unit. A drag that begins with a double or third click goes
    on by what that takes. What is under the mouse stays there: only a drag that leaves the view scrolls it.
    """

    def __init__(self, view: "ArticleView") -> None:
        self._view = view
        self._is_down = False
        self._held_end: int | None = None
        self._whole: Span | None = None
        self._anchor = 0
        self._is_extending = False
        self._unit = Unit.CHARACTER
        self._is_third = False
        self._since_double = QElapsedTimer()
        self._point = QPointF()
        self._pull = QTimer(view, interval=_PULL_MS)
        self._pull.timeout.connect(self._drag)

    def press(self, event: QMouseEvent) -> None:
        view, point = self._view, event.position()
        self._is_down = True
        self._whole = None
        self._is_third = False
        self._held_end = self._grip_at(point)
        if self._held_end is not None:
            return
        if self._is_third_click(point):
            self._select_whole(self._paragraph_at(point))
            self._is_third = True  # the pen has had the word already
            return
        self._point = point
        self._unit = self._unit_of(event)
        self._is_extending = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if self._is_extending:
            self._select(view.caret.anchor, view.place_at(point))
        else:
            self._anchor = view.place_at(point)
            view.caret.put(self._anchor)

    def _unit_of(self, event: QMouseEvent) -> Unit:
        modifiers = event.modifiers()
        if modifiers & Qt.KeyboardModifier.AltModifier:
            return Unit.CHARACTER
        is_coarser = modifiers & Qt.KeyboardModifier.ControlModifier
        return self._view.snapping.coarser if is_coarser else self._view.snapping

    def _is_third_click(self, point: QPointF) -> bool:
        is_soon = self._since_double.isValid() and self._since_double.elapsed() < _interval()
        return is_soon and (point - self._point).manhattanLength() < _steadiness()

    def move(self, event: QMouseEvent) -> None:
        view, point = self._view, event.position()
        if not self._is_down:
            on_grip = self._grip_at(point) is not None
            shape = Qt.CursorShape.SizeHorCursor if on_grip else Qt.CursorShape.IBeamCursor
            view.viewport().setCursor(shape)
            beneath = view.annotations_at(point)
            view.hover(beneath[0].id if beneath else None)
            return
        self._point = point
        self._unit = self._unit_of(event)
        self._drag()
        if not self._is_outside:
            self._pull.stop()
        elif not self._pull.isActive():
            self._pull.start()

    def release(self, event: QMouseEvent) -> None:
        view, point = self._view, event.position()
        was_down, self._is_down = self._is_down, False
        self._pull.stop()
        if self._held_end is not None:
            self._let_go()
        elif was_down and view.caret.selection and not self._is_third:
            view.drawn.emit(view.caret.selection)
        elif was_down and not view.caret.selection:
            self._click(point)

    def double_click(self, event: QMouseEvent) -> None:
        view = self._view
        self._point = event.position()
        place = view.place_at(self._point, on_letter=True)
        self._is_down = True
        self._since_double.start()
        self._select_whole(view.caret.units.chosen_at(self._unit_of(event), place))

    @property
    def _is_outside(self) -> bool:
        return not 0 <= self._point.y() <= self._view.viewport().height()

    def _drag(self) -> None:
        view = self._view
        place = view.place_at(self._point)
        if self._held_end is not None:
            view.preview = self._resized(place)
            if self._is_outside:
                view.reveal(place)
            view.refresh()
        elif self._whole is None:
            self._select(view.caret.anchor if self._is_extending else self._anchor, place)
        elif place < self._whole.start:
            self._select(self._whole.end, place)
        elif place > self._whole.end:
            self._select(self._whole.start, place)
        else:
            self._select_whole(self._whole)

    def _select(self, anchor: int, place: int) -> None:
        caret = self._view.caret
        before = caret.anchor, caret.place
        unit = Unit.WORD if self._whole and self._unit is Unit.CHARACTER else self._unit
        if self._is_extending and not self._whole:
            caret.extend_to(place, unit)
        else:
            caret.select_between(anchor, place, unit)
        if (caret.anchor, caret.place) != before:
            self._view.caret_moved(reveals=self._is_outside)

    def _select_whole(self, span: Span | None) -> None:
        self._whole = span
        if span:
            self._view.select(span, reveals=False)

    def choose_beneath(self, point: QPointF) -> None:
        """Choose the shortest span at a point, unless something is selected or one there is chosen."""
        view = self._view
        found = [annotation.id for annotation in view.annotations_at(point)]
        if found and view.chosen_id not in found and not view.caret.selection:
            view.choose(found[0], reveals=False)

    def _click(self, point: QPointF) -> None:
        """Choose the shortest span at a point; clicked again, the next longer one."""
        view = self._view
        found = [annotation.id for annotation in view.annotations_at(point)]
        if not found:
            view.caret_moved(reveals=False)
            return
        nth = (found.index(view.chosen_id) + 1) % len(found) if view.chosen_id in found else 0
        view.choose(found[nth], reveals=False)

    def _paragraph_at(self, point: QPointF) -> Span | None:
        view = self._view
        _, paragraph = view.page.paragraph_of(view.place_at(point))
        content = view.caret.text[paragraph.start : paragraph.end]
        start = paragraph.start + len(content) - len(content.lstrip())
        end = paragraph.start + len(content.rstrip())
        return Span(start, end) if start < end else None

    def _grip_at(self, point: QPointF) -> int | None:
        """Return which end of the chosen span is near: 0 its start, 1 its end."""
        for end, grip in enumerate(self._view.grips()):
            if grip.adjusted(-_GRIP, 0, _GRIP, 0).contains(point):
                return end
        return None

    def _resized(self, place: int) -> Span | None:
        view = self._view
        chosen = view.highlights.find(view.chosen_id)
        if chosen is None or chosen.span is None:
            return None
        start, end = (place, chosen.span.end) if self._held_end == 0 else (chosen.span.start, place)
        if start >= end:
            return None
        if Span(start, end) == chosen.span:
            return chosen.span
        wide = view.caret.units.widened(self._unit, Span(start, end))
        return Span(wide.start, end) if self._held_end == 0 else Span(start, wide.end)

    def _let_go(self) -> None:
        view = self._view
        span, view.preview, self._held_end = view.preview, None, None
        chosen = view.highlights.find(view.chosen_id)
        if span and chosen and span != chosen.span:
            view.resized.emit(chosen.id, span)
        view.refresh()


def _interval() -> int:
    return QGuiApplication.styleHints().mouseDoubleClickInterval()


def _steadiness() -> int:
    return QGuiApplication.styleHints().startDragDistance()
