"""What nobody refers to any more dies on the thread of the application, whoever allocates."""

import gc
import weakref
from threading import Thread, current_thread, main_thread

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from annotator.gui.garbage import Collector
from annotator.services.bulk import uncollected


class _Ring:
    def __init__(self) -> None:
        self.itself = self


def test_what_another_thread_leaves_dies_on_that_of_the_window(qapp: QApplication) -> None:
    gc.enable()
    collector = Collector(QObject())
    died: list[Thread] = []

    def litter() -> None:
        for _ in range(5_000):
            weakref.finalize(_Ring(), lambda: died.append(current_thread()))

    thread = Thread(target=litter)
    thread.start()
    thread.join()
    assert died == []
    with uncollected():
        collector.collect()
    assert died == []
    collector.collect()
    assert died == [main_thread()] * 5_000
