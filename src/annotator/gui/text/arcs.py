"""Relations as arcs from span to span, above the text."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from annotator.gui.text.pills import HEIGHT, Pill, paint_pill, rectangle

_RISE = 22.0
_STEP = 18.0
"""So much higher rises each further arc from one span, that their names lie apart."""

_HEAD = 5.0


class Arc(NamedTuple):
    """start and end are the first pieces of the spans; name is how the relation is called."""

    start: QRectF
    end: QRectF
    name: str
    colour: QColor


def paint_arcs(painter: QPainter, arcs: Iterable[Arc]) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
    begun: Counter[tuple[float, float]] = Counter()
    for arc in arcs:
        at = arc.start.x(), arc.start.y()
        _paint(painter, arc, _RISE + _STEP * begun[at])
        begun[at] += 1


def _paint(painter: QPainter, arc: Arc, rise: float) -> None:
    begin = QPointF(arc.start.center().x(), arc.start.top() + 2)
    finish = QPointF(arc.end.center().x(), arc.end.top() + 2)
    top = max(HEIGHT - rise, min(begin.y(), finish.y()) - rise)
    path = QPainterPath(begin)
    path.cubicTo(QPointF(begin.x(), top), QPointF(finish.x(), top), finish)
    painter.setPen(QPen(arc.colour, 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    _paint_head(painter, finish, arc.colour)
    pill = Pill(arc.name, path.pointAtPercent(0.5), is_rtl=False, colour=arc.colour)
    area = rectangle(pill)
    corner = pill.corner - QPointF(area.width() / 2, HEIGHT / 2)
    corner.setY(max(0.0, corner.y()))
    paint_pill(painter, pill._replace(corner=corner))


def _paint_head(painter: QPainter, at: QPointF, colour: QColor) -> None:
    head = QPainterPath(at)
    head.lineTo(at + QPointF(-_HEAD * 0.7, -_HEAD))
    head.lineTo(at + QPointF(_HEAD * 0.7, -_HEAD))
    head.closeSubpath()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPath(head)
