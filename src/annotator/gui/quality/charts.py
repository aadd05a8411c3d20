"""Charts, drawn by pyqtgraph: bars that lie along the lines of a table, and lines over time.

In Arabic the axes stand at the right, and values grow to the left.
"""

from collections.abc import Sequence
from html import escape

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette, QWheelEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from annotator.gui.contrast import seen_on
from annotator.gui.quality.series import Series
from annotator.gui.translation import Language, spoken

_BAR, _AXIS, _LINES = 30, 46, 220
_SYMBOLS = ("o", "s", "t", "d", "p", "h", "star", "+")


class _Plot(pg.PlotWidget):  # type: ignore[misc]
    """It stands still: the page that it is on scrolls."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Chart(QWidget):
    """Shows one picture at a time; the colours are those of the palette when it is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._legend = QLabel()
        self._legend.setWordWrap(True)
        self._legend.setTextFormat(Qt.TextFormat.RichText)
        self.plot = _Plot()
        # Which axes are shown, and how, is set here: Qt would mirror that once more.
        self.plot.getPlotItem().setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.setMenuEnabled(False)
        self.plot.setMouseEnabled(x=False, y=False)
        self.plot.hideButtons()
        # A background of its own would be a picture of dots within a drawing that is saved.
        self.plot.setCacheMode(self.plot.CacheModeFlag.CacheNone)
        self.plot.setFrameShape(self.plot.Shape.NoFrame)
        self.plot.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._legend)
        layout.addWidget(self.plot)

    def show_bars(
        self, categories: Sequence[str], series: Sequence[Series], most: float | None = None
    ) -> None:
        """Show a bar for each category, from top to bottom, with the series one behind the other."""
        self._begin(series)
        self.plot.setFixedHeight(_AXIS + _BAR * len(categories))
        places = np.arange(len(categories), dtype=float)
        begun = np.zeros(len(categories))
        for one in series:
            values = np.array([value or 0.0 for value in one.values])
            brushes = [self.seen(one.colours[nth % len(one.colours)]) for nth in range(len(categories))]
            bars = pg.BarGraphItem(x0=begun, width=values, y=places, height=0.62, brushes=brushes, pen=None)
            self.plot.addItem(bars)
            begun = begun + values
            if one.spread:
                self._show_spread([*values], [*places], one.spread)
        self._set_axes("left", categories, most or float(begun.max(initial=0.0)) or 1.0)
        self.plot.setYRange(-0.6, len(categories) - 0.4, padding=0)
        self.plot.getViewBox().invertY(True)

    def show_lines(
        self, categories: Sequence[str], series: Sequence[Series], most: float | None = None
    ) -> None:
        """Show a line for each series over the categories, which follow one another in time."""
        self._begin(series)
        self.plot.setFixedHeight(_LINES)
        for nth, one in enumerate(series):
            places = [place for place, value in enumerate(one.values) if value is not None]
            values = [value for value in one.values if value is not None]
            colour = self.seen(one.colours[0])
            self.plot.plot(
                places,
                values,
                pen=pg.mkPen(colour, width=2),
                symbol=_SYMBOLS[nth % len(_SYMBOLS)],
                symbolBrush=colour,
                symbolPen=None,
                symbolSize=8,
                antialias=True,
            )
        top = max((value for one in series for value in one.values if value is not None), default=1.0)
        self._set_axes("bottom", categories, most or top or 1.0)
        self.plot.setXRange(-0.3, len(categories) - 0.7, padding=0)
        self.plot.getViewBox().invertY(False)

    def seen(self, colour: str) -> QColor:
        """Return a colour that is told from the page."""
        palette = self.palette()
        page = palette.color(QPalette.ColorRole.Base)
        return seen_on(QColor(colour), page, palette.color(QPalette.ColorRole.Text))

    def _begin(self, series: Sequence[Series]) -> None:
        self.plot.clear()
        self.plot.setBackground(self.palette().color(QPalette.ColorRole.Base))
        named = [one for one in series if one.name]
        self._legend.setVisible(bool(named))
        self._legend.setText(
            " &nbsp; ".join(
                f'<span style="color:{self.seen(one.colours[0]).name()}">■</span> {escape(one.name)}'
                for one in named
            )
        )

    def _show_spread(self, values: Sequence[float], places: Sequence[float], spread: Sequence[float]) -> None:
        pen = pg.mkPen(self.palette().color(QPalette.ColorRole.Text), width=1.5)
        reach = np.array(spread)
        x, y = np.array(values), np.array(places)
        self.plot.addItem(pg.ErrorBarItem(x=x, y=y, left=reach, right=reach, beam=0.25, pen=pen))

    def _set_axes(self, of_names: str, names: Sequence[str], most: float) -> None:
        """Put names along one axis, and values from 0 to the most along the other."""
        is_rtl = spoken() is Language.ARABIC
        upright = "right" if is_rtl else "left"
        self.plot.showAxis("left", not is_rtl)
        self.plot.showAxis("right", is_rtl)
        self.plot.showAxis("bottom")
        self.plot.getViewBox().invertX(is_rtl)
        named = upright if of_names == "left" else "bottom"
        for place in (upright, "bottom"):
            axis = self.plot.getAxis(place)
            colour = self.palette().color(QPalette.ColorRole.PlaceholderText)
            axis.setPen(pg.mkPen(self.palette().color(QPalette.ColorRole.Mid)))
            axis.setTextPen(self.palette().color(QPalette.ColorRole.Text) if place == named else colour)
            axis.setTickFont(self.font())
            axis.setStyle(tickLength=0)
            axis.enableAutoSIPrefix(False)
            axis.setTicks([list(enumerate(names))] if place == named else None)
        if of_names == "left":
            self.plot.setXRange(0, most, padding=0.03)
        else:
            self.plot.setYRange(0, most, padding=0.05)
