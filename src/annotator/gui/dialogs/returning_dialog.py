"""Asks to whom an article is returned, and why."""

from collections.abc import Mapping

from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from annotator.gui.dialogs.buttons import ok_and_cancel
from annotator.gui.translation import tr


class ReturningDialog(QDialog):
    def __init__(self, people: Mapping[str, str], parent: QWidget | None = None) -> None:
        """People are those it may be returned to, by name, as they are shown."""
        super().__init__(parent)
        self.setWindowTitle(tr("Return to an annotator"))
        self.setMinimumWidth(420)
        self.person = QComboBox()
        for name, shown in people.items():
            self.person.addItem(shown, name)
        self.text = QLineEdit()
        fields = QFormLayout()
        fields.addRow(tr("To"), self.person)
        fields.addRow(tr("Comment"), self.text)
        layout = QVBoxLayout(self)
        layout.addLayout(fields)
        layout.addWidget(ok_and_cancel(self))

    @property
    def annotator(self) -> str | None:
        """To whom it is returned; None where there is nobody."""
        chosen: str | None = self.person.currentData()
        return chosen
