"""The row of buttons under a dialog."""

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox


def button_row(standard: QDialogButtonBox.StandardButton) -> QDialogButtonBox:
    """Return a row of standard buttons, without the stock icons that Qt puts on them on some systems."""
    row = QDialogButtonBox(standard)
    for button in row.buttons():
        button.setIcon(QIcon())
    return row


def ok_and_cancel(dialog: QDialog) -> QDialogButtonBox:
    """Return a row of both, which end the dialog."""
    row = button_row(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
    row.accepted.connect(dialog.accept)
    row.rejected.connect(dialog.reject)
    return row
