"""Counts on another thread, a moment after the last change: counting reads all annotations."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.gui.session import ProjectSession
from annotator.gui.tasks import Task

_PAUSE_MS = 250


class Counting(QObject):
    """count is a service that takes the project."""

    counted = Signal(object)
    """What count returned."""

    def __init__(self, session: ProjectSession, count: Callable[[Any], object], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._count = session, count
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._begin)

    def renew(self) -> None:
        self._pause.start()

    def _begin(self) -> None:
        if self._session.is_open:
            project, count = self._session.project, self._count
            task = Task(lambda _: count(project))
            task.finished.connect(self.counted)
            task.failed.connect(self._session.report)
            task.start()
