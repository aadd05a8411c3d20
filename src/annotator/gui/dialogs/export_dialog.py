"""Asks what to export, shows how it will look, and exports it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from annotator.domain.article import ArticleState
from annotator.domain.errors import AnnotatorError
from annotator.domain.losses import Losses
from annotator.domain.policies import Fitting, Nesting, Policy
from annotator.gui.articles.states import state_name
from annotator.gui.dialogs.loss_report import told
from annotator.gui.dialogs.task_dialog import TaskDialog
from annotator.gui.room import resize_to_fit
from annotator.gui.session import ProjectSession
from annotator.gui.tasks import Task
from annotator.gui.translation import Language, sentence, text_option, tr
from annotator.services.browsing import annotators
from annotator.services.export_options import ExportOptions
from annotator.services.exporting import FormatFacts, count, export, foresee, formats, preview

_HEAD, _TAIL = 300, 300
_MOST_LINES = 60
POLICIES = {
    Policy.SPLIT: "The word is split",
    Policy.WIDEN: "The span takes in the whole word",
    Policy.DROP: "The span is left out",
}
NESTINGS = {
    Nesting.OUTERMOST: "The longest gets the tags",
    Nesting.INNERMOST: "The shortest gets the tags",
    Nesting.LAYERS: "Each has a column of tags",
}


class ExportDialog(TaskDialog):
    def __init__(self, session: ProjectSession, parent: QWidget | None = None) -> None:
        super().__init__(tr("Export…"), parent)
        self.setWindowTitle(tr("Export"))
        resize_to_fit(self, 720, 700)
        self._session = session
        self._out = Path()
        self._formats = [form for form in formats() if form.writes]
        self.format, self.layer = QComboBox(), QComboBox()
        for form in self._formats:
            self.format.addItem(f"{form.name} – {tr(form.about)}", form.name)
        names = annotators(session.project)
        for name in names:
            self.layer.addItem(name, name)
        self.layer.addItem(tr("All annotators, a record each"), None)
        self.layer.setCurrentIndex(names.index(session.annotator) if session.annotator in names else 0)
        self.states = {state: QCheckBox(state_name(state)) for state in ArticleState}
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("All articles"))
        self.has_empty = QCheckBox(tr("Articles without labels too"))
        self.policy, self.nesting = _choices(POLICIES), _choices(NESTINGS)
        self._count, self._losses, self._preview = QLabel(), QLabel(), QPlainTextEdit()
        self._losses.setTextFormat(Qt.TextFormat.PlainText)
        self._losses.setWordWrap(True)
        self._preview.setReadOnly(True)
        self._preview.setMinimumHeight(150)
        self._preview.setAccessibleName(tr("Preview"))
        self._preview.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        # A line of a file runs from left to right, whatever the interface does and the line begins with.
        self._preview.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._preview.document().setDefaultTextOption(text_option(Language.ENGLISH))
        self._foreseeing: Task | None = None
        self._lay_out()
        for box in (*self.states.values(), self.has_empty):
            box.setChecked(True)
            box.toggled.connect(self._show)
        for combo in (self.format, self.layer, self.policy, self.nesting):
            combo.currentIndexChanged.connect(self._show)
        self.words.editingFinished.connect(self._show)
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
            query=self.words.text().strip(),
            has_empty=self.has_empty.isChecked(),
            # A combo box gives back a plain text of an enumeration's.
            fitting=Fitting(Policy(self.policy.currentData()), Nesting(self.nesting.currentData())),
        )

    def begin(self) -> None:
        form = self._form
        project = self._session.project.path
        if form.has_folder:
            suggested = str(project.with_name(f"{project.stem}-{form.name}"))
        else:
            suggested = str(project.with_suffix(form.suffixes[0]))
        name, _ = QFileDialog.getSaveFileName(self, tr("Export"), suggested)
        if name:
            self.export_to(Path(name))

    def export_to(self, out: Path) -> None:
        project, options = self._session.project, self.options
        self._out = out
        self.run(lambda progress: export(project, out, options, progress), self._finish)

    def done(self, result: int) -> None:
        self._stop_foreseeing()
        super().done(result)

    @property
    def _form(self) -> FormatFacts:
        return self._formats[self.format.currentIndex()]

    def _finish(self, losses: Losses) -> None:
        self.said.setText(
            tr("Records written: {count} – {path}").format(count=f"{losses.records:,}", path=self._out)
        )
        self._losses.setText(told(losses))
        self.is_done()

    def _show(self) -> None:
        """Count and preview, on another thread: the records wanted may be far apart."""
        for field in (self.policy, self.nesting):
            self._fields.setRowVisible(field, self._form.has_tags)
        self._shown = shown = self.options
        self.go.setEnabled(False)
        self._stop_foreseeing()
        self._losses.clear()
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
            lines = text.rstrip("\n").split("\n")[:_MOST_LINES]
            self._preview.setPlainText("\n".join(map(_shortened, lines)))
            self.go.setEnabled(total > 0)
            self.go.setDefault(True)
            if total:
                self._foresee(shown)

    def _foresee(self, shown: ExportOptions) -> None:
        """Go through all records, and say what would be lost: it may take a while."""
        self._losses.setText(tr("Counting what the format cannot hold…"))
        project = self._session.project
        self._foreseeing = task = Task(lambda progress: (shown, foresee(project, shown, progress)))
        task.finished.connect(self._show_losses)
        task.failed.connect(self._show_failure)
        task.start()

    def _show_losses(self, found: tuple[ExportOptions, Losses]) -> None:
        shown, losses = found
        if shown is self._shown:
            self._foreseeing = None
            self._losses.setText(told(losses))

    def _stop_foreseeing(self) -> None:
        if self._foreseeing:
            self._foreseeing.cancel()
            self._foreseeing = None

    def _show_failure(self, error: Exception) -> None:
        if not isinstance(error, AnnotatorError):
            raise error
        self._foreseeing = None
        self._count.setText(sentence(error))
        self._losses.clear()
        self._preview.clear()

    def _checked(self) -> list[bool]:
        return [box.isChecked() for box in self.states.values()]

    def _lay_out(self) -> None:
        states = QGridLayout()
        for number, box in enumerate(self.states.values()):
            states.addWidget(box, number // 3, number % 3)
        self._fields = QFormLayout()
        self._fields.addRow(tr("Format"), self.format)
        self._fields.addRow(tr("Whose labels"), self.layer)
        self._fields.addRow(tr("States"), states)
        self._fields.addRow(tr("With the words"), self.words)
        self._fields.addRow("", self.has_empty)
        self._fields.addRow(tr("A span within a word"), self.policy)
        self._fields.addRow(tr("Nested spans"), self.nesting)
        self.form.addLayout(self._fields)
        self.form.addWidget(self._count)
        self.form.addWidget(self._losses)
        self.form.addWidget(self._preview, 1)


def _choices(names: Mapping[Any, str]) -> QComboBox:
    box = QComboBox()
    for value, name in names.items():
        box.addItem(tr(name), value)
    return box


def _shortened(record: str) -> str:
    """Leave out the middle of a long record: its beginning and its spans are what tells."""
    is_long = len(record) > _HEAD + _TAIL
    return f"{record[:_HEAD]} … {record[-_TAIL:]}" if is_long else record
