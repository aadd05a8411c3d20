"""The articles to review, those with the most open disagreements first if wanted."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QListView, QPushButton, QVBoxLayout, QWidget

from annotator.domain.article import ArticleLine
from annotator.domain.edit import Changes
from annotator.gui.articles.article_delegate import ArticleDelegate
from annotator.gui.articles.article_model import LINE_ROLE
from annotator.gui.articles.states import state_name
from annotator.gui.plain_text import PlainLabel, plain_tip
from annotator.gui.review.sample_dialog import SampleDialog, plan_sentence
from annotator.gui.room import slim_box
from annotator.gui.session import ProjectSession
from annotator.gui.tasks import Task
from annotator.gui.translation import Translated, label_name, tr
from annotator.services.queueing import NO_RISKS, Order, QueuedArticle, ordered, queue, queued_now, risks
from annotator.services.sampling import Plan, errors_of, interval

Index = QModelIndex | QPersistentModelIndex
ORDER_NAMES = {
    Order.PROJECT: "In the order of the project",
    Order.DISAGREEMENT: "Most open first",
    Order.RISK: "Likeliest errors first",
}
_REST_MS = 600
"""How long nothing has been decided before the queue is read again."""


class QueueModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.articles: list[QueuedArticle] = []

    def show(self, articles: list[QueuedArticle]) -> None:
        self.beginResetModel()
        self.articles = articles
        self.endResetModel()

    def row_of(self, article: str) -> int | None:
        return next((nth for nth, item in enumerate(self.articles) if item.line.id == article), None)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.articles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        found = self.articles[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return found.line.heading
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                told = f"{found.line.heading}\n{state_name(found.line.state)}\n{facts(found)}"
                return plain_tip(told) if role == Qt.ItemDataRole.ToolTipRole else told
            case _:
                return found.line if role == LINE_ROLE else None


class _QueueDelegate(ArticleDelegate):
    def __init__(self, session: ProjectSession, model: QueueModel, view: QListView) -> None:
        super().__init__(session.labels, view)
        self._model = model

    def facts(self, line: ArticleLine) -> str:
        row = self._model.row_of(line.id)
        return "" if row is None else facts(self._model.articles[row])


class ReviewQueue(Translated):
    chosen = Signal(str)
    """An article shall be opened: its id."""
    read = Signal()
    """The queue was read."""

    def __init__(self, session: ProjectSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._marked: str | None = None
        self._found: list[QueuedArticle] = []
        self._touched: set[str] | None = set()
        self._task: Task | None = None
        self.model = QueueModel()
        self.order, self.person = slim_box(), slim_box()
        for order in Order:
            self.order.addItem("", order)
        self.person.addItem("", None)
        self.sample = QPushButton()
        self.sample.setCheckable(True)
        self._risks: Mapping[str, float] = NO_RISKS
        self._plan: Plan | None = None
        self._drawn: frozenset[str] = frozenset()
        self.view = QListView()
        self.view.setUniformItemSizes(True)
        self.view.setModel(self.model)
        self.view.setItemDelegate(_QueueDelegate(session, self.model, self.view))
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._summary = PlainLabel()
        self._summary.setContentsMargins(10, 6, 10, 6)
        self._summary.setWordWrap(True)
        self._summary.setForegroundRole(self._summary.foregroundRole().PlaceholderText)
        above = QVBoxLayout()
        above.setContentsMargins(8, 8, 8, 6)
        beside = QHBoxLayout()
        beside.addWidget(self.person, 1)
        beside.addWidget(self.sample)
        above.addWidget(self.order)
        above.addLayout(beside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(above)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._summary)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._follow)
        self.order.activated.connect(lambda _: self._order())
        self.person.activated.connect(lambda _: self._show())
        self.sample.clicked.connect(self._turn_sample)
        self.view.clicked.connect(self._open)
        self.view.activated.connect(self._open)
        session.changed.connect(self._on_changed)
        self.retranslate()
        self.renew()

    def renew(self) -> None:
        """Read the queue again, on another thread."""
        if self._session.is_open:
            project = self._session.project
            task = Task(lambda progress: queue(project, progress))
            task.progressed.connect(self._show_progress)
            task.finished.connect(lambda found: self._take(found) if task is self._task else None)
            task.failed.connect(self._session.report)
            self._task = task
            task.start()

    def mark(self, article: str) -> None:
        """Show an article as the open one."""
        self._marked = article
        row = self.model.row_of(article)
        if row is not None:
            self.view.setCurrentIndex(self.model.index(row))

    def neighbour(self, article: str | None, step: int) -> str | None:
        """Return the id of the next (1) or previous (-1) article."""
        row = self.model.row_of(article or "")
        following = 0 if row is None else row + step
        articles = self.model.articles
        return articles[following].line.id if 0 <= following < len(articles) else None

    def retranslate(self) -> None:
        for nth, order in enumerate(Order):
            self.order.setItemText(nth, tr(ORDER_NAMES[order]))
        self.order.setAccessibleName(tr("Order"))
        self.person.setItemText(0, tr("Of everybody"))
        self.person.setAccessibleName(tr("Annotator"))
        self.sample.setText(tr("Sample…"))
        self.sample.setToolTip(tr("Review a random sample, with a stated bound of error"))
        self.view.setAccessibleName(tr("Articles to review"))
        self._summarise()
        self.view.viewport().update()

    def _take(self, found: list[QueuedArticle]) -> None:
        if not self._session.is_open:
            return
        self._found = found
        people = sorted({name for item in found for name in item.people})
        if people != [self.person.itemText(nth) for nth in range(1, self.person.count())]:
            here = self.person.currentText()
            while self.person.count() > 1:
                self.person.removeItem(1)
            for name in people:
                self.person.addItem(name, name)
            self.person.setCurrentIndex(max(0, self.person.findText(here)))
        self._show()
        self.read.emit()

    def _show_progress(self, done: int, total: int) -> None:
        told = tr("Reading: {done} of {total}").format(done=f"{done:,}", total=f"{total:,}")
        self._summary.setText(told)

    def _order(self) -> None:
        if Order(self.order.currentData()) is Order.RISK and self._session.is_open:
            project = self._session.project
            task = Task(lambda progress: risks(project, progress))
            task.finished.connect(self._take_risks)
            task.failed.connect(self._session.report)
            task.start()
        self._show()

    def _take_risks(self, found: Mapping[str, float]) -> None:
        self._risks = found
        if self._session.is_open:
            self._show()

    def _turn_sample(self) -> None:
        """Draw a sample, or show all articles again."""
        self._plan, self._drawn = None, frozenset()
        if self.sample.isChecked():
            dialog = SampleDialog(self._found, self._session.labels, self)
            if dialog.exec():
                self._plan, self._drawn = dialog.plan, dialog.drawn
        self.sample.setChecked(self._plan is not None)
        self._show()

    def _show(self) -> None:
        name = self.person.currentData()
        wanted = [
            item
            for item in self._found
            if (name is None or name in item.people) and (self._plan is None or item.line.id in self._drawn)
        ]
        self.model.show(ordered(wanted, Order(self.order.currentData()), self._risks))
        if self._marked:
            self.mark(self._marked)
        self._summarise()

    def _summarise(self) -> None:
        shown = self.model.articles
        done, still_open = sum(item.is_done for item in shown), sum(item.open for item in shown)
        told = tr("Reviewed: {done} of {total}. Open disagreements: {open}").format(
            done=f"{done:,}", total=f"{len(shown):,}", open=f"{still_open:,}"
        )
        if self._plan:
            told = "\n".join([told, self._told_of_sample(self._plan)])
        self._summary.setText(told)

    def _told_of_sample(self, plan: Plan) -> str:
        """Say what the sample is to tell, and once it is reviewed, what it tells."""
        sample = [item for item in self._found if item.line.id in self._drawn]
        wrong, spans = errors_of(plan.label, sample)
        if not spans or not all(item.is_done for item in sample):
            return plan_sentence(plan, self._session.labels)
        label = self._session.labels.named(plan.label)
        lowest, highest = interval(wrong, spans)
        return tr("Wrong spans of {label}: {wrong} of {spans}; 95 %: {lowest}–{highest} %").format(
            label=label_name(label) if label else plan.label,
            wrong=f"{wrong:,}",
            spans=f"{spans:,}",
            lowest=f"{lowest * 100:.1f}",
            highest=f"{highest * 100:.1f}",
        )

    def _open(self, index: QModelIndex) -> None:
        self.chosen.emit(self.model.articles[index.row()].line.id)

    def _on_changed(self, changes: Changes) -> None:
        self._touched = None if changes.everything or changes.labels else self._touched
        if self._touched is not None:
            self._touched |= changes.articles
        self._rest.start()

    def _follow(self) -> None:
        """Read again what was touched: one article at a time, or all where that cannot be told."""
        touched, self._touched = self._touched, set()
        if touched is None:
            self.renew()
        elif self._session.is_open:
            known: dict[str, QueuedArticle | None] = {item.line.id: item for item in self._found}
            for article in touched & known.keys():
                before = known[article]
                known[article] = before and queued_now(self._session.project, before)
            self._found = [item for item in known.values() if item is not None]
            self._show()


def facts(item: QueuedArticle) -> str:
    """Say how many have submitted an article, and how much is open."""
    return tr("People: {people} · open: {open} of {total}").format(
        people=len(item.people), open=item.open, total=item.disagreements
    )
