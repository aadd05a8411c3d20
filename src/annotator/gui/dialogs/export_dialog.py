"""Asks what to export, shows how it will look, and exports it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QGridLayout,
    QLabel,
    QPlainTextEdit,
    QWidget,
)

from annotator.domain.article import ArticleState
from annotator.domain.errors import AnnotatorError
from annotator.domain.losses import Losses
from annotator.gui.articles.states import state_name
from annotator.gui.dialogs.task_dialog import TaskDialog
from annotator.gui.room import resize_to_fit
from annotator.gui.session import ProjectSession
from annotator.gui.tasks import Task
from annotator.gui.translation import sentence, tr
from annotator.services.browsing import annotators
from annotator.services.export_options import ExportOptions
from annotator.services.exporting import count, export, formats, preview

_HEAD, _TAIL = 300, 300


class ExportDialog(TaskDialog):
    def __init__(self, session: ProjectSession, parent: QWidget | None = None) -> None:
        super().__init__(tr("Export…"), parent)
        self.setWindowTitle(tr("Export"))
        resize_to_fit(self, 680, 560)
        self._session = session
        self._out = Path()
        self.format, self.layer = QComboBox(), QComboBox()
        for form in formats():
            if form.writes:
                self.format.addItem(f"{form.name} – {tr(form.about)}", form.name)
        names = annotators(session.project)
        for name in names:
            self.layer.addItem(name, name)
        self.layer.addItem(tr("All annotators, a record each"), None)
        self.layer.setCurrentIndex(names.index(session.annotator) if session.annotator in names else 0)
        self.states = {state: QCheckBox(state_name(state)) for state in ArticleState}
        self._count, self._preview = QLabel(), QPlainTextEdit()
        self._preview.setReadOnly(True)
        self._preview.setAccessibleName(tr("Preview"))
        self._preview.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        # A line of JSON runs from left to right, whatever the interface does.
        self._preview.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._lay_out()
        self.format.currentIndexChanged.connect(self._show)
        self.layer.currentIndexChanged.connect(self._show)
        for box in self.states.values():
            box.setChecked(True)
            box.toggled.connect(self._show)
        self._show()

    @property
    def options(self) -> ExportOptions:
        chosen = tuple(state for state, box in self.states.items() if box.isChecked())
        name = self.layer.currentData()
        return ExportOptions(
            format=self.format.currentData(),
            annotator=name,
            takes_all=name is None,
            states=() if len(chosen) == len(ArticleState) else chosen,
        )

    def begin(self) -> None:
        suggested = self._session.project.path.with_suffix(".jsonl")
        name, _ = QFileDialog.getSaveFileName(self, tr("Export"), str(suggested))
        if name:
            self.export_to(Path(name))

    def export_to(self, out: Path) -> None:
        project, options = self._session.project, self.options
        self._out = out
        self.run(lambda progress: export(project, out, options, progress), self._finish)

    def _finish(self, losses: Losses) -> None:
        self.said.setText(
            tr("Records written: {count} – {path}").format(count=f"{losses.records:,}", path=self._out)
        )
        self.is_done()

    def _show(self) -> None:
        """Count and preview, on another thread: the records wanted may be far apart."""
        self._shown = shown = self.options
        self.go.setEnabled(False)
        if not any(self._checked()):
            self._show_found((shown, 0, ""))
            return
        project = self._session.project
        task = Task(lambda _: (shown, count(project, shown), preview(project, shown)))
        task.finished.connect(self._show_found)
        task.failed.connect(self._show_failure)
        task.start()

    def _show_found(self, found: tuple[ExportOptions, int, str]) -> None:
        shown, total, text = found
        if shown is self._shown:
            self._count.setText(tr("Records: {count}").format(count=f"{total:,}"))
            self._preview.setPlainText("\n\n".join(map(_shortened, text.rstrip("\n").split("\n"))))
            self.go.setEnabled(total > 0)

    def _show_failure(self, error: Exception) -> None:
        if not isinstance(error, AnnotatorError):
            raise error
        self._count.setText(sentence(error))
        self._preview.clear()

    def _checked(self) -> list[bool]:
        return [box.isChecked() for box in self.states.values()]

    def _lay_out(self) -> None:
        states = QGridLayout()
        for number, box in enumerate(self.states.values()):
            states.addWidget(box, number // 3, number % 3)
        fields = QFormLayout()
        fields.addRow(tr("Format"), self.format)
        fields.addRow(tr("Whose labels"), self.layer)
        fields.addRow(tr("States"), states)
        self.form.addLayout(fields)
        self.form.addWidget(self._count)
        self.form.addWidget(self._preview, 1)


def _shortened(record: str) -> str:
    """Leave out the middle of a long record: its beginning and its spans are what tells."""
    is_long = len(record) > _HEAD + _TAIL
    return f"{record[:_HEAD]} … {record[-_TAIL:]}" if is_long else record
