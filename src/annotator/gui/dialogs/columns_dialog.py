"""Asks under which names the columns and metadata of files are kept, and shows what becomes of an article."""

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGroupBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.dialogs.buttons import ok_and_cancel
from annotator.gui.plain_text import PlainLabel, plain_tip
from annotator.gui.room import resize_to_fit
from annotator.gui.rows import make_rows
from annotator.gui.translation import leading_side, tr
from annotator.services.mapping import TEXT, Column

LEFT_OUT = ""
MEANT_AS = {
    TEXT: "The text",
    "title": "Title",
    "source": "Source",
    "published": "Published",
    "url": "Address on the web",
    "external_id": "The article's id outside",
}
_ROW = 40
_SHOWN = 160


class ColumnsDialog(QDialog):
    """Chosen has the names of all columns by those of the file; changed has those that are not as found."""

    def __init__(
        self, columns: Sequence[Column], chosen: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Columns and metadata"))
        self._columns = columns
        self.table = QTableWidget(len(columns), 3)
        self.table.setHorizontalHeaderLabels([tr("In the file"), tr("In the first articles"), tr("Becomes")])
        self.table.setAccessibleName(tr("Columns and metadata"))
        make_rows(self.table, _ROW)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self.boxes: list[QComboBox] = []
        for row, column in enumerate(columns):
            self.table.setItem(row, 0, _fixed(column.name))
            self.table.setItem(row, 1, _fixed(" · ".join(value[:_SHOWN] for value in column.values if value)))
            self.boxes.append(self._box(column, chosen.get(column.name, column.kept_as)))
            self.table.setCellWidget(row, 2, self.boxes[-1])
        self._facts = {key: PlainLabel() for key in MEANT_AS}
        article = QGroupBox(tr("The first article"))
        facts = QFormLayout(article)
        for key, fact in self._facts.items():
            fact.setAlignment(leading_side())
            fact.setWordWrap(True)
            facts.addRow(tr(MEANT_AS[key]), fact)
        self._complaint = PlainLabel()
        self._complaint.setWordWrap(True)
        self._buttons = ok_and_cancel(self)
        layout = QVBoxLayout(self)
        layout.addWidget(self.table, 1)
        for widget in (article, self._complaint, self._buttons):
            layout.addWidget(widget)
        resize_to_fit(self, 760, 620)
        self._show()

    @property
    def chosen(self) -> dict[str, str]:
        return {
            column.name: str(box.currentData()) for column, box in zip(self._columns, self.boxes, strict=True)
        }

    @property
    def changed(self) -> dict[str, str]:
        """What is to be otherwise than by itself: other files may have other columns."""
        return {
            column.name: self.chosen[column.name]
            for column in self._columns
            if not self._has_text or self.chosen[column.name] != column.kept_as
        }

    def _box(self, column: Column, kept_as: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(tr("What {column} becomes").format(column=column.name))
        for key, name in MEANT_AS.items():
            if key != TEXT or self._has_text:
                box.addItem(tr(name), key)
        box.addItem(tr("Further metadata"), column.name if column.name not in MEANT_AS else f"{column.name}_")
        box.addItem(tr("Left out"), LEFT_OUT)
        box.setCurrentIndex(max(0, box.findData(kept_as)))
        box.currentIndexChanged.connect(self._show)
        return box

    @property
    def _has_text(self) -> bool:
        """In tables a column is the text; elsewhere the format knows it."""
        return any(column.kept_as == TEXT for column in self._columns)

    def _show(self) -> None:
        chosen = self.chosen
        counts = Counter(kept for kept in chosen.values() if kept in MEANT_AS)
        twice = [tr(MEANT_AS[kept]) for kept, count in counts.items() if count > 1]
        complaint = ""
        if twice:
            complaint = tr("More than one column: {names}").format(names=", ".join(twice))
        elif self._has_text and TEXT not in counts:
            complaint = tr("One column must be the text.")
        self._complaint.setText(complaint)
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not complaint)
        values = {chosen[column.name]: column.values[0] for column in self._columns if column.values}
        for key, fact in self._facts.items():
            value = values.get(key, "")
            fact.setText(value[:_SHOWN] + ("…" if len(value) > _SHOWN else "") or "–")


def _fixed(text: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text.replace("\n", " "))
    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
    item.setToolTip(plain_tip(text[:400]))
    return item
