"""Tables that are lists: of whole rows, one line each."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView


def make_rows(table: QTableView, height: int) -> None:
    """Show rows so many pixels high, chosen one at a time and whole; Tab leaves the table."""
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(height)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
