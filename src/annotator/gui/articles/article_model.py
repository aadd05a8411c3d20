"""The list of articles as Qt wants it: pages fetched by key as they are scrolled to."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from annotator.domain.article import ArticleFilter, ArticleLine
from annotator.domain.edit import Changes
from annotator.gui.articles.states import state_name
from annotator.gui.plain_text import plain_tip
from annotator.gui.session import ProjectSession
from annotator.gui.tasks import Task
from annotator.services.browsing import Page, line_after, page

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = Qt.ItemDataRole.UserRole
PAGE = 60


class ArticleModel(QAbstractListModel):
    """Nobody counts the articles: the list ends where a page says that it was the last."""

    read = Signal()
    """Lines have come, or there are none."""

    def __init__(self, session: ProjectSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._lines: list[ArticleLine] = []
        self._rows: dict[str, int] = {}
        self._searched_to, self._is_complete = 0, False
        self._is_fetching = False
        self.shown = ArticleFilter(session.annotator)
        self._fetch()

    def show(self, shown: ArticleFilter) -> None:
        """Begin anew with another filter, or to read everything again."""
        self.beginResetModel()
        self._lines, self._rows = [], {}
        self._searched_to, self._is_complete = 0, False
        self.shown = shown
        self._is_fetching = False
        self.endResetModel()
        self._fetch()

    @property
    def is_complete(self) -> bool:
        """Tell whether all lines that fit have been read."""
        return self._is_complete

    def row_of(self, article: str) -> int | None:
        """Return the row of an article, if it has been fetched."""
        return self._rows.get(article)

    def line(self, row: int) -> ArticleLine:
        return self._lines[row]

    def follow(self, changes: Changes) -> None:
        """Show articles after edits of them. A line stays although its filter may no longer fit it."""
        for article in changes.articles:
            row = self._rows.get(article)
            if row is not None:
                self._lines[row] = line_after(self._lines[row], changes.edits, self.shown.annotator)
                index = self.index(row)
                self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        found = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return found.heading
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                told = f"{found.heading}\n{state_name(found.state)}"
                return plain_tip(told) if role == Qt.ItemDataRole.ToolTipRole else told
            case _:
                return found if role == LINE_ROLE else None

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._is_complete and not self._is_fetching

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._fetch()

    def _fetch(self) -> None:
        project, shown, after = self._session.project, self.shown, self._searched_to
        if not shown.words and shown.state is None:
            self._take(page(project, shown, after, PAGE))
            return
        # A filter may have to read many articles for one that fits: not on this thread.
        self._is_fetching = True
        task = Task(lambda _: (shown, page(project, shown, after, PAGE)))
        task.finished.connect(self._take_filtered)
        task.failed.connect(self._give_up)
        task.start()

    def _give_up(self, error: Exception) -> None:
        self._is_fetching = False  # scrolling tries again
        self._session.report(error)

    def _take_filtered(self, found: tuple[ArticleFilter, Page]) -> None:
        shown, lines = found
        if shown is self.shown:
            self._is_fetching = False
            self._take(lines)

    def _take(self, found: Page) -> None:
        self._searched_to, self._is_complete = found.searched_to, found.is_last
        if found.lines:
            first = len(self._lines)
            self.beginInsertRows(QModelIndex(), first, first + len(found.lines) - 1)
            self._lines += found.lines
            self._rows |= {item.id: first + nth for nth, item in enumerate(found.lines)}
            self.endInsertRows()
        elif not self._is_complete:
            self._fetch()
            return
        self.read.emit()
