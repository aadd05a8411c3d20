"""The annotations of the open article as a table, which screen readers can read too."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QIcon, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from annotator.arabic.direction import begins_rtl
from annotator.domain.annotation import Annotation
from annotator.domain.label import Label, LabelSet
from annotator.gui.labels.label_icon import label_icon
from annotator.gui.plain_text import plain_tip
from annotator.gui.rows import make_rows
from annotator.gui.translation import embedded, label_name, tr

Index = QModelIndex | QPersistentModelIndex
_LONGEST = 120
_NARROW = 280

# As numbers, which hash ten times as fast as Python's enumerations: Qt asks for these all the time.
_DISPLAY = Qt.ItemDataRole.DisplayRole.value
_DECORATION = Qt.ItemDataRole.DecorationRole.value
_TOOL_TIP = Qt.ItemDataRole.ToolTipRole.value
_ALIGNMENT = Qt.ItemDataRole.TextAlignmentRole.value

_READING = 2, Qt.SortOrder.AscendingOrder
"""The order of the column of beginnings, which is that of reading."""

_Row = dict[tuple[int, int], object]


class SpanModel(QAbstractTableModel):
    """Columns: the text of the span, its label, where it starts. Sorts its rows itself."""

    def __init__(self, labels: LabelSet, palette: QPalette) -> None:
        super().__init__()
        self.labels = labels
        self._palette = palette
        self._text = ""
        self._annotations: list[Annotation] = []
        self.counts: Counter[str] = Counter()
        """How many have each label. Counting all of 20,000 at every edit would take a part of its frame."""
        self._shown: dict[int, _Row] = {}
        self._patches: dict[str, QIcon] = {}
        self._order = _READING

    def show(self, text: str, annotations: Sequence[Annotation]) -> None:
        """Show annotations, given in reading order; of the same article, change only the rows that differ."""
        if text is self._text and self._order == _READING:
            self._change(annotations)
        else:
            self.beginResetModel()
            self._text, self._annotations = text, list(annotations)
            self.counts = Counter(item.label for item in annotations)
            self._sort()
            self.endResetModel()

    def _change(self, annotations: Sequence[Annotation]) -> None:
        before, after = self._annotations, list(annotations)
        first = _common(before, after)
        kept = _common(before[first:][::-1], after[first:][::-1])
        self._shown.clear()
        if len(before) - kept > first:
            self.beginRemoveRows(QModelIndex(), first, len(before) - kept - 1)
            self.counts.subtract(item.label for item in before[first : len(before) - kept])
            del before[first : len(before) - kept]
            self.endRemoveRows()
        if len(after) - kept > first:
            self.beginInsertRows(QModelIndex(), first, len(after) - kept - 1)
            before[first:first] = added = after[first : len(after) - kept]
            self.counts.update(item.label for item in added)
            self.endInsertRows()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.beginResetModel()
        self._order = column, order
        self._sort()
        self.endResetModel()

    def annotation(self, row: int) -> Annotation:
        return self._annotations[row]

    def row_of(self, annotation: Annotation) -> int | None:
        if self._order == _READING:
            order = annotation.reading_order
            row = bisect_left(self._annotations, order, key=lambda item: item.reading_order)
            return row if self._annotations[row : row + 1] == [annotation] else None
        return self._annotations.index(annotation) if annotation in self._annotations else None

    def set_labels(self, labels: LabelSet) -> None:
        self.labels = labels
        self._patches.clear()
        self._forget()

    def redraw(self, palette: QPalette) -> None:
        self._palette = palette
        self._patches.clear()
        self._forget()

    def retranslate(self) -> None:
        self._forget()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 2)

    def _forget(self) -> None:
        """Have all rows shown anew."""
        self._shown.clear()
        if self._annotations:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._annotations) - 1, 2))

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
        row = index.row()
        if row not in self._shown:
            self._shown[row] = self._row(self._annotations[row])
        return self._shown[row].get((role, index.column()))

    def _row(self, item: Annotation) -> _Row:
        label = self.labels[item.label]
        text = self._label_text(item)
        return {
            (_DISPLAY, 0): embedded(" ".join(text.split())),
            (_TOOL_TIP, 0): plain_tip(text),
            (_ALIGNMENT, 0): _side_of(text),
            (_DISPLAY, 1): label_name(label),
            (_DECORATION, 1): self._patch(label),
            (_DISPLAY, 2): f"{item.span.start:,}" if item.span else "",
        }

    def _label_text(self, item: Annotation) -> str:
        return item.span.of(self._text)[:_LONGEST] if item.span else tr("Whole article")

    def _sort(self) -> None:
        self._shown.clear()
        if self._order == _READING:
            self._annotations.sort(key=lambda item: item.reading_order)
            return
        column, order = self._order
        names = {label.id: place for place, label in enumerate(self.labels)}
        keys: tuple[Callable[[Annotation], str | int], ...] = (
            self._label_text,
            lambda item: names[item.label],
            lambda item: item.span.start if item.span else -1,
        )
        self._annotations.sort(key=keys[column], reverse=order is Qt.SortOrder.DescendingOrder)

    def _patch(self, label: Label) -> QIcon:
        if label.id not in self._patches:
            self._patches[label.id] = label_icon(label, self._palette)
        return self._patches[label.id]


def _common(one: list[Annotation], other: list[Annotation]) -> int:
    """Return how many annotations two lists begin with in common: by halves, which Python compares fast."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _side_of(text: str) -> Qt.AlignmentFlag:
    """Arabic keeps to the right, whatever the direction of the interface."""
    side = Qt.AlignmentFlag.AlignRight if begins_rtl(text) else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


class SpanTable(QTableView):
    """Sorted by any column; a click, or an arrow key, shows the span in the text."""

    picked = Signal(str)
    """An annotation's id."""

    def __init__(self, labels: LabelSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_narrow: bool | None = None
        self.spans = SpanModel(labels, self.palette())
        self.setModel(self.spans)
        self.sortByColumn(2, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        make_rows(self, 28)
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._share()
        self.clicked.connect(self._pick)
        self.activated.connect(self._pick)
        self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the texts, which tell spans apart."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        is_narrow = self.width() < _NARROW
        if is_narrow == self._is_narrow:
            return  # a person may have given the columns other widths
        self._is_narrow = is_narrow
        # Fitting them to their contents would read all rows at every change.
        header = self.horizontalHeader()
        header.resizeSection(1, 100 if is_narrow else 118)
        header.resizeSection(2, 66)
        header.setSectionHidden(2, is_narrow)

    def show_annotations(
        self, text: str, annotations: Sequence[Annotation], chosen: Annotation | None
    ) -> None:
        self.spans.show(text, annotations)
        self.mark(chosen)

    def mark(self, annotation: Annotation | None) -> None:
        row = self.spans.row_of(annotation) if annotation else None
        if row is None:
            self.clearSelection()
        else:
            # selectRow finds no row where the layout runs from right to left.
            self.setCurrentIndex(self.spans.index(row, 0))
            self.scrollTo(self.spans.index(row, 0))

    def retranslate(self) -> None:
        self.setAccessibleName(tr("Annotations of this article"))
        self.spans.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.currentIndex().row()
        super().keyPressEvent(event)
        if self.currentIndex().row() not in {before, -1}:
            self._pick(self.currentIndex())

    def _pick(self, index: QModelIndex) -> None:
        self.picked.emit(self.spans.annotation(index.row()).id)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.spans.redraw(self.palette())
