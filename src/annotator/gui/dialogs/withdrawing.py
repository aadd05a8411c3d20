"""Takes an import back on another thread, while the window waits and shows how far it is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QProgressDialog, QWidget

from annotator.domain.errors import AnnotatorError
from annotator.gui.session import ProjectSession
from annotator.gui.tasks import Task
from annotator.gui.translation import tr
from annotator.services import importing
from annotator.services.importing import ImportReport


def withdraw(session: ProjectSession, report: ImportReport, window: QWidget | None) -> None:
    """Begin; the session tells when it is done, or was refused. Nothing else can be done meanwhile."""
    receipt = report.receipt
    assert receipt
    waiting = _Waiting(len(receipt.articles), window)
    task = Task(lambda progress: importing.withdraw(session.project, receipt, progress))

    def fail(error: Exception) -> None:
        if not isinstance(error, AnnotatorError):
            raise error
        session.not_undone(error)

    task.progressed.connect(lambda count, _: waiting.setValue(count))
    for ended in (task.finished, task.failed):
        ended.connect(waiting.deleteLater)
    task.finished.connect(lambda _: session.withdrawn() if session.is_open else None)
    task.failed.connect(lambda error: fail(error) if session.is_open else None)
    waiting.show()
    task.start()


class _Waiting(QProgressDialog):
    """Stays in front until the work is done."""

    def __init__(self, total: int, window: QWidget | None) -> None:
        super().__init__(tr("Taking the import back…"), "", 0, total, window)
        self.setWindowTitle(tr("Undo"))
        self.setCancelButton(None)
        self.setAutoReset(False)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)

    def reject(self) -> None:
        pass

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
