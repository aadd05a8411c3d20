"""Saves what can be read of a file that does not open, and lists what could not be."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from annotator.gui.dialogs.task_dialog import TaskDialog
from annotator.gui.plain_text import PlainLabel
from annotator.gui.translation import isolated, sentence, spoken, text_option, tr
from annotator.services.rescuing import RescueReport, rescue


class RescueDialog(TaskDialog):
    wanted = Signal(object)
    """The Path of the new project, which is to be opened."""

    def __init__(self, broken: Path, target: Path, parent: QWidget | None = None) -> None:
        super().__init__(tr("Rescue"), parent)
        self.setWindowTitle(tr("Rescue a project"))
        self._broken, self._target = broken, target
        aim = tr("What can be read of {broken} is saved as {target}. The file itself stays as it is.")
        said = PlainLabel(aim.format(broken=isolated(broken.name), target=isolated(target.name)))
        said.setWordWrap(True)
        self.form.addWidget(said)
        self.losses = QPlainTextEdit()
        self.losses.setReadOnly(True)
        self.losses.setAccessibleName(tr("What could not be saved"))
        self.losses.document().setDefaultTextOption(text_option(spoken()))
        self.losses.hide()
        self.form.addWidget(self.losses)
        self.go_on = self.add_button(tr("Open it"))
        self.go_on.clicked.connect(self._open)
        self.go_on.hide()

    def begin(self) -> None:
        self.run(lambda progress: rescue(self._broken, self._target, progress), self._finish)

    def _finish(self, report: RescueReport) -> None:
        counts = tr("Saved: {articles} articles, {annotations} annotations.")
        said = [counts.format(articles=f"{report.articles:,}", annotations=f"{report.annotations:,}")]
        if report.losses:
            said.append(tr("What could not be saved, or not as it was:"))
            self.losses.setPlainText("\n".join(sentence(loss) for loss in report.losses))
            self.losses.show()
        else:
            said.append(tr("Nothing is missing."))
        self.said.setText("\n".join(said))
        self.go_on.show()
        self.is_done()

    def _open(self) -> None:
        self.accept()
        self.wanted.emit(self._target)
