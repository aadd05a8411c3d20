"""Asks once under which name a person labels."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from annotator.domain.errors import EditError
from annotator.domain.names import checked
from annotator.gui.dialogs.buttons import ok_and_cancel
from annotator.gui.plain_text import PlainLabel
from annotator.gui.translation import sentence, tr


class NameDialog(QDialog):
    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Your name"))
        question = PlainLabel(
            tr("Under which name do you label? Your labels are kept apart from other people's.")
        )
        question.setWordWrap(True)
        self.name = QLineEdit(name)
        self.name.setAccessibleName(tr("Your name"))
        self._complaint = PlainLabel()
        self._complaint.setWordWrap(True)
        self._buttons = ok_and_cancel(self)
        layout = QVBoxLayout(self)
        for widget in (question, self.name, self._complaint, self._buttons):
            layout.addWidget(widget)
        self.setMinimumWidth(420)
        self.name.textChanged.connect(self._check)
        self._check(name)

    def _check(self, name: str) -> None:
        try:
            checked(name.strip())
        except EditError as error:
            self._complaint.setText(sentence(error) if name.strip() else "")
            is_fit = False
        else:
            self._complaint.clear()
            is_fit = True
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(is_fit)
