"""The list of labels, with one chosen."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHeaderView, QTableView

from annotator.domain.label import Label, LabelSet
from annotator.gui.dialogs.label_editor.label_model import Index, LabelModel
from annotator.gui.rows import make_rows
from annotator.gui.translation import tr


class LabelTable(QTableView):
    """What is chosen stays chosen when the labels change, as long as it is there."""

    chose = Signal()
    """Another label is chosen, or the chosen one has changed."""

    def __init__(self) -> None:
        super().__init__()
        self.model_ = LabelModel(self)
        self.setModel(self.model_)
        self.setAccessibleName(tr("Labels"))
        make_rows(self, 32)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for section in (2, 3):
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.ResizeToContents)

    @property
    def row(self) -> int:
        return self.currentIndex().row()

    @property
    def chosen(self) -> Label | None:
        return self.model_.label(self.row) if self.row >= 0 else None

    def show_labels(self, labels: LabelSet) -> None:
        before, row = self.chosen, self.row
        self.model_.show(labels, self.palette())
        found = self.model_.row_of(before.id) if before else 0
        if len(labels):
            self._choose_row(min(max(row, 0), len(labels) - 1) if found is None else found)
        else:
            self.chose.emit()

    def choose(self, label_id: str) -> None:
        row = self.model_.row_of(label_id)
        if row is not None:
            self._choose_row(row)

    def _choose_row(self, row: int) -> None:
        # selectRow finds no row where the layout runs from right to left.
        self.setCurrentIndex(self.model_.index(row, 0))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.chose.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.show_labels(self.model_.labels)
