"""One paragraph, laid out by Qt when it is first needed."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextLayout, QTextLine

from annotator.arabic import graphemes
from annotator.domain.span import Span
from annotator.gui.text.display import Shown
from annotator.gui.text.rectangles import caret_x, extents
from annotator.gui.text.setting import Setting


class Paragraph:
    """Places are code points of the article; Qt's UTF-16 units do not leave this class."""

    __slots__ = (
        "_article",
        "_layout",
        "_pieces",
        "_setting",
        "_shown",
        "_thin",
        "depth",
        "end",
        "height",
        "number",
        "start",
    )

    def __init__(self, article: str, start: int, end: int, number: int | None = None) -> None:
        """Number is what a reader counts it as, none for an empty one and the later parts of a long one."""
        self._article = article
        self.start = start
        self.end = end
        self.number = number
        self.depth = 0
        self.height = 0.0
        self._shown: Shown | None = None
        self._layout: QTextLayout | None = None
        self._pieces: dict[Span, list[QRectF]] = {}
        self._thin: dict[int, bool] = {}

    def estimate(self, setting: Setting) -> None:
        """Guess the height from the length, until the paragraph is laid out."""
        self._shown = None
        self._forget_layout()
        self._setting = setting
        length = self.end - self.start
        if not length:
            self.height = setting.pitch / 4
            return
        lines = 1 + int(length * setting.advance / setting.width)
        self.height = lines * self.pitch + setting.gap

    def deepen(self, depth: int) -> None:
        """Have room for so many lines of spans beneath each line of text."""
        if self._setting.pitch_for(depth) != self.pitch:
            self._forget_layout()
        self.depth = depth

    def _forget_layout(self) -> None:
        self._layout = None
        self._pieces.clear()
        self._thin.clear()

    @property
    def pitch(self) -> float:
        return self._setting.pitch_for(self.depth)

    @property
    def text(self) -> str:
        return self._article[self.start : self.end]

    @property
    def is_laid_out(self) -> bool:
        return self._layout is not None

    @property
    def is_rtl(self) -> bool:
        return self._setting.is_rtl(self.text)

    @property
    def layout(self) -> QTextLayout:
        if self._layout is None:
            self._layout = self._lay_out()
        return self._layout

    @property
    def shown(self) -> Shown:
        if self._shown is None:
            self._shown = Shown(self.text, hides_harakat=self._setting.hides_harakat)
        return self._shown

    def _lay_out(self) -> QTextLayout:
        setting, text = self._setting, self.shown.text
        layout = QTextLayout(text, setting.font)
        layout.setTextOption(setting.option(text))
        layout.setCacheEnabled(True)
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(setting.width)
            line.setPosition(QPointF(0, top))
            top += self.pitch
        layout.endLayout()
        if text:
            self.height = top + setting.gap
        return layout

    def touches(self, span: Span) -> bool:
        return span.start <= self.end and self.start < span.end

    def pieces(self, span: Span) -> list[QRectF]:
        """Return the rectangles of a span that is painted again and again, and remember them."""
        found = self._pieces.get(span)
        if found is None:
            found = self._pieces[span] = list(self.rectangles(span))
        return found

    def rectangles(self, span: Span) -> Iterator[QRectF]:
        """Yield the pieces of a span, each as high as its line of text, from the paragraph's top left."""
        layout = self.layout
        start, end = self._unit(span.start), self._unit(span.end)
        line = self._line_of(start)
        while line.isValid():
            top, height = line.y(), line.height()
            for left, right in extents(line, layout, start, end, self._thin):
                yield QRectF(left, top, right - left, height)
            if line.textStart() + line.textLength() >= end:
                return
            line = layout.lineAt(line.lineNumber() + 1)

    def seam(self, place: int) -> QRectF | None:
        """Return the line, as high as its line of text, where the Arabic letter before a place ends."""
        before = self.start + graphemes.before(self.text, place - self.start)
        pieces = list(self.rectangles(Span(before, place))) if before < place else []
        return QRectF(pieces[0].left(), pieces[0].y(), 0, pieces[0].height()) if pieces else None

    def caret(self, place: int) -> QRectF:
        """Return where a caret before a place stands."""
        unit = self._unit(place)
        line = self._line_of(unit)
        if not line.isValid():
            return QRectF(0, 0, 1, self.pitch)
        return QRectF(caret_x(line, unit), line.y(), 1, line.height())

    def stops(self, place: int) -> list[int]:
        """Return the places of a caret in the line of a place, as they are seen from right to left.

        Qt's own leftCursorPosition was tried: it stops within letters and marks, and turns back.
        """
        start, end = self.line_bounds(place)
        found = [start]
        while found[-1] < end:
            found.append(self.start + graphemes.after(self.text, found[-1] - self.start))
        if not self.is_rtl:
            found.reverse()
        return sorted(found, key=lambda stop: -self.caret(stop).x())

    def line_bounds(self, place: int) -> tuple[int, int]:
        """Return start and end of the line that a caret at a place stands in."""
        line = self._line_of(self._unit(place))
        start = line.textStart() if line.isValid() else 0
        length = line.textLength() if line.isValid() else 0
        is_last = start + length >= self.shown.unit(self.end - self.start)
        end = start + length if is_last or not length else self.layout.previousCursorPosition(start + length)
        return self._place(start), self._place(end)

    def place_at(self, point: QPointF, *, on_letter: bool = False) -> int:
        """Return the place nearest to a point: between letters, or with on_letter of the letter under it."""
        line = self._line_at(point.y())
        if not line.isValid():
            return self.start
        kind = QTextLine.CursorPosition
        how = kind.CursorOnCharacter if on_letter else kind.CursorBetweenCharacters
        return self._place(line.xToCursor(point.x(), how))

    def places_between(self, top: float, bottom: float) -> tuple[int, int]:
        """Return where the lines between two heights begin and end."""
        first, last = self._line_at(top), self._line_at(bottom)
        if not first.isValid():
            return self.start, self.end
        return self._place(first.textStart()), self._place(last.textStart() + last.textLength())

    def _line_at(self, y: float) -> QTextLine:
        number = int(y // self.pitch)
        return self.layout.lineAt(max(0, min(number, self.layout.lineCount() - 1)))

    def _line_of(self, unit: int) -> QTextLine:
        return self.layout.lineForTextPosition(unit)

    def _unit(self, place: int) -> int:
        return self.shown.unit(max(0, min(place, self.end) - self.start))

    def _place(self, unit: int) -> int:
        return self.start + self.shown.place(unit)
