"""Asks by which strategy gold is filled."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QRadioButton, QVBoxLayout, QWidget

from annotator.gui.dialogs.buttons import ok_and_cancel
from annotator.gui.translation import tr
from annotator.services.reviewing import Strategy


class FillingDialog(QDialog):
    def __init__(self, people: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Fill gold"))
        self.setMinimumWidth(420)
        about = QLabel(tr("What somebody has decided stays as it is."))
        about.setWordWrap(True)
        self.all_agree = QRadioButton(tr("What all annotators have"))
        self.majority = QRadioButton(tr("What more than half of them have"))
        self.one = QRadioButton(tr("What one annotator has:"))
        self.all_agree.setChecked(True)
        self.person = QComboBox()
        self.person.addItems([*people])
        self.person.setAccessibleName(tr("Annotator"))
        self.person.activated.connect(lambda _: self.one.setChecked(True))
        self.one.setEnabled(bool(people))
        layout = QVBoxLayout(self)
        for part in (about, self.all_agree, self.majority, self.one, self.person, ok_and_cancel(self)):
            layout.addWidget(part)
        self.all_agree.setFocus()

    @property
    def strategy(self) -> Strategy:
        if self.one.isChecked():
            return Strategy(annotator=self.person.currentText())
        return Strategy(has_majority=self.majority.isChecked())
