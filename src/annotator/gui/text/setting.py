"""How an article is set: font, column, distance of lines, direction."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextOption

from annotator.arabic.direction import begins_rtl
from annotator.domain.article import Direction
from annotator.gui.fonts import reading_font

MARGIN = 28.0
LANE = 4.0
"""The distance of the lines under spans, in pixels at a zoom of 1."""

_COLUMN_EMS = 36
"""Wider columns make the eye lose the line."""


class Setting(NamedTuple):
    """Lengths in pixels. pitch is the distance of lines, gap that of paragraphs; room is all there is."""

    font: QFont
    direction: Direction
    width: float
    left: float
    pitch: float
    gap: float
    lane: float

    def is_rtl(self, text: str) -> bool:
        """Tell how a paragraph runs: as forced, or as its own first letter says."""
        return begins_rtl(text) if self.direction is Direction.AUTO else self.direction is Direction.RTL

    def option(self, text: str) -> QTextOption:
        is_rtl = self.is_rtl(text)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        # A widget's own layout direction does not reach its paragraphs, and plain AlignRight is
        # the left of a right-to-left paragraph in some of Qt's text widgets.
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
        side = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        return option


def setting_for(family: str, zoom: float, direction: Direction, room: float) -> Setting:
    """Set a column, in the middle of the room there is, that a reader's eye can follow."""
    font = reading_font(family, zoom)
    lane = LANE * max(1.0, zoom)
    height = QFontMetricsF(font).height()
    width = max(120.0, min(room - 2 * MARGIN, _COLUMN_EMS * float(font.pixelSize())))
    return Setting(
        font=font,
        direction=direction,
        width=width,
        left=max(MARGIN, (room - width) / 2),
        pitch=round(height + 3.5 * lane),
        gap=round(0.55 * font.pixelSize()),
        lane=lane,
    )
