"""The comments on the open layer: shown as it is opened, answered and resolved by who labels."""

from contextlib import suppress

from PySide6.QtCore import QObject

from annotator.domain.article import ArticleState
from annotator.domain.edit import Changes, Edit
from annotator.domain.errors import NotFoundError
from annotator.domain.review import Comment
from annotator.gui.labels.side_panel import SidePanel
from annotator.gui.session import ProjectSession
from annotator.gui.text.labelling import Labelling
from annotator.gui.translation import tr
from annotator.services.browsing import OpenArticle
from annotator.services.commenting import comments


class Commenting(QObject):
    def __init__(self, labelling: Labelling, side: SidePanel) -> None:
        super().__init__(labelling)
        self._labelling = labelling
        self._side = side
        labelling.opened.connect(self._show)
        labelling.session.changed.connect(self._on_changed)
        side.comments.said.connect(self._say)
        side.comments.resolved.connect(self._resolve)
        side.comments.picked.connect(self._show_place)

    def _show(self, shown: OpenArticle) -> None:
        session = self._labelling.session
        found = comments(session.project, shown.article.id, session.annotator)
        self._side.show_comments(shown.article, found, session.annotator)
        if shown.layer.state is ArticleState.RETURNED and self._side.comments.open_threads:
            self._side.reveal_comments()

    def _on_changed(self, changes: Changes) -> None:
        current = self._labelling.current
        is_about = changes.everything or any(isinstance(edit.subject, Comment) for edit in changes.edits)
        if current and is_about:
            with suppress(NotFoundError):  # the article is gone, and gives way to another
                self._show(current)

    def _say(self, annotator: str, text: str, thread: Comment | None) -> None:
        current, session = self._labelling.current, self._labelling.session
        if thread:
            said = thread.answered(session.author, text)
        elif current:
            said = Comment.new(current.article.id, annotator, session.author, text)
            chosen = self._labelling.annotation(self._labelling.view.chosen_id)
            said = said.on(chosen.id, chosen.span) if chosen else said
        else:
            return
        session.edit(tr("Comment"), Edit(None, said))

    def _resolve(self, comment: Comment) -> None:
        resolve(self._labelling.session, comment)

    def _show_place(self, comment: Comment) -> None:
        if comment.span:
            self._labelling.view.select(comment.span)


def resolve(session: ProjectSession, comment: Comment) -> None:
    """Resolve the thread that a comment begins, or open it again."""
    done = comment.resolved(is_resolved=not comment.is_resolved)
    session.edit(tr("Resolve"), Edit(comment, done))
