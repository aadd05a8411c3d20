"""Saves what the dashboard shows: a chart as a picture, everything as a report."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from annotator.domain.errors import AnnotatorError
from annotator.gui.printing import pdf_of
from annotator.gui.quality.pictures import ENDINGS as PICTURES
from annotator.gui.quality.pictures import save_picture
from annotator.gui.session import ProjectSession
from annotator.gui.tasks import Task
from annotator.gui.translation import isolated, sentence, spoken, tr
from annotator.quality.agreement import Agreement
from annotator.reports import writing
from annotator.reports.report import make_report
from annotator.reports.tables import Report


class Saving:
    """A report is measured on another thread and written here, since only here a page can be printed."""

    def __init__(self, session: ProjectSession, window: QWidget, say: Callable[[str], None]) -> None:
        self._session = session
        self._window = window
        self._say = say
        self._task: Task | None = None

    @property
    def is_running(self) -> bool:
        return self._task is not None

    def ask_picture(self, picture: QWidget) -> None:
        path = self._ask(tr("Save the picture"), PICTURES)
        if path:
            self.save_picture(picture, path)

    def save_picture(self, picture: QWidget, path: Path) -> None:
        try:
            save_picture(picture, path)
        except AnnotatorError as error:
            self._say(sentence(error))
        else:
            self._say_saved(path)

    def ask_report(self) -> None:
        path = self._ask(tr("Save the report"), writing.ENDINGS)
        if path:
            self.save_report(path)

    def save_report(self, path: Path) -> None:
        """Measure and write a report in the language of the interface."""
        project, language = self._session.project, str(spoken())
        try:
            writing.check(project, path)
        except AnnotatorError as error:
            self._say(sentence(error))
            return
        self.stop()
        self._task = task = Task(lambda progress: make_report(project, language, progress=progress))
        task.finished.connect(lambda made: self._write(task, path, *made))
        task.failed.connect(lambda error: self._fail(task, error))
        task.start()
        self._say(tr("Measuring for the report…"))

    def stop(self) -> None:
        if self._task:
            self._task.cancel()
            self._task = None

    def _write(self, task: Task, path: Path, report: Report, measured: Agreement) -> None:
        if task is not self._task or not self._session.is_open:
            return
        self._task = None
        try:
            writing.write(path, report, measured, pdf_of)
        except AnnotatorError as error:
            self._say(sentence(error))
        else:
            self._say_saved(path)

    def _fail(self, task: Task, error: Exception) -> None:
        if task is not self._task:
            return
        self._task = None
        if not isinstance(error, AnnotatorError):
            raise error
        self._say(sentence(error))

    def _say_saved(self, path: Path) -> None:
        self._say(tr("Saved: {path}").format(path=isolated(path)))

    def _ask(self, title: str, endings: tuple[str, ...]) -> Path | None:
        """Ask for a file; its ending is that of the chosen form where none was given."""
        forms = [f"{ending[1:].upper()} (*{ending})" for ending in endings]
        suggested = self._session.project.path.with_suffix(endings[0])
        name, form = QFileDialog.getSaveFileName(self._window, title, str(suggested), ";;".join(forms))
        if not name:
            return None
        path = Path(name)
        return path if path.suffix else path.with_suffix(endings[max(forms.index(form), 0)])
