"""Whether an open project's file is still there, and sound: found out before the next decision is lost."""

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.domain.errors import AnnotatorError, LostError, StorageError
from annotator.gui.session import ProjectSession
from annotator.gui.tasks import Task
from annotator.services import upkeep

EVERY_MS = 3_000
_SETTLED_MS = 5_000
_AGAIN_MS = 60_000


class Watching(QObject):
    """Asks every three seconds for the file; looks it through in the background once it has settled."""

    troubled = Signal(object)
    """A LostError, once for each time that the file goes, or a DamageError."""

    def __init__(self, session: ProjectSession, *, is_after_crash: bool) -> None:
        super().__init__()
        self._session = session
        self._was_told = False
        self._is_fully = is_after_crash or upkeep.is_due(session.project)
        self._asking = QTimer(self, interval=EVERY_MS)
        self._asking.timeout.connect(self.ask)
        self._asking.start()
        self._looking = QTimer(self, interval=_SETTLED_MS, singleShot=True)
        self._looking.timeout.connect(self.look)
        self._looking.start()

    def ask(self) -> None:
        """See whether the file is there, and tell once if it is not."""
        loss = self.loss()
        if loss and not self._was_told:
            self.troubled.emit(loss)
        self._was_told = loss is not None

    def loss(self) -> LostError | None:
        """Return what there is to say if the file is gone, or another lies in its place."""
        try:
            self._session.project.expect_there()
        except LostError as error:
            return error
        return None

    def look(self) -> None:
        """Look the file through on another thread; whoever writes meanwhile goes first."""
        if self._session.is_open:
            project, is_fully = self._session.project, self._is_fully
            task = Task(lambda _: upkeep.look_through(project, fully=is_fully))
            task.cancelled.connect(lambda: self._looking.start(_AGAIN_MS))
            task.failed.connect(self._tell)
            task.start()

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, AnnotatorError):
            raise error
        if isinstance(error, StorageError) and not isinstance(error, LostError):
            self.troubled.emit(error)
