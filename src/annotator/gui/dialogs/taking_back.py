"""Takes an import back on another thread, while the window waits and shows how far it is."""

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QProgressDialog, QWidget

from annotator.domain.errors import AnnotatorError
from annotator.gui.session import ProjectSession
from annotator.gui.tasks import Task
from annotator.gui.translation import tr
from annotator.services import importing
from annotator.services.importing import ImportReport

_SHOWN_AFTER_MS = 500


def take_back(session: ProjectSession, report: ImportReport, window: QWidget | None) -> None:
    """Return when it is done, or was refused, which the session tells."""
    receipt = report.receipt
    assert receipt
    bar = _Waiting(tr("Taking the import back…"), "", 0, len(receipt.articles), window)
    bar.setWindowTitle(tr("Undo"))
    bar.setCancelButton(None)
    bar.setMinimumDuration(_SHOWN_AFTER_MS)
    bar.setWindowModality(Qt.WindowModality.ApplicationModal)
    task = Task(lambda progress: importing.take_back(session.project, receipt, progress))
    done = QEventLoop()
    failures: list[Exception] = []
    task.progressed.connect(lambda count, _: bar.setValue(count))
    task.failed.connect(failures.append)
    task.failed.connect(done.quit)
    task.finished.connect(done.quit)
    task.start()
    done.exec()
    bar.deleteLater()
    for error in failures:
        if not isinstance(error, AnnotatorError):
            raise error
        session.not_undone(error)
        return
    session.taken_back()


class _Waiting(QProgressDialog):
    """Stays until the work is done."""

    def reject(self) -> None:
        pass

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
