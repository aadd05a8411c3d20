"""Backups of an open project: hourly while it changes, and when it is closed after it was changed."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from annotator.domain.errors import AnnotatorError, LostError
from annotator.domain.retention import Reason
from annotator.gui.dialogs.waiting import Waiting, wait_out
from annotator.gui.session import ProjectSession
from annotator.gui.tasks import Task
from annotator.gui.translation import tr
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

    def finish(self, window: QWidget) -> None:
        """Make the last one, if there is something new. Raises AnnotatorError; then there is none."""
        if self.is_changed:
            project = self._session.project
            waiting = Waiting(tr("Backups"), tr("Making a backup…"), window)
            wait_out(lambda progress: backing_up.back_up(project, Reason.CLOSE, progress), waiting)

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
