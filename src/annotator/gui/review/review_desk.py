"""The working place of a reviewer: the queue, the article with gold and everybody's lanes, what differs."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from annotator.domain.article import ArticleState
from annotator.domain.errors import AnnotatorError, NotFoundError
from annotator.domain.review import Comment
from annotator.gui.comments.comment_panel import CommentPanel
from annotator.gui.comments.commenting import resolve
from annotator.gui.desk import Desk
from annotator.gui.review.disagreement_list import DisagreementList
from annotator.gui.review.people_bar import PeopleBar
from annotator.gui.review.review_queue import ReviewQueue
from annotator.gui.review.reviewing import Reviewing
from annotator.gui.review.verdict_panel import VerdictPanel
from annotator.gui.room import scrolled
from annotator.gui.session import ProjectSession
from annotator.gui.settings import Settings
from annotator.gui.translation import tr
from annotator.services import browsing
from annotator.services.exemplifying import with_example

_TABS = ("Disagreements", "Comments", "Gold")


class ReviewDesk(Desk):
    """What is labelled here is gold: the session's annotator is nobody, its author the reviewer."""

    is_review = True
    least_text = 230

    def __init__(self, session: ProjectSession, settings: Settings, parent: QWidget | None = None) -> None:
        self.queue = ReviewQueue(session)
        super().__init__(session, settings, parent)
        self.queue.chosen.connect(self.open)
        self.queue.read.connect(self._open_waiting)
        self.labelling.opened.connect(lambda shown: self.queue.mark(shown.article.id))

    def left(self) -> QWidget:
        return self.queue

    def right(self) -> QWidget:
        self.reviewing = reviewing = Reviewing(self.labelling)
        self.list = DisagreementList(reviewing)
        self.verdict = VerdictPanel(reviewing)
        self.comments = CommentPanel()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        disagreements = QSplitter(Qt.Orientation.Vertical)
        disagreements.addWidget(_column(PeopleBar(reviewing), self.list))
        disagreements.addWidget(scrolled(self.verdict))
        disagreements.setSizes([260, 340])
        disagreements.setChildrenCollapsible(False)
        for part in (disagreements, self.comments, super().right()):
            self.tabs.addTab(part, "")
        self._connect_review()
        return self.tabs

    def open_first(self) -> None:
        """Nothing is open until the queue has been read."""

    def go(self, *, is_after: bool) -> None:
        current = self.labelling.current
        found = self.queue.neighbour(current and current.article.id, 1 if is_after else -1)
        if found is None:
            self.refused.emit(NotFoundError("There is no further article in the list."))
        else:
            self.open(found)

    def finish(self, state: ArticleState) -> None:
        """Accept the article, and go on to the next; a reviewer skips none."""
        if state is ArticleState.SUBMITTED:
            self.save_notes()
            self.reviewing.finish()
            self.go(is_after=True)

    def save_notes(self) -> None:
        super().save_notes()
        try:
            self.reviewing.save_note()
        except AnnotatorError as error:
            self.refused.emit(error)

    def save_typed(self) -> None:
        super().save_typed()
        self.comments.say()

    def take_back(self) -> None:
        self.reviewing.reopen()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._count_comments()
            self.reviewing.show_voices()

    def next_finding(self) -> None:
        self.reviewing.walk(1)
        self.tabs.setCurrentIndex(0)

    def previous_finding(self) -> None:
        self.reviewing.walk(-1)

    def edit_comment(self) -> None:
        """Give the keyboard to the line of the next comment."""
        self.tabs.setCurrentWidget(self.comments)
        self.comments.line.setFocus()

    def add_example(self) -> None:
        """Publish the guidelines with what was decided as an example."""
        review, decision = self.reviewing.review, self.reviewing.decision
        if review and decision:
            texts = browsing.guidelines(self.session.project)
            made = with_example(texts, review.article, decision, self.session.labels)
            self.session.publish(made)
            version = browsing.guidelines_versions(self.session.project)[0][0]
            self.told.emit(tr("Added to the guidelines, version {version}.").format(version=version))

    def _connect_review(self) -> None:
        reviewing, verdict = self.reviewing, self.verdict
        reviewing.renewed.connect(self._show_comments)
        self.list.picked.connect(reviewing.choose)
        verdict.buttons["merge"].clicked.connect(reviewing.merge)
        verdict.buttons["reject"].clicked.connect(reviewing.reject)
        verdict.buttons["keep"].clicked.connect(reviewing.keep)
        verdict.buttons["example"].clicked.connect(self.add_example)
        verdict.explained.connect(reviewing.explain)
        self.comments.said.connect(reviewing.say)
        self.comments.resolved.connect(lambda comment: resolve(self.session, comment))
        self.comments.picked.connect(self._show_commented)

    def _show_comments(self) -> None:
        review = self.reviewing.review
        if review:
            begun = [name for name, layer in review.states.items() if layer.state is not ArticleState.NEW]
            self.comments.show_comments(review.article, review.comments, self.reviewing.shown_names(begun))
        self._count_comments()

    def _count_comments(self) -> None:
        names = [tr(name) for name in _TABS]
        if self.comments.open_threads:
            names[1] = f"{names[1]} ({self.comments.open_threads:,})"
        for nth, name in enumerate(names):
            self.tabs.setTabText(nth, name)

    def _show_commented(self, comment: Comment) -> None:
        if comment.span:
            self.view.select(comment.span)

    def _open_waiting(self) -> None:
        """Open the first article that waits for review, when the queue has come."""
        if self.labelling.current is None:
            waiting = [item for item in self.queue.model.articles if not item.is_done]
            first = next(iter(waiting or self.queue.model.articles), None)
            if first:
                self.open(first.line.id)


def _column(*parts: QWidget) -> QWidget:
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for part in parts:
        layout.addWidget(part)
    return box
