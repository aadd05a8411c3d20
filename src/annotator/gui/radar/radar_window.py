"""The queue of what is probably labelled wrongly: show, fix here, fix everywhere, or fine as it is."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.edit import Changes, Edit
from annotator.domain.errors import AnnotatorError
from annotator.gui.plain_text import PlainLabel
from annotator.gui.radar.suspicion_model import SuspicionModel
from annotator.gui.room import resize_to_fit
from annotator.gui.rows import make_rows
from annotator.gui.session import ProjectSession
from annotator.gui.tasks import Task
from annotator.gui.translation import sentence, tr
from annotator.services.radar import Fixes, Quoted, Radar, quoted

Act = Callable[[], None]
_REST_MS = 400
_ROW = 30
_MOST = 1000


class RadarWindow(QDialog):
    """Follows the edits of its session, and covers what is labelled in it.

    In review that is everybody's layers, or gold.
    """

    wanted = Signal(object)
    """A Suspicion whose place shall be shown."""

    def __init__(self, session: ProjectSession, *, is_review: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._session = session
        self._annotator = None if is_review else session.annotator
        self.whose = QComboBox()
        self.whose.setVisible(is_review)
        for _ in range(2):
            self.whose.addItem("")
        self.whose.activated.connect(self._choose)
        self._radar: Radar | None = None
        self._task: Task | None = None
        self._missed: list[Edit] = []
        self._reads_again = False
        self.model = SuspicionModel(session.labels)
        self.table = QTableView()
        self.table.setModel(self.model)
        make_rows(self.table, _ROW)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.said = PlainLabel()
        self.said.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.buttons = {name: QPushButton() for name in ("show", "here", "everywhere", "fine")}
        row = QHBoxLayout()
        for name, button in self.buttons.items():
            button.setAutoDefault(False)
            row.addWidget(button)
            button.clicked.connect(self._acts()[name])
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        above = QHBoxLayout()
        above.addWidget(self.said, 1)
        above.addWidget(self.whose)
        layout.addLayout(above)
        for part in (self.bar, self.table):
            layout.addWidget(part)
        layout.addLayout(row)
        resize_to_fit(self, 980, 560)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._show)
        self.table.activated.connect(lambda _: self._want())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._enable())
        session.changed.connect(self._on_changed)
        session.closing.connect(self.close)
        self._retranslate()
        self._read()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {Qt.Key.Key_Delete: "fine", Qt.Key.Key_F: "here"}
        name = keys.get(Qt.Key(event.key()))
        if name == "here" and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            name = "everywhere"
        if name and self.buttons[name].isEnabled():
            self._acts()[name]()
        else:
            super().keyPressEvent(event)

    @property
    def current(self) -> Quoted | None:
        row = self.table.currentIndex().row()
        return self.model.items[row] if 0 <= row < len(self.model.items) else None

    def _acts(self) -> dict[str, Act]:
        return {
            "show": self._want,
            "here": self._fix_here,
            "everywhere": self._fix_everywhere,
            "fine": self._approve,
        }

    def _retranslate(self) -> None:
        self.setWindowTitle(tr("Consistency radar"))
        self.table.setAccessibleName(tr("What goes against the project's habits"))
        self.whose.setItemText(0, tr("Everybody's labels"))
        self.whose.setItemText(1, tr("Gold"))
        self.whose.setAccessibleName(tr("Whose labels it is about"))
        names = {
            "show": (tr("Show"), tr("Enter")),
            "here": (tr("Fix here"), "F"),
            "everywhere": (tr("Fix everywhere"), "Shift+F"),
            "fine": (tr("Fine as it is"), "Del"),
        }
        for name, (text, key) in names.items():
            self.buttons[name].setText(text)
            self.buttons[name].setToolTip(key)
        if self._task:
            self.said.setText(tr("Reading the whole project…"))
        self._show()

    def _read(self) -> None:
        """Learn the project's habits, on another thread."""
        if not self._session.is_open:
            return
        if self._task:
            self._reads_again = True
            return
        self._missed, self._reads_again = [], False
        project, annotator = self._session.project, self._annotator
        self.said.setText(tr("Reading the whole project…"))
        self.bar.show()
        self._task = task = Task(lambda progress: Radar(project, annotator, progress))
        task.finished.connect(self._take)
        task.failed.connect(self._fail)
        task.cancelled.connect(self._end)
        self._enable()
        task.start()

    def _choose(self, nth: int) -> None:
        """Cover everybody's layers, or gold, in review."""
        self._annotator = self._session.annotator if nth else None
        self._radar = None
        self._read()

    def _take(self, radar: Radar) -> None:
        self._end()
        if self._reads_again:
            self._read()
            return
        self._radar = radar
        radar.follow(self._missed)
        self._show()

    def _fail(self, error: Exception) -> None:
        self._end()
        self._session.report(error)

    def _end(self) -> None:
        self._task = None
        self.bar.hide()

    def _show(self) -> None:
        if self._radar is None or not self._session.is_open:
            return
        row = max(0, self.table.currentIndex().row())
        found = self._radar.suspicions()
        self.model.show([*quoted(self._session.project, found[:_MOST])], self._session.labels)
        told = tr("Suspicions: {count}, the likeliest errors first.").format(count=f"{len(found):,}")
        self.said.setText(told if found else tr("Nothing goes against the project's habits."))
        self.table.resizeColumnsToContents()
        if self.model.items:
            self.table.setCurrentIndex(self.model.index(min(row, len(self.model.items) - 1), 0))
        self._enable()

    def _enable(self) -> None:
        current = self.current
        can_fix = current is not None and current.suspicion.proposal is not None
        for name, button in self.buttons.items():
            button.setEnabled(can_fix if name in {"here", "everywhere"} else current is not None)

    def _on_changed(self, changes: Changes) -> None:
        if changes.everything or changes.labels:
            self._radar = None
            self._read()
        elif self._radar:
            self._radar.follow(changes.edits)
            self._rest.start()
        else:
            self._missed += changes.edits

    def _want(self) -> None:
        if self.current:
            self.wanted.emit(self.current.suspicion)

    def _fix_here(self) -> None:
        if self._radar and self.current:
            self._make(self._radar.fix_here(self.current.suspicion))

    def _fix_everywhere(self) -> None:
        if self._radar and self.current:
            self._make(self._radar.fix_everywhere(self.current.suspicion))

    def _make(self, fixes: Fixes) -> None:
        try:
            if fixes.edits:
                self._session.edit(tr("Fix"), *fixes.edits)
        except AnnotatorError as error:
            self.said.setText(sentence(error))
            return
        self._rest.stop()
        self._show()
        told = tr("Fixed: {count}.").format(count=f"{len(fixes.edits):,}")
        if fixes.left_out:
            told = f"{told} {tr('Left as they are, submitted or changed meanwhile: {count}.')}".format(
                count=f"{fixes.left_out:,}"
            )
        self.said.setText(told)

    def _approve(self) -> None:
        if self._radar and self.current:
            self._radar.approve(self.current.suspicion, self._session.author)
            self._session.saved.emit()
            self._show()
