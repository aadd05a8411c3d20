"""How an article is set: font, column, distance of lines, direction."""

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextOption

from annotator.arabic.direction import begins_rtl
from annotator.domain.article import Direction
from annotator.gui.fonts import READING, reading_font
from annotator.gui.text.lanes import ROOM

MARGIN = 28.0
LANE = 4.0
"""The distance of the lines under spans, in pixels at a zoom of 1."""


class Spacing(StrEnum):
    """The distance of lines."""

    TIGHT = "tight"
    NORMAL = "normal"
    WIDE = "wide"


class Column(StrEnum):
    """The width of the column. Wider than the normal one makes the eye lose the line."""

    NARROW = "narrow"
    NORMAL = "normal"
    WIDE = "wide"
    FULL = "full"


class Extra(StrEnum):
    """What else of an article may be shown."""

    BADGES = "badges"
    ARCS = "arcs"
    HIDDEN = "hidden"
    NO_HARAKAT = "no-harakat"
    NUMBERS = "numbers"
    FOCUS = "focus"


_SPACES = {Spacing.TIGHT: 0.0, Spacing.NORMAL: 0.0, Spacing.WIDE: 0.45}
"""What is added to a line, in parts of its height."""

_LANES = {Spacing.TIGHT: 2.0, Spacing.NORMAL: 3.5, Spacing.WIDE: 3.5}
_EMS = {Column.NARROW: 26, Column.NORMAL: 36, Column.WIDE: 50, Column.FULL: 10_000}


class Type(NamedTuple):
    """What a reader chooses of how articles are set."""

    family: str = READING[0]
    zoom: float = 1.0
    spacing: Spacing = Spacing.NORMAL
    column: Column = Column.NORMAL
    hides_harakat: bool = False


class Setting(NamedTuple):
    """Lengths in pixels. pitch is the distance of lines, gap that of paragraphs, advance a letter's width."""

    font: QFont
    direction: Direction
    width: float
    left: float
    pitch: float
    gap: float
    lane: float
    advance: float
    hides_harakat: bool

    def is_rtl(self, text: str) -> bool:
        """Tell how a paragraph runs: as forced, or as its own first letter says."""
        return begins_rtl(text) if self.direction is Direction.AUTO else self.direction is Direction.RTL

    def pitch_for(self, depth: int) -> float:
        """Return the distance of lines under which so many lines of spans find room."""
        return self.pitch + self.lane * max(0, depth - ROOM)

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


def setting_for(chosen: Type, direction: Direction, room: float) -> Setting:
    """Set a column, in the middle of the room there is."""
    font = reading_font(chosen.family, chosen.zoom)
    lane = LANE * max(1.0, chosen.zoom)
    metrics = QFontMetricsF(font)
    width = max(120.0, min(room - 2 * MARGIN, _EMS[chosen.column] * float(font.pixelSize())))
    return Setting(
        font=font,
        direction=direction,
        width=width,
        left=max(MARGIN, (room - width) / 2),
        pitch=round(metrics.height() * (1 + _SPACES[chosen.spacing]) + _LANES[chosen.spacing] * lane),
        gap=round(0.55 * font.pixelSize()),
        lane=lane,
        advance=metrics.averageCharWidth(),
        hides_harakat=chosen.hides_harakat,
    )
