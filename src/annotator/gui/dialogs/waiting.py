"""Long work on another thread, while the window waits behind a dialog that shows how far it is."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QProgressDialog, QWidget

from annotator.domain.progress import Progress
from annotator.gui.tasks import Task

_SOON_MS = 400


def wait_for(
    work: Callable[[Progress], Any],
    done: Callable[[Any], None],
    failed: Callable[[Exception], None],
    waiting: "Waiting",
) -> None:
    """Begin; then one of the two is called with what came of it. Nothing else can be done meanwhile."""
    task = Task(work)
    task.progressed.connect(waiting.show_progress)
    for ended in (task.finished, task.failed):
        ended.connect(waiting.reset)
        ended.connect(waiting.deleteLater)
    task.finished.connect(done)
    task.failed.connect(failed)
    waiting.show()
    task.start()


def wait_out(work: Callable[[Progress], Any], waiting: "Waiting") -> None:
    """Return when the work is done, as what is closed has to; raise what it raises.

    The window is drawn meanwhile, and hears nothing that is typed or clicked.
    """
    ends: list[Exception | None] = []
    task = Task(work)
    task.progressed.connect(waiting.show_progress)
    task.finished.connect(lambda _: ends.append(None))
    task.failed.connect(ends.append)
    soon = QTimer(waiting, singleShot=True, interval=_SOON_MS)
    soon.timeout.connect(waiting.show)
    soon.start()
    task.start()
    flags = QEventLoop.ProcessEventsFlag
    while not ends:
        QCoreApplication.processEvents(flags.ExcludeUserInputEvents | flags.WaitForMoreEvents)
    soon.stop()
    waiting.reset()  # which hides it, and stops Qt's own clock too
    waiting.deleteLater()
    if ends[0]:
        raise ends[0]


class Waiting(QProgressDialog):
    """Stays in front until the work is done."""

    def __init__(self, title: str, said: str, parent: QWidget | None) -> None:
        super().__init__(said, "", 0, 0, parent)
        self.setWindowTitle(title)
        self.setCancelButton(None)
        self.setAutoReset(False)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)

    def show_progress(self, done: int, total: int) -> None:
        self.setMaximum(total)
        self.setValue(done)

    def reject(self) -> None:
        pass

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
