"""The floor of a start: PySide6.QtWidgets and SQLAlchemy imported, an empty window shown."""

import resource
import sys

import sqlalchemy
from PySide6.QtWidgets import QApplication, QMainWindow

app = QApplication([])
window = QMainWindow()
window.resize(1280, 800)
window.show()
app.processEvents()
window.grab()
usage = resource.getrusage(resource.RUSAGE_SELF)
sys.stdout.write(f'{{"cpu_s": {usage.ru_utime + usage.ru_stime}, "sqlalchemy": "{sqlalchemy.__version__}"}}')
