"""A dialog whose work runs on another thread, with progress and a way to stop it."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.errors import AnnotatorError
from annotator.domain.progress import Progress
from annotator.gui.dialogs.buttons import button_row
from annotator.gui.plain_text import PlainLabel
from annotator.gui.room import scrolled
from annotator.gui.tasks import Task
from annotator.gui.translation import sentence, tr


class TaskDialog(QDialog):
    """Subclasses fill `form`, and call run; Cancel stops the work, or closes if there is none."""

    def __init__(self, go: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(560)
        self._asked = QWidget()
        self.form = QVBoxLayout(self._asked)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.bar = QProgressBar()
        self.bar.hide()
        self.said = PlainLabel()
        self.said.setWordWrap(True)
        self.buttons = button_row(QDialogButtonBox.StandardButton.Cancel)
        self.go = self.buttons.addButton(go, QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        self.go.clicked.connect(self.begin)
        self.buttons.rejected.connect(self._stop)
        self._task: Task | None = None
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(scrolled(self._asked), 1)
        layout.addWidget(self.bar)
        layout.addWidget(self.said)
        layout.addWidget(self.buttons)

    def begin(self) -> None:
        """Start the work: each dialog's own."""

    def add_button(self, text: str) -> QPushButton:
        """Add a button that Enter does not press, wherever the keyboard has been."""
        button = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
        button.setAutoDefault(False)
        return button

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # The row hands the keyboard to its first accepting button: what comes before it would be passed over.
        cancel = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        more = [button for button in self.buttons.buttons() if button not in {self.go, cancel}]
        for one, other in pairwise([self.go, *more, cancel]):
            QWidget.setTabOrder(one, other)
        self._first_field().setFocus()

    def _first_field(self) -> QWidget:
        """Return what is asked first; the buttons, which were made before it, would have the keyboard."""
        widget = self.nextInFocusChain()
        while widget and widget is not self:
            takes_tab = widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
            if takes_tab and self._asked.isAncestorOf(widget):
                return widget
            widget = widget.nextInFocusChain()
        return self.go

    def run(self, work: Callable[[Progress], Any], done: Callable[[Any], None]) -> None:
        self._task = task = Task(work)
        task.progressed.connect(self._show_progress)
        task.finished.connect(self._end)
        task.finished.connect(done)
        task.cancelled.connect(self._say_stopped)
        task.failed.connect(self._fail)
        self._let_ask(is_free=False)
        self.said.clear()
        self.bar.setRange(0, 0)
        self.bar.show()
        task.start()

    @property
    def is_at_work(self) -> bool:
        return self._task is not None

    def _let_ask(self, *, is_free: bool) -> None:
        """Let things be chosen and begun, but not while something is going on."""
        self._asked.setEnabled(is_free)
        cancel = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        for button in self.buttons.buttons():
            button.setEnabled(is_free or button is cancel)
        self.go.setDefault(is_free)

    def is_done(self) -> None:
        """Leave only a button to close with, and room for all that is said."""
        self.go.hide()
        self.resize(self.width(), max(self.height(), self._layout.heightForWidth(self.width())))
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Close"))

    def closeEvent(self, event: QCloseEvent) -> None:
        self._stop()
        event.setAccepted(self._task is None)

    def reject(self) -> None:
        self._stop()

    def _stop(self) -> None:
        if self._task:
            self._task.cancel()
        else:
            super().reject()

    def _show_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _say_stopped(self) -> None:
        self._end(tr("Stopped; nothing was changed."))

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, AnnotatorError):
            self._end()
            raise error
        self._end(sentence(error))

    def _end(self, said: object = "") -> None:
        self._task = None
        self.bar.hide()
        self._let_ask(is_free=True)
        self.said.setText(said if isinstance(said, str) else "")
