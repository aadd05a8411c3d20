"""What the dashboard shows, measured on another thread: counts first, then what takes a reading of all."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from annotator.domain.progress import Progress
from annotator.gui.session import ProjectSession
from annotator.gui.tasks import Task
from annotator.gui.translation import tr
from annotator.quality.agreement import Agreement
from annotator.services.measuring import agreement
from annotator.services.overview import Progression, Review, progression, review


class Measuring(QObject):
    """One measurement at a time, in steps; another takes the place of the one before."""

    renewed = Signal()
    """A step has ended: counted, measured and found are what there is so far."""
    moved = Signal(int, int)
    failed = Signal(object)

    def __init__(self, session: ProjectSession, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._task: Task | None = None
        self.counted: Progression | None = None
        self.measured: Agreement | None = None
        self.found: Review | None = None
        self.doing = ""

    @property
    def is_running(self) -> bool:
        return self._task is not None

    def start(self) -> None:
        """Measure anew; what was measured is kept until then."""
        self.stop()
        project = self._session.project
        self._run(tr("Counting…"), lambda _: progression(project), self._take_progression)

    def stop(self) -> None:
        if self._task:
            self._task.cancel()
            self._task = None

    def _take_progression(self, counted: Progression) -> None:
        self.counted = counted
        project = self._session.project
        self._run(
            tr("Measuring agreement…"),
            lambda progress: agreement(project, progress=progress),
            self._take_agreement,
        )

    def _take_agreement(self, measured: Agreement) -> None:
        self.measured = measured
        project = self._session.project
        self._run(
            tr("Looking for disagreements…"), lambda progress: review(project, progress), self._take_review
        )

    def _take_review(self, found: Review) -> None:
        self.found = found

    def _run(self, doing: str, work: Callable[[Progress], Any], done: Callable[[Any], None]) -> None:
        self.doing = doing
        self._task = task = Task(work)
        task.progressed.connect(lambda now, total: self._move(task, now, total))
        task.finished.connect(lambda result: self._end(task, done, result))
        task.failed.connect(lambda error: self._fail(task, error))
        task.start()

    def _move(self, task: Task, now: int, total: int) -> None:
        if task is self._task:
            self.moved.emit(now, total)

    def _end(self, task: Task, done: Callable[[Any], None], result: object) -> None:
        if task is self._task and self._session.is_open:
            self._task = None
            done(result)
            self.renewed.emit()

    def _fail(self, task: Task, error: Exception) -> None:
        if task is self._task:
            self._task = None
            self.failed.emit(error)
