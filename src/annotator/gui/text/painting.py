"""Paints one paragraph: what lies under the letters, the letters, and lines beneath them.

No format ever reaches the text: any format inside an Arabic word has Qt shape its parts apart.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen

from annotator.domain.annotation import Annotation
from annotator.domain.span import Span
from annotator.gui.text.lanes import lanes
from annotator.gui.text.paragraph import Paragraph
from annotator.gui.theme import LabelColours

_STYLES = {
    "solid": Qt.PenStyle.SolidLine,
    "dashed": Qt.PenStyle.DashLine,
    "dotted": Qt.PenStyle.DotLine,
    "double": Qt.PenStyle.SolidLine,
}

_FADING = 0.62
"""How much fainter each span lies under the ones within it: many of equal strength would be mud."""

_TICK_OPACITY = 0.75
_TICK_EXTENT = 0.3, 0.97
"""Of a line's height: beyond the letters, but short of the caret."""


class Look(NamedTuple):
    """What painting needs to know beyond the text: colours, the selection, what is chosen, cut words.

    washes are ranges with a colour that lies under everything.
    """

    palette: QPalette
    labels: dict[str, LabelColours]
    selection: Span | None
    chosen: str | None
    hovered: str | None
    lane: float
    ticks: Sequence[int] = ()
    washes: Sequence[tuple[Span, QColor]] = ()

    def is_lifted(self, annotation: Annotation) -> bool:
        return annotation.id in (self.chosen, self.hovered)


class Placed:
    """An annotation in a paragraph, and the lane of its line beneath the text."""

    def __init__(self, annotation: Annotation, span: Span, lane: int, paragraph: Paragraph) -> None:
        self.annotation = annotation
        self.span = span
        self.lane = lane
        self._paragraph = paragraph

    @cached_property
    def pieces(self) -> list[QRectF]:
        """Found when they are first painted: most of a long paragraph is out of sight."""
        return self._paragraph.pieces(self.span)


def place(paragraph: Paragraph, annotations: Sequence[Annotation]) -> list[Placed]:
    """Return annotations with their lanes, the longest first, so that the shorter lie on top."""
    lane_of = lanes(annotations)
    longest_first = sorted(annotations, key=lambda item: -len(item.span or ()))
    return [Placed(item, item.span, lane_of[item.id], paragraph) for item in longest_first if item.span]


def paint(painter: QPainter, at: QPointF, paragraph: Paragraph, placed: Sequence[Placed], look: Look) -> None:
    """Paint a paragraph with its top left at a point."""
    painter.save()
    painter.translate(at)
    for span, colour in look.washes:
        _wash(painter, paragraph, span, colour)
    fills: dict[tuple[str, int], QColor] = {}
    for item in placed:
        if not look.is_lifted(item.annotation):
            _fill(painter, item, look, fills)
    for item in placed:
        if look.is_lifted(item.annotation):
            _lift(painter, item, look)
    if look.selection:
        _wash(painter, paragraph, look.selection, look.palette.color(QPalette.ColorRole.Highlight))
    for tick in look.ticks:
        _tick(painter, paragraph, tick, look)
    painter.setPen(look.palette.color(QPalette.ColorRole.Text))
    paragraph.layout.draw(painter, QPointF(0, 0), [], painter.clipBoundingRect())
    _underline(painter, placed, look)
    painter.restore()


def _wash(painter: QPainter, paragraph: Paragraph, span: Span, colour: QColor) -> None:
    if paragraph.touches(span):
        for piece in paragraph.rectangles(span):
            painter.fillRect(piece, colour)


def _fill(painter: QPainter, placed: Placed, look: Look, fills: dict[tuple[str, int], QColor]) -> None:
    """Keep the colours in fills: making one for every span takes longer than painting it."""
    key = placed.annotation.label, placed.lane
    fill = fills.get(key)
    if fill is None:
        fills[key] = fill = QColor(look.labels[placed.annotation.label].fill)
        fill.setAlphaF(fill.alphaF() * _FADING**placed.lane)
    for piece in placed.pieces:
        painter.fillRect(piece.adjusted(0, 1, 0, -1), fill)


def _lift(painter: QPainter, placed: Placed, look: Look) -> None:
    colours = look.labels[placed.annotation.label]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
    painter.setBrush(colours.strong_fill)
    painter.setPen(QPen(colours.line, 1.5))
    for piece in placed.pieces:
        painter.drawRoundedRect(piece.adjusted(0, 1, 0, -1), 3, 3)


def _tick(painter: QPainter, paragraph: Paragraph, tick: int, look: Look) -> None:
    seam = paragraph.seam(tick) if paragraph.start < tick < paragraph.end else None
    if seam:
        colour = QColor(look.palette.color(QPalette.ColorRole.Accent))
        colour.setAlphaF(_TICK_OPACITY)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QPen(colour, 1))
        top, bottom = (seam.top() + seam.height() * share for share in _TICK_EXTENT)
        painter.drawLine(QPointF(seam.x(), top), QPointF(seam.x(), bottom))


def _underline(painter: QPainter, placed: Sequence[Placed], look: Look) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    by_label: dict[str, list[QLineF]] = {}
    for item in placed:
        lines = by_label.setdefault(item.annotation.label, [])
        for piece in item.pieces:
            lines.append(_inset(piece, piece.bottom() + 1 + item.lane * look.lane))
    for label, lines in by_label.items():
        _lines(painter, look.labels[label], lines)


def _inset(piece: QRectF, y: float) -> QLineF:
    return QLineF(piece.left() + 1, y, piece.right() - 1, y)


def _lines(painter: QPainter, colours: LabelColours, lines: list[QLineF]) -> None:
    is_double = colours.pattern == "double"
    pen = QPen(colours.line, 1 if is_double else 2, _STYLES[colours.pattern], Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLines(lines)
    if is_double:
        painter.drawLines([line.translated(0, 2) for line in lines])


def sample(painter: QPainter, area: QRectF, colours: LabelColours) -> None:
    """Paint a patch of a label's colour and line, as a legend shows it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.strong_fill)
    painter.drawRoundedRect(area.adjusted(0, 0, 0, -5), 3, 3)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    line_beneath(painter, colours, area, area.bottom() - 2)


def line_beneath(painter: QPainter, colours: LabelColours, area: QRectF, y: float) -> None:
    """Paint a label's line, which tells it apart without its colour."""
    _lines(painter, colours, [_inset(area, y)])
