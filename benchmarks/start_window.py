"""The start of the program on a project, as `annotator open` does it, until the first article is painted."""

import gc
import resource
import sys
import tempfile
from pathlib import Path

gc.disable()  # as annotator.app does, before the window's modules

from PySide6.QtCore import QSettings  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from annotator.gui.application import collect_from_now_on, make_window  # noqa: E402
from annotator.gui.settings import Settings  # noqa: E402

app = QApplication([])
with tempfile.TemporaryDirectory() as folder:
    settings = Settings(QSettings(f"{folder}/settings.ini", QSettings.Format.IniFormat))
    settings.annotator = "bench"
    window = make_window(app, settings)
    window.resize(1280, 800)
    window.open_project(Path(sys.argv[1]))
    window.show()
    collect_from_now_on()
    app.processEvents()
    window.grab()
    usage = resource.getrusage(resource.RUSAGE_SELF)
    window.close()
sys.stdout.write(f'{{"cpu_s": {usage.ru_utime + usage.ru_stime}}}')
