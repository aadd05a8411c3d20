"""Asks to whom an article is returned, and why."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from annotator.gui.dialogs.buttons import ok_and_cancel
from annotator.gui.translation import tr


class ReturningDialog(QDialog):
    def __init__(self, people: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Return to an annotator"))
        self.setMinimumWidth(420)
        self.person = QComboBox()
        self.person.addItems([*people])
        self.text = QLineEdit()
        fields = QFormLayout()
        fields.addRow(tr("To"), self.person)
        fields.addRow(tr("Comment"), self.text)
        layout = QVBoxLayout(self)
        layout.addLayout(fields)
        layout.addWidget(ok_and_cancel(self))
