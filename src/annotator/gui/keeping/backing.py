"""Backups of an open project: hourly while it changes, and when it is closed after it was changed."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from annotator.domain.errors import AnnotatorError, LostError
from annotator.domain.retention import Reason
from annotator.gui.session import ProjectSession
from annotator.gui.tasks import Task
from annotator.services import backing_up

HOUR_MS = 3_600_000


class Backing(QObject):
    """For a project in a file: one on a server is backed up there."""

    failed = Signal(object)

    def __init__(self, session: ProjectSession) -> None:
        super().__init__()
        self._session = session
        self.is_changed = False
        session.changed.connect(self._note_change)
        session.saved.connect(self._note_change)
        self.timer = QTimer(self, interval=HOUR_MS)
        self.timer.timeout.connect(self._begin)
        self.timer.start()

    def finish(self) -> None:
        """Make the last one, if there is something new. Raises AnnotatorError; then there is none."""
        if not self.is_changed:
            return
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            backing_up.back_up(self._session.project, Reason.CLOSE)
        finally:
            QGuiApplication.restoreOverrideCursor()

    def _note_change(self) -> None:
        self.is_changed = True

    def _begin(self) -> None:
        if self.is_changed and self._session.is_open:
            self.is_changed = False
            project = self._session.project
            task = Task(lambda progress: backing_up.back_up(project, Reason.HOUR, progress))
            task.failed.connect(self._fail)
            task.start()

    def _fail(self, error: Exception) -> None:
        self.is_changed = True
        if not isinstance(error, AnnotatorError):
            raise error
        if not isinstance(error, LostError):  # which is told by whoever watches the file
            self.failed.emit(error)
