"""One table of the dashboard with its title, what it was computed over, and a chart of it where one helps."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFont, QIcon, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.gui.plain_text import PlainLabel
from annotator.gui.quality.behind import Behind, nothing
from annotator.gui.quality.figures_table import FiguresTable
from annotator.gui.translation import leading_side, led
from annotator.reports.tables import Table

if TYPE_CHECKING:
    from annotator.gui.quality.charts import Chart


_MARGIN = 4
"""Qt moves a line of Arabic that goes on in the next out by the space between them: it would be cut off."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A table, the queries behind its cells, and how its chart is drawn.

    is_empty is what is said where it has no rows; without that it is left out then.
    """

    table: Table
    behind: Behind = nothing
    draw: Callable[["Chart"], None] | None = None
    is_empty: str = ""


class Section(QWidget):
    asked = Signal(object, int, int)
    """What stands behind a cell of the section shall be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figure = QWidget()
        self.title, self.about = PlainLabel(), PlainLabel()
        self.chart: Chart | None = None
        self._draw: Callable[[Chart], None] | None = None
        self.figures = FiguresTable()
        bold = QFont(self.font())
        bold.setBold(True)
        bold.setPixelSize(16)
        self.title.setFont(bold)
        for label in (self.title, self.about):
            label.setWordWrap(True)
            label.setMargin(_MARGIN)
        self.about.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._column = QVBoxLayout(self.figure)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.title)
        self._column.addWidget(self.about)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.figure)
        layout.addWidget(self.figures)
        self.figures.asked.connect(lambda row, column: self.asked.emit(self, row, column))

    def show_table(self, shown: Shown, icons: Mapping[str, QIcon]) -> None:
        table, has_rows = shown.table, bool(shown.table.rows)
        for label in (self.title, self.about):
            label.setAlignment(leading_side())
        self.title.setText(led(table.title))
        self.about.setText(led(table.about if has_rows else shown.is_empty))
        self.figures.setVisible(has_rows)
        self.figures.show_table(table, shown.behind, icons)
        self._draw = shown.draw if has_rows else None
        if self.chart:
            self._show_chart()
        elif self._draw:
            # The library of charts takes most of a second to import: the figures are shown before.
            QTimer.singleShot(0, self, self._show_chart)
        self.setVisible(has_rows or bool(shown.is_empty))

    def _show_chart(self) -> None:
        from annotator.gui.quality.charts import Chart  # noqa: PLC0415 - see above

        if self.chart is None:
            self.chart = Chart()
            self._column.addWidget(self.chart)
        self.chart.setAccessibleName(self.title.text())
        self.chart.setVisible(self._draw is not None)
        if self._draw:
            self._draw(self.chart)

    @property
    def picture(self) -> QWidget:
        """What is saved as a picture: the chart, or where there is none, the table too."""
        return self.figure if self.chart else self
