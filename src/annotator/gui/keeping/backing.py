"""Backups of an open project: hourly while it changes, and when it is closed after it was changed."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from annotator.domain.errors import AnnotatorError, LostError
from annotator.domain.progress import Progress
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

    def __init__(self, session: ProjectSession, before: "Backing | None" = None) -> None:
        """Before is what did so for the same project until now, at another desk of the window."""
        super().__init__()
        self._session = session
        # Counted, since changes go on while a backup is made.
        self._changes, self._begun, self._done = int(before is not None and before.is_changed), 0, 0
        session.changed.connect(self._note_change)
        session.saved.connect(self._note_change)
        self.timer = QTimer(self)
        self.timer.timeout.connect(self._begin)
        self.timer.start(before.timer.remainingTime() if before else HOUR_MS)

    @property
    def is_changed(self) -> bool:
        """Tell whether there is something that no backup has."""
        return self._changes > self._done

    def finish(self, window: QWidget) -> None:
        """Make the last one, if there is something new. Raises AnnotatorError; then there is none."""
        if self.is_changed:
            project = self._session.project
            waiting = Waiting(tr("Backups"), tr("Making a backup…"), window)
            wait_out(lambda progress: backing_up.back_up(project, Reason.CLOSE, progress), waiting)

    def _note_change(self) -> None:
        self._changes += 1

    def _begin(self) -> None:
        self.timer.start(HOUR_MS)
        if self._changes > self._begun and self._session.is_open:
            self._begun = self._changes
            task = Task(self._make)
            task.failed.connect(self._fail)
            task.start()

    def _make(self, progress: Progress) -> None:
        """Make one, on another thread."""
        has = self._begun
        backing_up.back_up(self._session.project, Reason.HOUR, progress)
        self._done = has

    def _fail(self, error: Exception) -> None:
        self._begun = self._done
        if not isinstance(error, AnnotatorError):
            raise error
        if not isinstance(error, LostError):  # which is told by whoever watches the file
            self.failed.emit(error)
