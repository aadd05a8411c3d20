"""The articles of the project: search as one types, filter by state, open by click or Enter."""

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QListView, QVBoxLayout, QWidget

from annotator.domain.article import ArticleFilter, ArticleState
from annotator.domain.edit import Changes
from annotator.gui.articles.article_delegate import ArticleDelegate
from annotator.gui.articles.article_model import ArticleModel
from annotator.gui.articles.states import STATE_ICONS, state_name
from annotator.gui.icons import icon
from annotator.gui.plain_text import PlainLabel
from annotator.gui.session import ProjectSession
from annotator.gui.tasks import Task
from annotator.gui.translation import Translated, tr
from annotator.services.inspecting import state_counts

_PAUSE_MS = 200
"""How long the person stops typing before the search begins."""

_REST_MS = 400
"""How long nothing has been edited before the articles are counted again."""


class ArticleList(Translated):
    chosen = Signal(str)
    """An article shall be opened: its id."""

    def __init__(self, session: ProjectSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._marked: str | None = None
        self.model = ArticleModel(session, self)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.state = QComboBox()
        self.view = QListView()
        self.view.setUniformItemSizes(True)
        self.view.setModel(self.model)
        self._delegate = ArticleDelegate(session.labels, self.view)
        self.view.setItemDelegate(self._delegate)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = PlainLabel()
        self._nothing.setContentsMargins(10, 6, 10, 6)
        self._nothing.setWordWrap(True)
        self._summary = PlainLabel()
        self._summary.setContentsMargins(10, 4, 10, 6)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._count)
        self._lay_out()
        self._fill_states()
        self._pause.timeout.connect(self._filter)
        self.search.textChanged.connect(self._pause.start)
        self.state.currentIndexChanged.connect(self._filter)
        self.view.clicked.connect(self._open)
        self.view.activated.connect(self._open)
        session.changed.connect(self._on_changed)
        self.model.read.connect(self._on_read)
        self.retranslate()
        self._on_read()

    def sizeHint(self) -> QSize:
        return QSize(300, 600)

    def mark(self, article: str) -> None:
        """Show which article is open, if it has been fetched."""
        self._marked = article
        row = self.model.row_of(article)
        if row is not None:
            index = self.model.index(row)
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)
        else:
            self.view.setCurrentIndex(QModelIndex())

    def retranslate(self) -> None:
        self.search.setPlaceholderText(tr("Search title and text"))
        self.search.setAccessibleName(tr("Search title and text"))
        self.view.setAccessibleName(tr("Articles"))
        self.state.setAccessibleName(tr("Filter by state"))
        self._nothing.setText(tr("No article fits the search."))
        self.state.setItemText(0, tr("All states"))
        for row, state in enumerate(ArticleState, 1):
            self.state.setItemText(row, state_name(state))
            self.state.setItemIcon(row, icon(STATE_ICONS[state], self.palette()))
        self._count()

    def _lay_out(self) -> None:
        above = QVBoxLayout()
        above.setContentsMargins(10, 10, 10, 8)
        above.setSpacing(6)
        above.addWidget(self.search)
        above.addWidget(self.state)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(above)
        layout.addWidget(self._nothing)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._summary)

    def _fill_states(self) -> None:
        self.state.addItem("", None)
        for state in ArticleState:
            self.state.addItem("", state)

    def _on_read(self) -> None:
        """Mark the open article again when its line has come, or say that there is none to show."""
        is_filtered = bool(self.model.shown.words) or self.model.shown.state is not None
        self._nothing.setVisible(is_filtered and self.model.is_complete and not self.model.rowCount())
        if self._marked and not self.view.currentIndex().isValid():
            self.mark(self._marked)

    def _filter(self) -> None:
        if not self._session.is_open:
            return
        state = self.state.currentData()
        words = self.search.text().strip()
        self.model.show(ArticleFilter(self._session.annotator, state and ArticleState(state), words))

    def _open(self, index: QModelIndex) -> None:
        self.chosen.emit(self.model.line(index.row()).id)

    def _on_changed(self, changes: Changes) -> None:
        if changes.labels:
            self._delegate.labels = self._session.labels
            self.view.viewport().update()
        if changes.everything:
            self._filter()
        else:
            self.model.follow(changes)
        self._rest.start()

    def _count(self) -> None:
        if not self._session.is_open:  # a timer or a change of language came after it was closed
            return
        # Counting reads every layer of the project: not on this thread.
        project, annotator = self._session.project, self._session.annotator
        task = Task(lambda _: state_counts(project, annotator))
        task.finished.connect(self._summarise)
        task.failed.connect(self._session.report)
        task.start()

    def _summarise(self, counts: dict[ArticleState, int]) -> None:
        finished = counts.get(ArticleState.SUBMITTED, 0) + counts.get(ArticleState.ACCEPTED, 0)
        total = sum(counts.values())
        self._summary.setText(
            tr("Submitted: {done} of {total}").format(done=f"{finished:,}", total=f"{total:,}")
        )
