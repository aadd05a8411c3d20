"""Long work on another thread: a plain function, frozen values in and out."""

from collections.abc import Callable
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
        self._is_let_go = Event()
        self._outcome: tuple[Any, ...] = ()
        """The name of a signal, and what it is emitted with."""
        # One call waits in the queue of the application, since a task could be deleted between several.
        self._ended.connect(self._end)

    def start(self) -> None:
        QThreadPool.globalInstance().start(_Runner(self._run, self._is_let_go))

    def cancel(self) -> None:
        """Have the work stop at its next report of progress; its unit of work rolls back."""
        self._stop.set()

    def _report(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        self.progressed.emit(done, total)

    def _run(self) -> None:
        try:
            self._outcome = "finished", self._work(self._report)
        except Cancelled:
            self._outcome = ("cancelled",)
        except Exception as error:  # noqa: BLE001 - whatever it is has to reach the thread that asked
            self._outcome = "failed", error
        self._ended.emit()

    def _end(self) -> None:
        self._is_let_go.wait()
        self.deleteLater()
        (end, *values), self._outcome = self._outcome, ()
        getattr(self, end).emit(*values)


class _Runner(QRunnable):
    def __init__(self, run: Callable[[], None], is_let_go: Event) -> None:
        super().__init__()
        self._run: Callable[[], None] | None = run
        self._is_let_go = is_let_go

    def run(self) -> None:
        # PySide sometimes keeps a runnable that another thread has ended: it must not keep a project with it.
        work, self._run = self._run, None
        assert work
        work()
        del work  # from here on the task is the application's alone
        self._is_let_go.set()
