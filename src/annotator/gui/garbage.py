"""Garbage is collected on the thread of the application alone: nothing of Qt in it may die on another."""

import gc

from PySide6.QtCore import QObject, QTimer

from annotator.services.bulk import is_at_work

_EVERY_MS = 1_000


class Collector(QObject):
    """Collects in place of Python, which would wherever somebody happens to allocate, as in an import."""

    def __init__(self, parent: QObject) -> None:
        """What is there already, a quarter of a million objects that imports have left, is never walked."""
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that Python would, if any, unless a corpus is worked on."""
        if is_at_work():
            return
        both = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [generation for generation, (count, most) in enumerate(both) if count > most]
        if due:
            gc.collect(due[-1])
