"""A field for a whole number, which looks like the other fields, and counts in the digits of the rest."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QSpinBox

from annotator.gui.translation import leading_side


class NumberField(QSpinBox):
    def __init__(self, lowest: int, highest: int, value: int) -> None:
        super().__init__()
        self.setLocale(QLocale.c())
        self.setAlignment(leading_side())  # digits alone would stand at the left
        self.lineEdit().setTextMargins(4, 0, 4, 0)
        self.setRange(lowest, highest)
        self.setValue(value)
