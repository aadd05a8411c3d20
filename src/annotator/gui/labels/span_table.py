"""The annotations of the open article as a table, which screen readers can read too."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from annotator.arabic.direction import begins_rtl
from annotator.domain.annotation import Annotation
from annotator.domain.label import LabelSet
from annotator.gui.text.painting import sample
from annotator.gui.theme import label_colours
from annotator.gui.translation import tr

Index = QModelIndex | QPersistentModelIndex
_SORT = Qt.ItemDataRole.UserRole
_LONGEST = 120


class SpanModel(QAbstractTableModel):
    """Columns: the text of the span, its label, where it starts."""

    def __init__(self, labels: LabelSet, palette: QPalette) -> None:
        super().__init__()
        self.labels = labels
        self._palette = palette
        self._text = ""
        self._annotations: Sequence[Annotation] = ()

    def show(self, text: str, annotations: Sequence[Annotation]) -> None:
        self.beginResetModel()
        self._text, self._annotations = text, annotations
        self.endResetModel()

    def annotation(self, row: int) -> Annotation:
        return self._annotations[row]

    def row_of(self, annotation_id: str | None) -> int | None:
        ids = (row for row, item in enumerate(self._annotations) if item.id == annotation_id)
        return next(ids, None)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._annotations)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (tr("Text"), tr("Label"), tr("Start"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self._annotations[index.row()]
        label = self.labels[item.label]
        start = item.span.start if item.span else -1
        text = item.span.of(self._text)[:_LONGEST] if item.span else tr("Whole article")
        if (role, index.column()) == (Qt.ItemDataRole.DecorationRole, 1):
            return self._patch(item)
        shown: dict[tuple[int, int], object] = {
            (Qt.ItemDataRole.DisplayRole, 0): " ".join(text.split()),
            (Qt.ItemDataRole.ToolTipRole, 0): text,
            (Qt.ItemDataRole.TextAlignmentRole, 0): _side_of(text),
            (Qt.ItemDataRole.DisplayRole, 1): label.name,
            (Qt.ItemDataRole.DisplayRole, 2): "" if start < 0 else f"{start:,}",
            (_SORT, 0): text,
            (_SORT, 1): self.labels.labels.index(label),
            (_SORT, 2): start,
        }
        return shown.get((role, index.column()))

    def _patch(self, item: Annotation) -> QIcon:
        pixmap = QPixmap(18, 16)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        sample(painter, QRectF(0, 0, 18, 16), label_colours(self.labels[item.label], self._palette))
        painter.end()
        return QIcon(pixmap)


def _side_of(text: str) -> Qt.AlignmentFlag:
    """Arabic keeps to the right, whatever the direction of the interface."""
    side = Qt.AlignmentFlag.AlignRight if begins_rtl(text) else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


class SpanTable(QTableView):
    """Sorted by any column; a click shows the span in the text."""

    picked = Signal(str)
    """An annotation's id."""

    def __init__(self, labels: LabelSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spans = SpanModel(labels, self.palette())
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self.spans)
        self._sorted.setSortRole(_SORT)
        self.setModel(self._sorted)
        self.setSortingEnabled(True)
        self.sortByColumn(2, Qt.SortOrder.AscendingOrder)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(28)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self.clicked.connect(self._pick)
        self.activated.connect(self._pick)
        self.retranslate()

    def show_annotations(self, text: str, annotations: Sequence[Annotation], chosen: str | None) -> None:
        self.spans.show(text, annotations)
        self.mark(chosen)

    def mark(self, annotation_id: str | None) -> None:
        row = self.spans.row_of(annotation_id)
        if row is None:
            self.clearSelection()
        else:
            index = self._sorted.mapFromSource(self.spans.index(row, 0))
            self.selectRow(index.row())
            self.scrollTo(index)

    def retranslate(self) -> None:
        self.setAccessibleName(tr("Annotations of this article"))
        self.spans.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 2)

    def _pick(self, index: QModelIndex) -> None:
        self.picked.emit(self.spans.annotation(self._sorted.mapToSource(index).row()).id)
