"""Asks what to export, shows how it will look, and exports it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)

from annotator.domain.errors import AnnotatorError
from annotator.domain.losses import Losses
from annotator.domain.progress import Progress
from annotator.gui.dialogs.export_choices import DAY, ExportChoices, ProjectFacts
from annotator.gui.dialogs.loss_report import told
from annotator.gui.dialogs.task_dialog import TaskDialog
from annotator.gui.plain_text import PlainLabel
from annotator.gui.room import resize_to_fit, slim_box
from annotator.gui.session import ProjectSession
from annotator.gui.tasks import Task
from annotator.gui.translation import Language, isolated, sentence, text_option, tr
from annotator.services.browsing import annotators, has_gold, sources
from annotator.services.export_options import ExportOptions
from annotator.services.exporting import FormatFacts, count, export, foresee, formats, preview

_HEAD, _TAIL = 300, 300
_MOST_LINES = 60


class ExportDialog(TaskDialog):
    def __init__(self, session: ProjectSession, parent: QWidget | None = None) -> None:
        super().__init__(tr("Export…"), parent)
        self.setWindowTitle(tr("Export"))
        resize_to_fit(self, 720, 700)
        self._session = session
        self._out = Path()
        self._formats = [form for form in formats() if form.writes]
        self.format = slim_box(20)  # what a format is takes a line; the caption before it has its room first
        for form in self._formats:
            self.format.addItem(f"{form.name} – {tr(form.about)}", form.name)
        project = session.project
        facts = ProjectFacts(annotators(project), sources(project), has_gold(project))
        self.choices = ExportChoices(facts, session.annotator, session.labels)
        self._count, self._losses, self._preview = PlainLabel(), PlainLabel(), QPlainTextEdit()
        self._losses.setWordWrap(True)
        self._preview.setReadOnly(True)
        self._preview.setTabChangesFocus(True)
        self._preview.setMinimumHeight(100)
        self._preview.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._preview.setAccessibleName(tr("Preview"))
        self._preview.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        # A line of a file runs from left to right, whatever the interface does and the line begins with.
        self._preview.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._preview.document().setDefaultTextOption(text_option(Language.ENGLISH))
        self._looking: Task | None = None
        self._shown: ExportOptions | None = None
        self._lay_out()
        self.format.currentIndexChanged.connect(self._show)
        self.choices.changed.connect(self._show)
        self._show()

    @property
    def options(self) -> ExportOptions:
        """Raises ValueError for what is no day."""
        return self.choices.options(self.format.currentData())

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
        self._stop_looking()
        self.run(lambda progress: export(project, out, options, progress), self._finish)

    def done(self, result: int) -> None:
        self._stop_looking()
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
        self.choices.use_tokens(has_tags=self._form.has_tags)
        self.go.setEnabled(False)
        self._stop_looking()
        self._losses.clear()
        try:
            self._shown = shown = self.options
        except ValueError:
            self._shown = None
            self._count.setText(tr("A day is written as {day}.").format(day=isolated(DAY)))
            self._preview.clear()
            return
        if self.choices.is_nothing:
            self._show_found((shown, 0, ""))
            return
        project = self._session.project
        self._look(
            shown,
            lambda progress: (shown, count(project, shown, progress), preview(project, shown)),
            self._show_found,
        )

    def _look(
        self, shown: ExportOptions, work: Callable[[Progress], Any], show: Callable[[Any], None]
    ) -> None:
        """Have something found out, until something else is chosen."""
        self._looking = task = Task(work)
        task.finished.connect(show)
        task.failed.connect(lambda error: self._show_failure(shown, error))
        task.start()

    def _show_found(self, found: tuple[ExportOptions, int, str]) -> None:
        shown, total, text = found
        if shown is self._shown:
            self._count.setText(tr("Records: {count}").format(count=f"{total:,}"))
            lines = text.rstrip("\n").split("\n")[:_MOST_LINES]
            self._preview.setPlainText("\n".join(map(_shortened, lines)))
            self.go.setEnabled(total > 0 and not self.is_at_work)
            self.go.setDefault(True)
            if total:
                self._foresee(shown)

    def _foresee(self, shown: ExportOptions) -> None:
        """Go through all records, and say what would be lost: it may take a while."""
        self._losses.setText(tr("Counting what the format cannot hold…"))
        project = self._session.project
        self._look(shown, lambda progress: (shown, foresee(project, shown, progress)), self._show_losses)

    def _show_losses(self, found: tuple[ExportOptions, Losses]) -> None:
        shown, losses = found
        if shown is self._shown:
            self._looking = None
            self._losses.setText(told(losses))

    def _stop_looking(self) -> None:
        if self._looking:
            self._looking.cancel()
            self._looking = None

    def _show_failure(self, shown: ExportOptions, error: Exception) -> None:
        if not isinstance(error, AnnotatorError):
            raise error
        if shown is not self._shown:
            return
        self._looking = None
        self._count.setText(sentence(error))
        self._losses.clear()
        self._preview.clear()

    def _lay_out(self) -> None:
        fields = QFormLayout()
        fields.addRow(tr("Format"), self.format)
        self.form.addLayout(fields)
        for part in (self.choices, self._count, self._losses):
            self.form.addWidget(part)
        self.form.addWidget(self._preview, 1)


def _shortened(record: str) -> str:
    """Leave out the middle of a long record: its beginning and its spans are what tells."""
    is_long = len(record) > _HEAD + _TAIL
    return f"{record[:_HEAD]} … {record[-_TAIL:]}" if is_long else record
