"""The system asks the program to end: at the end of a session, or by a signal. Nothing typed is lost then."""

import os
import signal
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtGui import QGuiApplication, QSessionManager
from PySide6.QtWidgets import QApplication

from annotator.domain.errors import AnnotatorError
from annotator.gui import crash_log

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")


class Ending(QObject):
    """Closes the window when it is asked to from outside."""

    def __init__(self, app: QGuiApplication, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.was_asked = False
        """A signal came; one that comes before the program waits for what people do ends its questions."""
        app.commitDataRequest.connect(self.save)
        if os.name == "posix":  # elsewhere nobody sends signals
            self._listen()

    def _listen(self) -> None:
        self._reading, writing = os.pipe()
        os.set_blocking(writing, False)
        for name in _SIGNALS:
            if number := getattr(signal, name, None):
                signal.signal(number, lambda *_: None)
        # Python's own handlers wait until Qt lets Python run: a signal writes into a pipe that Qt reads.
        signal.set_wakeup_fd(writing)
        self._notifier = QSocketNotifier(self._reading, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._end)

    def save(self, _manager: QSessionManager) -> None:
        """Save what is being typed: the session may end before the window closes."""
        desk = self._window.desk
        if desk:
            with suppress(AnnotatorError):  # it is kept beside the settings
                desk.keep()

    def _end(self) -> None:
        os.read(self._reading, 1)
        crash_log.note("ended by a signal")
        self.was_asked = True
        question = QApplication.activeModalWidget()
        if question and not self._window.isVisible():
            question.close()
        self._window.close()
        QApplication.quit()
