"""The spans behind a figure, each of which can be opened in its article."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QVBoxLayout, QWidget

from annotator.domain.label import LabelSet
from annotator.gui.plain_text import PlainLabel, plain_tip
from annotator.gui.rows import make_rows
from annotator.gui.session import ProjectSession
from annotator.gui.tasks import Task
from annotator.gui.translation import Translated, embedded, label_name, set_off, shortened, tr
from annotator.services.evidence import MOST, Evidence, Evidences, Query, Said, evidence

_Index = QModelIndex | QPersistentModelIndex
_ROW = 30
_LONGEST = 120
_HEADING, _TEXT, _SAID = range(3)


class EvidenceModel(QAbstractTableModel):
    def __init__(self, labels: LabelSet) -> None:
        super().__init__()
        self.labels = labels
        self.items: tuple[Evidence, ...] = ()

    def show(self, items: tuple[Evidence, ...], labels: LabelSet) -> None:
        self.beginResetModel()
        self.items, self.labels = items, labels
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.items)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (tr("Article"), tr("Text"), tr("Who has what"))[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self.items[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._cell(item, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self._cell(item, index.column()))
            case _:
                return None

    def _cell(self, item: Evidence, column: int) -> str:
        match column:
            case 0:
                return embedded(item.heading)
            case 1:
                return embedded(shortened(item.text, _LONGEST)) if item.span else tr("the whole article")
            case _:
                return "  ·  ".join(self._said(said, item) for said in item.said)

    def _said(self, said: Said, item: Evidence) -> str:
        who = set_off(tr("Gold") if said.who is None else said.who)
        if said.label is None:
            return f"{who}: –"
        known = self.labels.named(said.label)
        label = label_name(known) if known else said.label
        quoted = (
            f" {set_off(f'«{shortened(said.text, _LONGEST)}»')}" if said.text not in {"", item.text} else ""
        )
        return f"{who}: {set_off(label)}{quoted}"


class EvidenceList(Translated):
    """Reads on another thread; another question takes the place of the one before."""

    picked = Signal(object)
    """An Evidence shall be shown in its article."""

    def __init__(self, session: ProjectSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._task: Task | None = None
        self._query: Query | None = None
        self._asked, self._found = "", Evidences((), is_all=True)
        self._failure: str | None = None
        self.said = PlainLabel()
        self.said.setWordWrap(True)
        self.said.setContentsMargins(12, 6, 12, 4)
        self.model = EvidenceModel(session.labels)
        self.table = _EvidenceTable(self.model)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.said)
        layout.addWidget(self.table, 1)
        self.table.entered_.connect(self._pick)
        self.retranslate()

    @property
    def is_reading(self) -> bool:
        return self._task is not None

    def ask(self, query: Query | None, asked: str) -> None:
        """Show what stands behind a cell; asked says which cell."""
        if query is not None and query == self._query and not self._failure:
            return
        self.stop()
        self._query, self._asked, self._failure = query, asked, None
        self._found = Evidences((), is_all=True)
        if query is not None:
            project = self._session.project
            self._task = task = Task(lambda progress: evidence(project, query, progress))
            task.finished.connect(lambda found: self._take(task, found))
            task.failed.connect(lambda error: self._fail(task, error))
            task.start()
        self.retranslate()

    def rename(self, asked: str) -> None:
        """Say in another language which cell it was."""
        self._asked = asked
        self.said.setText(self._sentence())

    def forget(self) -> None:
        self.stop()
        self._asked, self._found = "", Evidences((), is_all=True)
        self.retranslate()

    def stop(self) -> None:
        if self._task:
            self._task.cancel()
            self._task = None
        self._query = None

    def retranslate(self) -> None:
        self.table.setAccessibleName(tr("What stands behind the figure"))
        self.model.show(self._found.items, self._session.labels)
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, 0))
        self.said.setText(self._sentence())

    def _sentence(self) -> str:
        if not self._asked:
            return tr("Choose a figure in a table, by click or Enter: what stands behind it is listed here.")
        if self._task:
            return tr("{figure}: reading…").format(figure=self._asked)
        if self._query is None:
            return tr("{figure}: there is nothing to list behind this figure.").format(figure=self._asked)
        if not self._found.is_all:
            return tr("{figure}: the first {count}; there are more.").format(
                figure=self._asked, count=f"{MOST:,}"
            )
        return tr("{figure}: {count} in the list").format(
            figure=self._asked, count=f"{len(self._found.items):,}"
        )

    def _take(self, task: Task, found: Evidences) -> None:
        if task is self._task and self._session.is_open:
            self._task, self._found = None, found
            self.retranslate()

    def _fail(self, task: Task, error: Exception) -> None:
        if task is self._task:
            self.stop()
            self.retranslate()
            self._session.report(error)

    def _pick(self, row: int) -> None:
        if 0 <= row < len(self.model.items):
            self.picked.emit(self.model.items[row])


class _EvidenceTable(QTableView):
    entered_ = Signal(int)

    def __init__(self, model: EvidenceModel) -> None:
        super().__init__()
        self.setModel(model)
        make_rows(self, _ROW)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        for column in (_HEADING, _TEXT, _SAID):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.clicked.connect(lambda index: self.entered_.emit(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered_.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
