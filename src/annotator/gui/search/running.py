"""A search that runs in the background, page after page, until it has all or enough."""

from PySide6.QtCore import QObject, Signal

from annotator.gui.session import ProjectSession
from annotator.gui.tasks import Task
from annotator.services.searching import MentionPage, Search, page

ENOUGH = 5000
"""More mentions nobody looks through: the search has to be narrowed."""

_FIRST, _LATER = 50, 500


class RunningSearch(QObject):
    """One search at a time: another takes the place of the one before."""

    found = Signal(tuple)
    """Some Mentions."""
    ended = Signal(bool)
    """Whether these are all."""

    def __init__(self, session: ProjectSession, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._search: Search | None = None
        self._count = 0

    @property
    def is_running(self) -> bool:
        return self._search is not None

    def start(self, search: Search) -> None:
        self._search, self._count = search, 0
        self._read(search, 0, _FIRST)

    def stop(self) -> None:
        self._search = None

    def _read(self, search: Search, after: int, size: int) -> None:
        project = self._session.project
        task = Task(lambda _: page(project, search, after, size))
        task.finished.connect(lambda found: self._take(search, found))
        task.failed.connect(lambda error: self._fail(search, error))
        task.start()

    def _take(self, search: Search, page_: MentionPage) -> None:
        if search is not self._search or not self._session.is_open:
            return
        self._count += len(page_.mentions)
        self.found.emit(page_.mentions)
        if page_.is_last or self._count >= ENOUGH:
            self.stop()
            self.ended.emit(page_.is_last)
        else:
            self._read(search, page_.searched_to, _LATER)

    def _fail(self, search: Search, error: Exception) -> None:
        if search is self._search:
            self.stop()
            self.ended.emit(False)
            self._session.report(error)
