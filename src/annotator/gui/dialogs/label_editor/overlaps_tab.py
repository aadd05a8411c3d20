"""Which pairs of labels may not overlap: a table of labels by labels, with how often each pair overlaps."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QHeaderView, QTableView, QVBoxLayout, QWidget

from annotator.domain.edit import Changes, Edit
from annotator.domain.label import Label, LabelSet
from annotator.gui.dialogs.label_editor.attempt import Attempt
from annotator.gui.dialogs.label_editor.counting import Counting
from annotator.gui.plain_text import PlainLabel
from annotator.gui.session import ProjectSession
from annotator.gui.translation import isolated, label_name, tr
from annotator.services.defining import Overlaps, overlaps

Index = QModelIndex | QPersistentModelIndex


class OverlapModel(QAbstractTableModel):
    """A cell is checked where the labels of its row and column may not overlap; half a table says it all."""

    checked = Signal(str, str, bool)
    """Two labels' ids, and whether they shall not overlap."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.labels = LabelSet(())
        self.counts: Overlaps | None = None

    def show(self, labels: LabelSet) -> None:
        self.beginResetModel()
        self.labels = labels
        self.endResetModel()

    def show_counts(self, counts: Overlaps) -> None:
        self.beginResetModel()
        self.counts = counts
        self.endResetModel()

    def pair(self, index: Index) -> tuple[Label, Label]:
        return self.labels.offered[index.row()], self.labels.offered[index.column()]

    def count(self, one: Label, other: Label) -> int | None:
        return None if self.counts is None else self.counts[frozenset((one.id, other.id))]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.labels.offered)

    def columnCount(self, parent: Index | None = None) -> int:
        return self.rowCount(parent)

    def headerData(
        self, section: int, _orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        return label_name(self.labels.offered[section]) if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.column() > index.row():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if index.column() > index.row():
            return None
        one, other = self.pair(index)
        match role:
            case Qt.ItemDataRole.CheckStateRole:
                is_allowed = self.labels.allows_overlap(one.id, other.id)
                return Qt.CheckState.Unchecked if is_allowed else Qt.CheckState.Checked
            case Qt.ItemDataRole.DisplayRole:
                count = self.count(one, other)
                return "…" if count is None else f"{count:,}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{label_name(one)}, {label_name(other)}: {self.count(one, other)}"
            case _:
                return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        one, other = self.pair(index)
        self.checked.emit(one.id, other.id, Qt.CheckState(value) is Qt.CheckState.Checked)
        return True


class OverlapsTab(QWidget):
    def __init__(self, session: ProjectSession, attempt: Attempt) -> None:
        super().__init__()
        self._session, self._attempt = session, attempt
        self.table = QTableView()
        self.model = OverlapModel(self)
        self.table.setModel(self.model)
        self.table.setAccessibleName(tr("Pairs that may not overlap"))
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        for header in (self.table.horizontalHeader(), self.table.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
            header.setMinimumSectionSize(36)
        self.table.horizontalHeader().setMinimumSectionSize(90)
        told = PlainLabel(
            tr("Check the pairs of labels that may not overlap. The number is how often they do now.")
        )
        told.setWordWrap(True)
        self.said = PlainLabel()
        self.said.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.setSpacing(10)
        layout.addWidget(told)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.said)
        self._counting = Counting(session, overlaps, self)
        self._counting.counted.connect(self._show_counts)
        self.model.checked.connect(self._forbid)
        self.renew(Changes(everything=True, labels=True))

    def renew(self, changes: Changes) -> None:
        """Show the labels, and count overlaps, as they are now."""
        if changes.labels:
            here = self.table.currentIndex()
            row, column = here.row(), here.column()
            self.model.show(self._session.labels)
            self.table.setCurrentIndex(self.model.index(row, column))
            self._say()
        self._counting.renew()

    def _forbid(self, one: str, other: str, is_forbidden: bool) -> None:
        labels = self._session.labels
        changed = labels.forbid(one, other, is_forbidden=is_forbidden)
        text = tr("Forbid an overlap") if is_forbidden else tr("Allow an overlap")
        self._attempt(lambda: self._session.edit(text, Edit(labels, changed)))

    def _show_counts(self, counts: Overlaps) -> None:
        here = self.table.currentIndex()
        row, column = here.row(), here.column()
        self.model.show_counts(counts)
        self.table.setCurrentIndex(self.model.index(row, column))
        self._say()

    def _say(self) -> None:
        """Say how many overlaps there are that the project forbids by now."""
        labels, counts = self._session.labels, self.model.counts or Overlaps()
        told = tr("Overlaps of {one} and {other}: {count}. They stay; new ones are refused.")
        lines = [
            told.format(
                one=isolated(label_name(labels[min(pair)])),
                other=isolated(label_name(labels[max(pair)])),
                count=f"{counts[pair]:,}",
            )
            for pair in sorted(labels.forbidden_overlaps, key=sorted)
            if counts[pair]
        ]
        self.said.setText("\n".join(lines))
