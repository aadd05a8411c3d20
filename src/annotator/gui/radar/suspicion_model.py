"""Suspicions as Qt wants them: how likely an error, what kind, what it says, whose."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from annotator.domain.label import LabelSet
from annotator.gui.plain_text import plain_tip
from annotator.gui.radar.words import RULES, sentence_of
from annotator.gui.translation import tr
from annotator.services.radar import Quoted

Index = QModelIndex | QPersistentModelIndex
COLUMNS = ("Likelihood", "Kind", "Suspicion", "Annotator")


class SuspicionModel(QAbstractTableModel):
    def __init__(self, labels: LabelSet) -> None:
        super().__init__()
        self.labels = labels
        self.items: Sequence[Quoted] = ()

    def show(self, items: Sequence[Quoted], labels: LabelSet) -> None:
        self.beginResetModel()
        self.items, self.labels = items, labels
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.items)

    def columnCount(self, _parent: Index | None = None) -> int:
        return len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(COLUMNS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        item = self.items[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._cell(item, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self._cell(item, index.column()))
            case _:
                return None

    def _cell(self, item: Quoted, column: int) -> str:
        one = item.suspicion
        match column:
            case 0:
                return f"{one.likelihood:.2f}"
            case 1:
                return tr(RULES[one.rule])
            case 2:
                return sentence_of(item, self.labels)
            case _:
                return one.annotator
