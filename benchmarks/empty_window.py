"""The floor of a start: PySide6.QtWidgets and SQLAlchemy imported, an empty window shown."""

import sqlalchemy  # noqa: F401 - what the floor takes is importing it
from PySide6.QtWidgets import QApplication, QMainWindow

app = QApplication([])
window = QMainWindow()
window.resize(1280, 800)
window.show()
app.exec()
