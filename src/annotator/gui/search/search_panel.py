"""Below the article: every mention of what is looked for, to look at, tick and label together."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.domain.article import ArticleFilter
from annotator.domain.edit import Changes
from annotator.domain.errors import AnnotatorError, EditError
from annotator.domain.label import Label
from annotator.gui.search.labelling_many import make_edits
from annotator.gui.search.mention_foot import MentionFoot
from annotator.gui.search.mention_table import MentionTable
from annotator.gui.search.running import RunningSearch
from annotator.gui.search.search_bar import Scope, SearchBar
from annotator.gui.session import ProjectSession
from annotator.gui.translation import Translated, sentence, tr
from annotator.services.browsing import OpenArticle
from annotator.services.mentions import labelling, renewed
from annotator.services.searching import Mention

Where = Callable[[], tuple[ArticleFilter, str | None]]
"""Tells what the list of articles shows, and the id of the open article."""


class SearchPanel(Translated):
    """Enter labels what is ticked where a label was given beforehand, and else goes to the mention."""

    picked = Signal(object)
    """A Mention shall be shown in its article."""
    left = Signal()
    """The panel shall be closed."""

    def __init__(
        self, session: ProjectSession, where: Where, family: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._where = session, where
        self._label: Label | None = None
        self._offers = False
        self._state: AnnotatorError | bool = True
        self.bar = SearchBar(session.labels)
        self.table = MentionTable(session.labels, family)
        self.foot = MentionFoot(session.labels)
        self._running = RunningSearch(session, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part, stretch in ((self.bar, 0), (self.table, 1), (self.foot, 0)):
            layout.addWidget(part, stretch)
        self._connect()
        self.retranslate()

    def sizeHint(self) -> QSize:
        return QSize(700, 300)

    @property
    def is_running(self) -> bool:
        return self._running.is_running

    def look_for(self, words: str) -> None:
        """Look for words in all articles; with none go on with what was asked for last."""
        self._offer_label(None, ticks=False)
        if words:
            self.bar.ask_for(words, Scope.PROJECT)
        elif self.bar.words.text():
            self._search()  # of the article that is open now
        self.bar.words.setFocus()
        self.bar.words.selectAll()

    def offer(self, words: str, label: Label | None) -> None:
        """Find all mentions of words in the open article, and tick those that are free to take a label."""
        self._offer_label(label, ticks=True)
        self.bar.ask_for(words, Scope.ARTICLE)
        self.table.setFocus()

    def use(self, label: Label) -> None:
        """Give a label to what is ticked, or in a search to the rows that are selected where nothing is.

        Raises EditError and StorageError, and EditError where none of them may take it.
        """
        found = self.table.mentions.ticked()
        if not found and not self._offers:
            found = [self.table.mentions.mention(row) for row in self.table.rows_selected()]
        annotator, labels = self._session.annotator, self._session.labels
        found = renewed(self._session.project, found, annotator)
        edits = labelling(found, label.id, annotator, labels, self.bar.label)
        if edits:
            make_edits(self._session, tr("Label mentions"), edits, self)
        elif found:
            raise EditError("None of these mentions can take this label.")

    def turn_to_article(self, _: OpenArticle) -> None:
        """Look again where another article was opened, and only the open one is searched."""
        if self.isVisible() and self.bar.is_of_one_article:
            self._search()

    def retranslate(self) -> None:
        self.table.setAccessibleName(tr("Mentions"))
        self.table.mentions.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 3)
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.bar.asked.connect(self._search)
        self.bar.order_chosen.connect(self.table.mentions.sort_by)
        self.bar.left.connect(self._leave)
        self.bar.words.returnPressed.connect(self.table.setFocus)
        self.table.picked.connect(self.picked)
        self.table.entered.connect(self._enter)
        self.table.typed.connect(self._on_typed)
        self.table.mentions.ticked_changed.connect(self._say)
        self.foot.used.connect(self.use)
        self._running.found.connect(self._take)
        self._running.ended.connect(self._end)
        self._session.changed.connect(self._on_changed)

    def _offer_label(self, label: Label | None, *, ticks: bool) -> None:
        self._label, self._offers = label, ticks
        self.foot.mark(label)

    def _search(self) -> None:
        self._running.stop()
        self.table.mentions.clear()
        self._state = True
        shown, article = self._where()
        try:
            self._running.start(self.bar.search(shown, article))
        except AnnotatorError as error:
            self._state = error
        self._say()

    def _take(self, mentions: tuple[Mention, ...]) -> None:
        if mentions:
            self.table.add(mentions, ticks_free=self._offers)

    def _end(self, is_all: bool) -> None:
        self._state = is_all
        self._say()

    def _leave(self) -> None:
        """Close, and look no further."""
        if self.is_running:
            self._running.stop()
            self._end(is_all=False)
        self.left.emit()

    def _enter(self) -> None:
        if self._label:
            self.use(self._label)
            self._leave()
        else:
            self.table.pick_current()

    def _on_typed(self, character: str) -> None:
        label = next((label for label in self._session.labels.offered if label.key == character), None)
        if label:
            self.use(label)

    def _say(self) -> None:
        count, ticked = self.table.mentions.rowCount(), len(self.table.mentions.ticked())
        self.foot.enable(can_label=count > 0)
        if isinstance(self._state, AnnotatorError):
            said = sentence(self._state) if self.bar.words.text() else ""
        elif self.is_running:
            said = tr("Looking … {count} so far").format(count=f"{count:,}")
        elif not count:
            said = tr("Nothing was found.")
        elif self._state:
            said = tr("{count} mentions, {ticked} ticked").format(count=f"{count:,}", ticked=f"{ticked:,}")
        else:
            said = tr("The first {count} mentions, {ticked} ticked; narrow the search to see the rest.")
            said = said.format(count=f"{count:,}", ticked=f"{ticked:,}")
        self.foot.say(said)

    def _on_changed(self, changes: Changes) -> None:
        if changes.labels:
            labels = self._session.labels
            self.table.mentions.labels = labels
            self.bar.set_labels(labels)
            self.foot.set_labels(labels)
            self._offer_label(labels.offered_now(self._label), ticks=self._offers)
        if changes.everything:
            self._search()
        elif self._session.is_open:
            project, annotator = self._session.project, self._session.annotator
            self.table.mentions.renew(lambda found: renewed(project, found, annotator), changes.articles)
