"""The working place on one project: list, article and labels side by side, and what connects them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from annotator.arabic.phrases import mention_query
from annotator.domain.article import ArticleFilter, ArticleState
from annotator.domain.edit import Changes
from annotator.domain.errors import AnnotatorError, NotFoundError
from annotator.domain.span import Span
from annotator.gui.articles.article_list import ArticleList
from annotator.gui.comments.commenting import Commenting
from annotator.gui.labels.checking import Checking
from annotator.gui.labels.relating import Relating
from annotator.gui.labels.side_panel import SidePanel
from annotator.gui.room import scrolled
from annotator.gui.session import ProjectSession
from annotator.gui.settings import Settings
from annotator.gui.text.announcing import Announcing
from annotator.gui.text.article_page import ArticlePage
from annotator.gui.text.labelling import Labelling
from annotator.gui.text.learning import Learning
from annotator.gui.text.timing import Timing
from annotator.services.browsing import OpenArticle, is_training, neighbour, relation_labels
from annotator.services.searching import Mention

if TYPE_CHECKING:
    from annotator.gui.review.training import Training
    from annotator.gui.search.search_panel import SearchPanel


class Desk(QWidget):
    """Opens articles, and goes from one to the next as the list shows them."""

    refused = Signal(object)
    """An AnnotatorError that stood in the way of what was asked."""
    told = Signal(str)
    """What a newcomer has right of an article that was just submitted; it stays open."""
    emptied = Signal()
    """The open article is gone, and the list has no other."""
    is_review = False
    least_text = 280
    """Pixels of width that the article has at least."""

    def __init__(self, session: ProjectSession, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._settings = settings
        self.page = ArticlePage()
        self.view = self.page.view
        self.labelling = Labelling(session, self.view)
        self.announcing = Announcing(self.labelling)
        self.learning = Learning(self.labelling)
        self.timing = Timing(self.labelling)
        self.articles = ArticleList(session)
        self.side = SidePanel(self.labelling)
        self.commenting = Commenting(self.labelling, self.side)
        self.relating = Relating(self.labelling)
        self.checking = Checking(self.labelling, settings.checks)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.middle = QSplitter(Qt.Orientation.Vertical)
        self.middle.addWidget(self.page)
        self.middle.setChildrenCollapsible(False)
        self.middle.setMinimumWidth(self.least_text)
        self.search: SearchPanel | None = None
        for part in (self.left(), self.middle, self.right()):
            self.splitter.addWidget(part)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([280, 665, 365])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)
        self._trains = is_training(session.project)
        self._trainer: Training | None = None
        self.use_type()
        self.view.snapping = settings.snapping
        self.view.arrows = settings.arrows
        self._connect()
        self._restore()

    def left(self) -> QWidget:
        """Return what stands where reading begins: which article is next."""
        return self.articles

    def right(self) -> QWidget:
        """Return what stands beside the article."""
        return scrolled(self.side)

    def open(self, article_id: str) -> None:
        if self._shows(article_id):
            self.save_notes()
        else:
            self.save_typed()
        try:
            self.labelling.open(article_id)
        except AnnotatorError as error:
            self.refused.emit(error)
        else:
            self.view.setFocus()

    def show_place(self, article: str, span: Span | None) -> None:
        """Open an article, if it is not open, at a place in it."""
        if not self._shows(article):
            self.open(article)
        if span and self._shows(article):
            self.view.select(span)

    def save_notes(self) -> None:
        """Save the notes that are being typed."""
        self.side.details.save_note()

    def save_typed(self) -> None:
        """Save all that is being typed in the open article, which is left; a comment is sent."""
        self.save_notes()
        self.side.comments.say()

    def edit_comment(self) -> None:
        """Give the keyboard to the line of the next comment."""
        self.side.edit_comment()

    def open_first(self) -> None:
        """Open what was returned, if anything was, else the first of the list."""
        returned = ArticleFilter(self.session.annotator, ArticleState.RETURNED)
        found = neighbour(self.session.project, returned, 0, is_after=True)
        if found:
            self.open(found)
        elif self.articles.model.rowCount():
            self.open(self.articles.model.line(0).id)

    def go(self, *, is_after: bool) -> None:
        """Open the next or previous article that the list's filter shows."""
        current = self.labelling.current
        if current:
            shown = self.articles.model.shown
            found = neighbour(self.session.project, shown, current.article.number, is_after=is_after)
            if found:
                self.open(found)
            else:
                self.refused.emit(NotFoundError("There is no further article in the list."))

    def finish(self, state: ArticleState) -> None:
        """Submit or skip the article, and go on to the next."""
        self.save_notes()
        self.labelling.set_state(state)
        said = self._training().compare() if self._trains and state is ArticleState.SUBMITTED else None
        if said is None:
            self.go(is_after=True)
        else:
            self.told.emit(said)

    def _training(self) -> "Training":
        from annotator.gui.review.training import Training  # noqa: PLC0415 - few packages need it

        if self._trainer is None:
            self._trainer = Training(self.labelling)
        return self._trainer

    def take_back(self) -> None:
        """Label a submitted or skipped article further."""
        self.labelling.set_state(ArticleState.IN_PROGRESS)

    def zoom(self, factor: float) -> None:
        """Make the text larger or smaller by a factor; 0 makes it normal."""
        self._settings.zoom = self._settings.zoom * factor if factor else 1.0
        self.use_type()

    def use_type(self) -> None:
        """Show the article as the settings say now."""
        self.view.show_extras(self._settings.extras)
        self.view.set_type(self._settings.typesetting)
        if self.search:
            self.search.table.set_family(self._settings.family)

    def next_part(self) -> None:
        """Move the keyboard on: list, text, annotations, note, search, and round again."""
        note = self.side.details.note
        parts = (self.articles.view, self.view, self.side.table, note, self.articles.search)
        here = next((nth for nth, part in enumerate(parts) if part.hasFocus()), -1)
        later = (*parts[here + 1 :], *parts[: here + 1])
        following = next(part for part in later if part.isEnabled())
        if following is note:
            self.side.edit_note()
        else:
            following.setFocus()

    def search_all(self) -> None:
        """Open the search of all articles, for what is selected or chosen."""
        span = self.view.span
        self._search_panel().look_for(self._query(span) if span else "")

    def next_finding(self) -> None:
        """Go to the next place that the checks found."""
        self.checking.next()
        self.side.reveal_findings()

    def find_mentions(self) -> None:
        """Offer to label all mentions of what is selected or chosen."""
        span = self.view.span
        if span:
            chosen = self.labelling.annotation(self.view.chosen_id)
            label = self.session.labels[chosen.label] if chosen else self.labelling.pen
            self._search_panel().offer(self._query(span), label)

    def _query(self, span: Span) -> str:
        return mention_query(self.view.caret.text, span.start, span.end)

    def _search_panel(self) -> "SearchPanel":
        if self.search is None:
            # Not before it is asked for: with its classes of Qt it would be a part of every start.
            from annotator.gui.search.search_panel import SearchPanel  # noqa: PLC0415

            self.search = SearchPanel(self.session, self._where, self._settings.family)
            self.search.picked.connect(self._show_mention)
            self.search.left.connect(self._leave_search)
            self.labelling.opened.connect(self.search.turn_to_article)
            self.middle.addWidget(self.search)
            self.middle.setStretchFactor(0, 1)
        self.search.show()
        return self.search

    def _where(self) -> tuple[ArticleFilter, str | None]:
        current = self.labelling.current
        return self.articles.model.shown, current and current.article.id

    def _show_mention(self, mention: Mention) -> None:
        self.show_place(mention.article, mention.span)

    def _leave_search(self) -> None:
        if self.search:
            self.search.hide()
        self.view.setFocus()

    def keep(self) -> None:
        """Save what is being typed and the time of the article, and how the parts share the window."""
        self.save_typed()
        self.timing.end()
        self._settings.keep_bytes("desk", self.splitter.saveState())
        self._settings.keep_bytes("side", self.side.splitter.saveState())

    def _restore(self) -> None:
        self.splitter.restoreState(self._settings.bytes_of("desk"))
        self.side.splitter.restoreState(self._settings.bytes_of("side"))

    def _connect(self) -> None:
        self.articles.chosen.connect(self.open)
        self.checking.found.connect(self.side.show_findings)
        self.side.findings.mended.connect(self.checking.mend)
        self.side.relations.renamed.connect(self.relating.rename)
        self.side.relations.removed.connect(self.relating.remove)
        self.page.labels.taken_off.connect(self.labelling.label_article)
        for shown in (self.labelling.opened, self.labelling.renewed):
            shown.connect(self.page.show_facts)
            shown.connect(self._show_article_labels)
        self.side.tabs.currentChanged.connect(self._offer_relation_names)
        self.labelling.opened.connect(lambda shown: self.articles.mark(shown.article.id))
        # After the step is taken back: to save what is being typed is one more.
        self.session.returned_to.connect(self._return_to, Qt.ConnectionType.QueuedConnection)
        # After the list has been told, too.
        self.labelling.lost.connect(self._leave, Qt.ConnectionType.QueuedConnection)
        self.session.changed.connect(self._on_changed)

    def _show_article_labels(self, shown: OpenArticle) -> None:
        self.page.labels.show_labels(shown.annotations, self.session.labels)

    def _offer_relation_names(self, _tab: int) -> None:
        self.side.relations.offer_names(relation_labels(self.session.project))

    def _on_changed(self, changes: Changes) -> None:
        if changes.everything and self.labelling.current is None:
            self.open_first()

    def _leave(self) -> None:
        if self.articles.model.rowCount():
            self.open_first()
        else:
            self.emptied.emit()

    def _return_to(self, article_id: str) -> None:
        if self.session.is_open and not self._shows(article_id):
            self.open(article_id)

    def _shows(self, article_id: str) -> bool:
        current = self.labelling.current
        return current is not None and current.article.id == article_id
