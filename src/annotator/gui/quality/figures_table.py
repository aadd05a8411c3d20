"""A table of a report: cells shaded by their value, each of which can be asked what stands behind it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from annotator.domain.measures import Undefined
from annotator.gui.contrast import under
from annotator.gui.plain_text import plain_tip
from annotator.gui.quality.behind import Behind, nothing
from annotator.gui.rows import make_rows
from annotator.gui.translation import embedded, spoken, tr
from annotator.reports.tables import Cell, Table, shown
from annotator.reports.words import Words

_Index = QModelIndex | QPersistentModelIndex
_ROW, _FRAME = 30, 2
_MOST_ROWS = 14
_WIDEST = 190
_STRONGEST = 0.45
_SHARES = frozenset({"progress", "submissions", "labels", "weeks", "disagreements"})
"""Tables of counts, in each row of which a cell is shaded by its share of the row."""


class FiguresModel(QAbstractTableModel):
    def __init__(self, palette: QPalette) -> None:
        super().__init__()
        self.palette = palette
        self.table = Table("", "", "", [], [])
        self.behind: Behind = nothing
        self._icons: Mapping[str, QIcon] = {}
        self._shares: Sequence[Sequence[float]] = []

    def show(self, table: Table, behind: Behind, icons: Mapping[str, QIcon], palette: QPalette) -> None:
        self.beginResetModel()
        self.table, self.behind, self._icons, self.palette = table, behind, icons, palette
        self._shares = [_shares(row, table.name) for row in table.rows]
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.table.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.table.columns):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.table.columns[section]
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self.table.columns[section])
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._side(section) | Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap)
            case _:
                return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cell = self.table.rows[index.row()][index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return embedded(cell) if isinstance(cell, str) else shown(cell)
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._side(index.column())
            case Qt.ItemDataRole.BackgroundRole:
                return self._shade(index)
            case Qt.ItemDataRole.DecorationRole if index.column() == self.table.label_column:
                return self._icons.get(str(cell))
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                return self._told(cell, index)
            case _:
                return None

    def _side(self, column: int) -> Qt.AlignmentFlag:
        cells = [row[column] for row in self.table.rows]
        has_words = any(isinstance(cell, str) and not cell[:1].isdigit() for cell in cells) or not column
        side = Qt.AlignmentFlag.AlignLeft if has_words else Qt.AlignmentFlag.AlignRight
        return side | Qt.AlignmentFlag.AlignVCenter

    def _shade(self, index: _Index) -> QColor | None:
        share = self._shares[index.row()][index.column()]
        if share <= 0:
            return None
        page, text = self.palette.color(QPalette.ColorRole.Base), self.palette.color(QPalette.ColorRole.Text)
        return under(self.palette.color(QPalette.ColorRole.Accent), share * _STRONGEST, page, text)

    def _told(self, cell: Cell, index: _Index) -> str:
        if isinstance(cell, Undefined):
            return tr("Not defined: {reason}.").format(reason=Words(spoken()).reason(cell))
        has_some = cell not in {0, None} and self.behind(index.row(), index.column()) is not None
        return tr("Enter or a click: what stands behind it") if has_some else ""


class FiguresTable(QTableView):
    """As high as its rows; Tab leaves it."""

    asked = Signal(int, int)
    """What stands behind a cell, by row and column, shall be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = FiguresModel(self.palette())
        self.setModel(self.figures)
        make_rows(self, _ROW)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectItems)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setIconSize(QSize(18, 18))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setMinimumSectionSize(64)
        header.setMaximumSectionSize(_WIDEST)
        header.setSectionsClickable(False)
        self.clicked.connect(lambda index: self.asked.emit(index.row(), index.column()))

    def show_table(self, table: Table, behind: Behind, icons: Mapping[str, QIcon]) -> None:
        """Show a table anew, the same cell staying the current one."""
        row, column = self.currentIndex().row(), self.currentIndex().column()
        self.figures.show(table, behind, icons, self.palette())
        self.setAccessibleName(table.title)
        self.setAccessibleDescription(table.about)
        self.setCurrentIndex(self.figures.index(max(row, 0), max(column, 0)))
        self.clearSelection()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and current.isValid():
            self.asked.emit(current.row(), current.column())
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        """Take the room of the rows, and of a scroll bar where columns do not fit."""
        rows = min(self.figures.rowCount(), _MOST_ROWS)
        is_wide = self.horizontalHeader().length() > self.viewport().width()
        bar = self.horizontalScrollBar().sizeHint().height() if is_wide else 0
        self.setFixedHeight(self.horizontalHeader().height() + rows * _ROW + bar + _FRAME)


def _shares(row: Sequence[Cell], table: str) -> list[float]:
    """Return how strongly each cell is shaded, 0 to 1: a measure by its value, a count by its share."""
    counts = [cell if type(cell) is int else 0 for cell in row]
    has_shares = table in _SHARES or table.startswith("confusion")
    total = sum(counts) if has_shares else 0
    return [
        min(max(cell, 0.0), 1.0) if isinstance(cell, float) else (count / total if total else 0.0)
        for cell, count in zip(row, counts, strict=True)
    ]
