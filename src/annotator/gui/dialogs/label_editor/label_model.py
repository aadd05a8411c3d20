"""The labels of a project as a table."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QPalette

from annotator.domain.label import Label, LabelSet
from annotator.gui.labels.label_icon import label_icon
from annotator.gui.translation import label_name, tr

Index = QModelIndex | QPersistentModelIndex
COLUMNS = ("Name", "Shown as", "Key", "Used")


class LabelModel(QAbstractTableModel):
    """counts is None until they have been counted."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.labels = LabelSet(())
        self.counts: dict[str, int] | None = None
        self._palette = QPalette()

    def show(self, labels: LabelSet, palette: QPalette) -> None:
        self.beginResetModel()
        self.labels, self._palette = labels, palette
        self.endResetModel()

    def show_counts(self, counts: dict[str, int]) -> None:
        self.counts = counts
        if len(self.labels):
            last = len(COLUMNS) - 1
            self.dataChanged.emit(self.index(0, last), self.index(len(self.labels) - 1, last))

    def count(self, label_id: str) -> int | None:
        return None if self.counts is None else self.counts.get(label_id, 0)

    def row_of(self, label_id: str | None) -> int | None:
        ids = (row for row, label in enumerate(self.labels) if label.id == label_id)
        return next(ids, None)

    def label(self, row: int) -> Label:
        return self.labels.labels[row]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.labels)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return tr(COLUMNS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        label = self.label(index.row())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._texts(label)[index.column()]
            case Qt.ItemDataRole.DecorationRole if index.column() == 0:
                return label_icon(label, self._palette)
            case Qt.ItemDataRole.ForegroundRole if label.retired:
                return self._palette.color(QPalette.ColorRole.PlaceholderText)
            case _:
                return None

    def _texts(self, label: Label) -> tuple[str, ...]:
        count = self.count(label.id)
        return (
            tr("{name} (retired)").format(name=label.name) if label.retired else label.name,
            label_name(label),
            label.key.upper(),
            "…" if count is None else f"{count:,}",
        )
