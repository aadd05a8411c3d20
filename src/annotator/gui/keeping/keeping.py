"""All that is kept up for one open project, from its opening until it is let go."""

from contextlib import suppress

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.domain.edit import Changes
from annotator.domain.errors import AnnotatorError
from annotator.gui.desk import Desk
from annotator.gui.keeping import traces
from annotator.gui.keeping.backing import Backing
from annotator.gui.keeping.guard import Guard
from annotator.gui.keeping.traces import Tracing
from annotator.gui.keeping.watching import Watching
from annotator.services import upkeep


class Keeping(QObject):
    """Only for a project in a file: a server keeps its own."""

    troubled = Signal(object)
    """Something that the person should know of, as an AnnotatorError."""

    def __init__(self, desk: Desk, guard: Guard, before: "Keeping | None") -> None:
        """Before is what kept the same project up until now, at another desk of the window."""
        super().__init__()
        self.guard = guard
        self._session = desk.session
        self._tracing = Tracing(guard.path, desk)
        self.watching = Watching(desk.session, is_after_crash=guard.was_left and before is None)
        self.watching.troubled.connect(self.troubled)
        self.backing: Backing | None = None
        if desk.session.project.is_writable:
            self.backing = Backing(desk.session, before.backing if before else None)
            self.backing.failed.connect(self.troubled)
        desk.session.changed.connect(self._on_changed)

    def finish(self, window: QWidget) -> AnnotatorError | None:
        """Close the project, after a backup if it has anything new; return why there is none then."""
        said = None
        self._session.rest()
        try:
            if self.backing:
                self.backing.finish(window)
        except AnnotatorError as error:
            said = error
        self._remember()
        self._session.close()
        traces.forget(self.guard.path)
        self.guard.release()
        return said

    def _on_changed(self, changes: Changes) -> None:
        if changes.everything:  # the history may have become shorter
            self._remember()

    def _remember(self) -> None:
        with suppress(AnnotatorError):
            upkeep.remember(self._session.project)
