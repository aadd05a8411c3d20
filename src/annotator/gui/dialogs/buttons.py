"""The row of buttons under a dialog."""

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialogButtonBox


def button_row(standard: QDialogButtonBox.StandardButton) -> QDialogButtonBox:
    """Return a row of standard buttons, without the stock icons that Qt puts on them on some systems."""
    row = QDialogButtonBox(standard)
    for button in row.buttons():
        button.setIcon(QIcon())
    return row
