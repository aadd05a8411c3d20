"""Fills gold by a strategy, of the open article or of all in the queue."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QCheckBox, QComboBox, QRadioButton, QWidget

from annotator.domain.edit import Edit
from annotator.gui.dialogs.task_dialog import TaskDialog
from annotator.gui.plain_text import PlainLabel
from annotator.gui.session import ProjectSession
from annotator.gui.translation import tr
from annotator.services.reviewing import Strategy, fill


class FillingDialog(TaskDialog):
    def __init__(
        self,
        session: ProjectSession,
        people: Mapping[str, str],
        here: str,
        everywhere: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        """Here is the open article; everywhere are all that can be reviewed, whose gold may be filled too.

        People are those whose layers may be copied, by name, as they are shown.
        """
        super().__init__(tr("Fill"), parent)
        self.setWindowTitle(tr("Fill gold"))
        self._session, self._here, self._everywhere = session, here, everywhere
        about = PlainLabel(tr("What somebody has decided stays as it is."))
        about.setWordWrap(True)
        self.all_agree = QRadioButton(tr("What all annotators have"))
        self.majority = QRadioButton(tr("What more than half of them have"))
        self.one = QRadioButton(tr("What one annotator has:"))
        self.all_agree.setChecked(True)
        self.person = QComboBox()
        for name, shown in people.items():
            self.person.addItem(shown, name)
        self.person.setAccessibleName(tr("Annotator"))
        self.person.activated.connect(lambda _: self.one.setChecked(True))
        self.one.setEnabled(bool(people))
        self.is_everywhere = QCheckBox(tr("In all articles of the queue that are not accepted"))
        for part in (about, self.all_agree, self.majority, self.one, self.person, self.is_everywhere):
            self.form.addWidget(part)

    @property
    def strategy(self) -> Strategy:
        if self.one.isChecked():
            return Strategy(annotator=self.person.currentData())
        return Strategy(has_majority=self.majority.isChecked())

    def begin(self) -> None:
        project, strategy, author = self._session.project, self.strategy, self._session.author
        articles = self._everywhere if self.is_everywhere.isChecked() else [self._here]
        self.run(lambda progress: fill(project, articles, strategy, author, progress), self._finish)

    def _finish(self, made: list[Edit]) -> None:
        self._session.saved.emit()
        if made:
            self._session.made(tr("Fill gold"), made)
        self.accept()
