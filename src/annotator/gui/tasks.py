"""Long work on another thread: a plain function, frozen values in and out."""

from collections.abc import Callable
from functools import partial
from threading import Event
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal

from annotator.domain.errors import Cancelled
from annotator.domain.progress import Progress


class Task(QObject):
    """Runs work(progress) on the pool. Exactly one of its signals finished, failed and cancelled comes.

    It comes on the thread of the application, where all that is connected to it is called in turn.
    """

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    _ended = Signal()

    def __init__(self, work: Callable[[Progress], Any]) -> None:
        # It belongs to the application: whoever asked may be gone before the work is done, and a QObject
        # must not die on the other thread.
        super().__init__(QCoreApplication.instance())
        self._work = work
        self._stop = Event()
        self._has_returned = Event()
        self._tell: Callable[[], None] = self.cancelled.emit
        self._ended.connect(self._end)

    def start(self) -> None:
        QThreadPool.globalInstance().start(_Runner(self._run))

    def cancel(self) -> None:
        """Have the work stop at its next report of progress; its unit of work rolls back."""
        self._stop.set()

    def _report(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        self.progressed.emit(done, total)

    def _run(self) -> None:
        try:
            self._tell = partial(self.finished.emit, self._work(self._report))
        except Cancelled:
            pass
        except Exception as error:  # noqa: BLE001 - whatever it is has to reach the thread that asked
            self._tell = partial(self.failed.emit, error)
        self._ended.emit()
        self._has_returned.set()

    def _end(self) -> None:
        self._has_returned.wait()  # the other thread may still be returning from its signal
        self.deleteLater()
        self._tell()


class _Runner(QRunnable):
    def __init__(self, run: Callable[[], None]) -> None:
        super().__init__()
        self._run: Callable[[], None] | None = run

    def run(self) -> None:
        # PySide sometimes keeps a runnable that another thread has ended: it must not keep a project with it.
        work, self._run = self._run, None
        assert work
        work()
