"""Many edits as one step: at once if they are few, else on another thread, with progress and a way out."""

from collections.abc import Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from annotator.domain.edit import Edit
from annotator.gui.dialogs.task_dialog import TaskDialog
from annotator.gui.session import ProjectSession
from annotator.gui.translation import tr
from annotator.services import annotating

FEW = 50


def make_edits(session: ProjectSession, text: str, edits: Sequence[Edit], parent: QWidget) -> None:
    """Raises EditError and StorageError for a few; for many the dialog says what was refused."""
    if len(edits) <= FEW:
        session.edit(text, *edits)
    else:
        ManyEditsDialog(session, text, edits, parent).exec()


class ManyEditsDialog(TaskDialog):
    def __init__(
        self, session: ProjectSession, text: str, edits: Sequence[Edit], parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Try again"), parent)
        self.setWindowTitle(text)
        self._session, self._text, self._edits = session, text, edits

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.begin()

    def begin(self) -> None:
        project, author, edits = self._session.project, self._session.author, self._edits
        self.run(lambda progress: annotating.apply(project, author, edits, progress), self._finish)

    def _finish(self, made: list[Edit]) -> None:
        self._session.made(self._text, made)
        self.accept()
