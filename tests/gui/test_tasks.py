"""Work on another thread: what comes of it always reaches whoever asked."""

import time

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtWidgets import QApplication

from annotator.domain.errors import Cancelled, EditError
from annotator.domain.progress import Progress
from annotator.gui.tasks import Task


def _wait_for(heard: list[object], count: int) -> None:
    end = time.monotonic() + 5
    while len(heard) < count and time.monotonic() < end:
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_an_end_is_heard_also_while_what_has_ended_is_being_deleted(qapp: QApplication) -> None:
    heard: list[object] = []
    while len(heard) < 1000:
        expected = len(heard) + 2
        for _ in range(2):
            task = Task(lambda _: None)
            task.finished.connect(heard.append)
            task.start()
        _wait_for(heard, expected)
        assert len(heard) == expected


def _fail(_: Progress) -> None:
    raise EditError("no")


def _leave(_: Progress) -> None:
    raise Cancelled


@pytest.mark.parametrize(
    ("work", "end"), [(_fail, "failed"), (_leave, "cancelled"), (lambda _: None, "finished")]
)
def test_one_end_comes_and_no_other(qapp: QApplication, work, end: str) -> None:
    heard: list[str] = []
    task = Task(work)
    for name in ("finished", "failed", "cancelled"):
        getattr(task, name).connect(lambda *_, name=name: heard.append(name))
    task.start()
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()
    assert heard == [end]
