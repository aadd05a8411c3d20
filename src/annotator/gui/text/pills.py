"""Small named pills between the lines: labels of spans, and characters that are not seen."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPalette

from annotator.gui.fonts import INTERFACE

HEIGHT = 13.0
_PAD = 4.0
_ROUND = 3.0
_FONT_PIXELS = 10


class Pill(NamedTuple):
    """corner is the top corner at the side where it is aligned: right for text that runs to the left."""

    text: str
    corner: QPointF
    is_rtl: bool
    colour: QColor


def rectangle(pill: Pill) -> QRectF:
    width = QFontMetricsF(_font()).horizontalAdvance(pill.text) + 2 * _PAD
    left = pill.corner.x() - width if pill.is_rtl else pill.corner.x()
    return QRectF(left, pill.corner.y(), width, HEIGHT)


def paint_pill(painter: QPainter, pill: Pill) -> None:
    area = rectangle(pill)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
    painter.setFont(_font())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pill.colour)
    painter.drawRoundedRect(area, _ROUND, _ROUND)
    painter.setPen(readable_on(pill.colour))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, pill.text)


def readable_on(colour: QColor) -> QColor:
    """Return black or white, whichever differs more from a colour (WCAG 2, relative luminance)."""
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    linear = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels)
    luminance = sum(share * one for share, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return QColor("black" if (luminance + 0.05) ** 2 > 1.05 * 0.05 else "white")


def quiet(palette: QPalette) -> QColor:
    return palette.color(QPalette.ColorRole.PlaceholderText)


def _font() -> QFont:
    font = QFont(INTERFACE)
    font.setPixelSize(_FONT_PIXELS)
    font.setBold(True)
    return font
