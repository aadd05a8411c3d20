"""The floor of a start: the modules named are imported, in that order, and an empty window is shown."""

import sys
from importlib import import_module

for module in sys.argv[1:]:
    import_module(module)

from PySide6.QtWidgets import QApplication, QMainWindow  # noqa: E402 - after what was named

app = QApplication([])
window = QMainWindow()
window.resize(1280, 800)
window.show()
app.exec()
