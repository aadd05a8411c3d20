"""Comments in threads, with a line to write the next and a way to resolve them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.article import Article
from annotator.domain.review import Comment
from annotator.gui.translation import Translated, set_off, tr

_QUOTED = 40


class CommentPanel(Translated):
    said = Signal(str, str, object)
    """Whose layer it is about, what is said, and the first Comment of the thread that it answers, or None."""
    resolved = Signal(object)
    """The first Comment of a thread that shall be resolved, or open again."""
    picked = Signal(object)
    """A Comment whose place shall be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._comments: list[Comment] = []
        self._people: Mapping[str, str] = {}
        self._article: Article | None = None
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.person = QComboBox()
        self.line = QLineEdit()
        self.send, self.resolve = QPushButton(), QPushButton()
        buttons = QHBoxLayout()
        buttons.addWidget(self.resolve)
        buttons.addStretch(1)
        buttons.addWidget(self.send)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.person)
        layout.addWidget(self.line)
        layout.addLayout(buttons)
        self.list.currentRowChanged.connect(self._on_row)
        self.line.textChanged.connect(lambda _: self._enable())
        self.line.returnPressed.connect(self.say)
        self.send.clicked.connect(self.say)
        self.resolve.clicked.connect(self._resolve)
        self.retranslate()

    def show_comments(self, article: Article, comments: Sequence[Comment], people: Mapping[str, str]) -> None:
        """Show comments on an article's layers; people have some, by name, and are shown so."""
        here = self.current
        is_same = self._article is not None and self._article.id == article.id
        self._article, self._comments = article, _threaded(comments)
        self._show_people(people, self.person.currentData() if is_same else None)
        self._fill()
        rows = [nth for nth, comment in enumerate(self._comments) if here and comment.id == here.id]
        self.list.setCurrentRow(rows[0] if rows else -1)
        self._enable()

    def say(self) -> None:
        """Send what is in the line, if anything is."""
        text, thread = self.line.text().strip(), self._thread()
        if text and self._people:
            person = thread.annotator if thread else str(self.person.currentData())
            self.line.clear()
            self.said.emit(person, text, thread)

    @property
    def current(self) -> Comment | None:
        row = self.list.currentRow()
        return self._comments[row] if 0 <= row < len(self._comments) else None

    @property
    def open_threads(self) -> int:
        return sum(comment.parent is None and not comment.is_resolved for comment in self._comments)

    def retranslate(self) -> None:
        self.list.setAccessibleName(tr("Comments"))
        self.person.setAccessibleName(tr("Whose labels it is about"))
        self.line.setAccessibleName(tr("Comment"))
        self.send.setText(tr("Send"))
        self._fill()
        self._enable()

    def _show_people(self, people: Mapping[str, str], chosen: str | None) -> None:
        self._people = people
        self.person.clear()
        for name, shown in people.items():
            self.person.addItem(shown, name)
        self.person.setCurrentIndex(max(self.person.findData(chosen), 0))
        self.person.setVisible(len(people) > 1)

    def _fill(self) -> None:
        row = self.list.currentRow()
        self.list.blockSignals(True)
        self.list.clear()
        for comment in self._comments:
            item = QListWidgetItem(self._told(comment))
            if comment.is_resolved:
                item.setForeground(self.palette().placeholderText())
            self.list.addItem(item)
        self.list.setCurrentRow(row)
        self.list.blockSignals(False)

    def _told(self, comment: Comment) -> str:
        indent = "    ↳ " if comment.parent else ""
        about = ""
        if self._article and comment.span and not comment.parent:
            quote = " ".join(comment.span.of(self._article.text)[:_QUOTED].split())
            about = f" · {set_off(quote)}"
        state = f" ({tr('resolved')})" if comment.is_resolved else ""
        author = self._people.get(comment.author) or set_off(comment.author)
        when = comment.created[:10]
        head = f"{indent}{author} · {when}{about}{state}"
        return f"{head}\n{indent}{comment.text}"

    def _thread(self) -> Comment | None:
        current = self.current
        if current is None or current.parent is None:
            return current
        return next((one for one in self._comments if one.id == current.parent), None)

    def _enable(self) -> None:
        thread = self._thread()
        self.line.setPlaceholderText(tr("Answer") if thread else tr("Comment on the article"))
        self.line.setEnabled(bool(self._people))
        self.send.setEnabled(bool(self.line.text().strip()) and bool(self._people))
        self.resolve.setEnabled(thread is not None)
        self.resolve.setText(tr("Open again") if thread and thread.is_resolved else tr("Resolve"))

    def _on_row(self, _row: int) -> None:
        self._enable()
        if self.current:
            self.picked.emit(self.current)

    def _resolve(self) -> None:
        thread = self._thread()
        if thread:
            self.resolved.emit(thread)


def _threaded(comments: Sequence[Comment]) -> list[Comment]:
    """Return comments with their answers right behind them."""
    firsts = [comment for comment in comments if comment.parent is None]
    return [
        comment
        for first in firsts
        for comment in (first, *(answer for answer in comments if answer.parent == first.id))
    ]
