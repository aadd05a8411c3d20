"""An article to label: reports what keyboard and mouse select in it, and decides nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QGuiApplication, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from annotator.domain.annotation import Annotation
from annotator.domain.span import Span
from annotator.gui.text.caret import Arrows, Move
from annotator.gui.text.keyboard import Keyboard
from annotator.gui.text.mouse import Mouse
from annotator.gui.text.paper import Paper
from annotator.gui.text.peeling import Peeling
from annotator.gui.text.scrolling import SmoothWheel
from annotator.gui.text.units import Unit


class ArticleView(Paper):
    """Reading order is what counts, unless arrows says otherwise: in Arabic Left goes to the next letter."""

    selection_changed = Signal(object)
    """A Span, or None."""
    drawn = Signal(object)
    """A selection was completed, by letting go of the mouse or of Shift: a Span."""
    chosen = Signal(object)
    """An annotation's id, or None."""
    resized = Signal(str, object)
    """An annotation's id, and the Span that it shall have."""
    typed = Signal(str)
    """A key of the keyboard's character part, by its place on a US keyboard."""
    typed_for_article = Signal(str)
    """The same with Shift and nothing selected: it is about the whole article."""
    escaped = Signal()
    menu_wanted = Signal(object)
    """What may be done shall be shown at a QPoint of the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keyboard = Keyboard(self)
        self._mouse = Mouse(self)
        self._has_extended = False
        self._wheel = SmoothWheel(self.verticalScrollBar(), self)
        self.peeling = Peeling(self)
        self.snapping = Unit.CLITIC
        """What a selection is made of."""
        self.arrows = Arrows.READING
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().setMouseTracking(True)

    def choose(self, annotation_id: str | None, *, reveals: bool = True) -> None:
        """Mark one annotation as chosen, and bring it into sight."""
        found = self.highlights.find(annotation_id)
        self.chosen_id = found.id if found else None
        if found and found.span:
            self.caret.put(found.span.start)
            self.selection_changed.emit(None)
            if reveals:
                self.reveal(found.span.end - 1)
                self.reveal(found.span.start)
        self.ticks = self.peeling.ticks() if found else ()
        self.chosen.emit(self.chosen_id)
        self.refresh()

    def show_annotations(self, annotations: Sequence[Annotation]) -> None:
        super().show_annotations(annotations)
        if self.chosen_id:
            self.ticks = self.peeling.ticks()

    def select(self, span: Span | None, *, reveals: bool = True) -> None:
        if span:
            self.caret.select(span)
        else:
            self.caret.put(self.caret.place)
        self.caret_moved(reveals=reveals)

    def caret_moved(self, *, reveals: bool = True) -> None:
        """Show and report where the caret and the selection are now."""
        if self.chosen_id:
            self.chosen_id = None
            self.chosen.emit(None)
        if reveals:
            self.reveal(self.caret.place)
        self.ticks = self.peeling.ticks()
        self.selection_changed.emit(self.caret.selection)
        self.refresh()

    @property
    def span(self) -> Span | None:
        """The selection, or the chosen annotation's span."""
        found = self.highlights.find(self.chosen_id)
        return self.caret.selection or (found.span if found else None)

    def copy(self) -> None:
        """Put the exact source text on the clipboard."""
        if self.span:
            QGuiApplication.clipboard().setText(self.span.of(self.caret.text))

    def walk(self, step: int) -> None:
        """Choose the next (1) or previous (-1) annotation; from an end of the article go on at the other."""
        here = self.highlights.find(self.chosen_id) or self.caret.place
        found = self.highlights.beside(here, step)
        if found:
            self.choose(found.id)

    def move_edge(self, move: Move, *, moves_start: bool) -> None:
        """Move one end of the chosen span, or else of the selection; with neither, begin to select."""
        found = self.highlights.find(self.chosen_id)
        here = found.span if found else self.caret.selection
        if here is None:
            self.caret.extend(move)
            self.caret_moved()
        elif span := self.caret.resized(here, move, moves_start=moves_start):
            self.take(span)

    def take(self, span: Span) -> None:
        """Give the chosen annotation another span, or else select it."""
        found = self.highlights.find(self.chosen_id)
        if found is None:
            self.select(span)
        elif span != found.span:
            self.resized.emit(found.id, span)

    def take_words(self, count: int) -> None:
        """Select so many words from the caret on, or have the chosen span reach over so many."""
        here = self.span
        span = self.caret.units.words_from(here.start if here else self.caret.place, count, self.snapping)
        if span:
            self.take(span)
        if span and not self.chosen_id:
            self.drawn.emit(span)

    def event(self, event: QEvent) -> bool:
        # Tab walks the spans here; F6 leads on to the next part of the window.
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            is_plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if is_plain and event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
                self.walk(1 if event.key() == Qt.Key.Key_Tab else -1)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.caret.selection
        if not self._keyboard.press(event):
            super().keyPressEvent(event)
        self._has_extended |= before != self.caret.selection

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        if event.key() == Qt.Key.Key_Shift and not event.isAutoRepeat():
            has_extended, self._has_extended = self._has_extended, False
            if has_extended and self.caret.selection:
                self.drawn.emit(self.caret.selection)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._mouse.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._mouse.double_click(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self._wheel.turn(event):
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            self._mouse.choose_beneath(QPointF(event.pos()))
            place = event.globalPos()
        else:
            place = self.viewport().mapToGlobal(self.caret_rectangle().bottomLeft().toPoint())
        self.menu_wanted.emit(place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.refresh()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.refresh()
