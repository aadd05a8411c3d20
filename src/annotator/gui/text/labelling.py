"""Turns what is selected and pressed in an article into edits."""

from collections.abc import Iterable, Iterator
from itertools import takewhile

from PySide6.QtCore import QObject, Signal

from annotator.domain.annotation import Annotation, Layer, Presentation
from annotator.domain.article import ArticleState, Direction
from annotator.domain.edit import Changes, Edit
from annotator.domain.errors import NotFoundError
from annotator.domain.label import Label
from annotator.domain.span import Span
from annotator.gui.session import ProjectSession
from annotator.gui.text.article_view import ArticleView
from annotator.gui.translation import tr
from annotator.services.browsing import OpenArticle


class Labelling(QObject):
    """The open article, its annotations as they are in the project, and the pen.

    A label key labels the selection, or relabels the chosen span, or else arms the pen: the next selection
    takes the label.
    """

    opened = Signal(object)
    """An article was opened: an OpenArticle."""
    renewed = Signal(object)
    """The open article was read again after a change: an OpenArticle."""
    lost = Signal()
    """The open article is not in the project any more; it is shown until another is."""
    labels_changed = Signal(object)
    """The project has other labels: a LabelSet."""
    pen_changed = Signal(object)
    """The label that the next selection takes, or None."""

    def __init__(self, session: ProjectSession, view: ArticleView) -> None:
        super().__init__(view)
        self.session = session
        self.view = view
        self.current: OpenArticle | None = None
        self.pen: Label | None = None
        view.set_labels(session.labels)
        view.typed.connect(self._on_typed)
        view.typed_for_article.connect(self._on_typed_for_article)
        view.drawn.connect(self._on_drawn)
        view.resized.connect(self.resize)
        view.escaped.connect(self._on_escaped)
        session.changed.connect(self._on_changed)

    def open(self, article_id: str) -> None:
        """Raises NotFoundError and StorageError."""
        self.current = current = self.session.article(article_id)
        self.view.show_article(current.article.text, current.article.direction, current.annotations)
        self.view.show_relations(current.relations)
        self.opened.emit(current)

    def annotation(self, annotation_id: str | None) -> Annotation | None:
        found = self.view.highlights.find(annotation_id)
        return found or next((item for item in self._whole() if item.id == annotation_id), None)

    def _whole(self) -> Iterator[Annotation]:
        """Yield what is on the whole article: it comes before all spans."""
        return takewhile(lambda item: item.span is None, self.current.annotations if self.current else ())

    def use(self, label: Label) -> None:
        """Give a label to the selection or the chosen span, or take it up as the pen."""
        chosen = self.annotation(self.view.chosen_id)
        if self.view.caret.selection:
            self.add(label, self.view.caret.selection)
        elif chosen and chosen.label == label.id:
            self.view.choose(chosen.id)
        elif chosen:
            self.session.edit(tr("Change label"), Edit(chosen, chosen.labelled(label.id)))
        else:
            self.set_pen(None if self.pen == label else label)

    def add(self, label: Label, span: Span) -> None:
        if self.current:
            added = Annotation.new(self.current.article.id, self.session.annotator, label.id, span)
            self.session.edit(tr("Label"), Edit(None, added))
            self.view.choose(added.id)

    def remove(self) -> None:
        """Remove the chosen annotation, and choose the one after it."""
        chosen = self.annotation(self.view.chosen_id)
        if chosen:
            following = self.view.highlights.beside(chosen, 1)
            self.session.edit(tr("Remove label"), Edit(chosen, None))
            self.view.choose(following.id if following and following != chosen else None)

    def resize(self, annotation_id: str, span: Span) -> None:
        found = self.annotation(annotation_id)
        if found:
            self.session.edit(tr("Move boundary"), Edit(found, found.moved(span)))

    def note(self, shown: Annotation | Layer, note: str) -> None:
        """Have a note on a span or, with a layer, on the article."""
        found = self.annotation(shown.id) if isinstance(shown, Annotation) else self._layer(shown.article)
        if found and (found.note or "") != note:
            self.session.edit(tr("Change note"), Edit(found, found.noted(note)))

    def label_article(self, label: Label) -> None:
        """Give a label to the whole article, or take it off."""
        if self.current:
            found = next((item for item in self._whole() if item.label == label.id), None)
            added = Annotation.new(self.current.article.id, self.session.annotator, label.id, None)
            edit = Edit(found, None) if found else Edit(None, added)
            self.session.edit(tr("Label the article"), edit)

    def _layer(self, article: str) -> Layer | None:
        is_current = self.current is not None and self.current.article.id == article
        return self.current.layer if self.current and is_current else None

    def set_state(self, state: ArticleState) -> None:
        """Submit, skip or take back the open article."""
        if self.current and self.current.layer.state is not state:
            before = self.current.layer
            self.session.edit(tr("Change state"), Edit(before, before.with_state(state)))

    def set_direction(self, direction: Direction) -> None:
        if self.current and self.current.article.direction is not direction:
            article = self.current.article
            edit = Edit(Presentation(article.id, article.direction), Presentation(article.id, direction))
            self.session.edit(tr("Change direction"), edit)

    def set_pen(self, label: Label | None) -> None:
        self.pen = label
        self.pen_changed.emit(label)

    def _on_typed(self, character: str) -> None:
        label = self._label_of(character)
        if label:
            self.use(label)

    def _on_typed_for_article(self, character: str) -> None:
        label = self._label_of(character)
        if label:
            self.label_article(label)

    def _label_of(self, key: str) -> Label | None:
        return next((label for label in self.session.labels.offered if label.key == key), None)

    def _on_drawn(self, span: Span) -> None:
        if self.pen:
            self.add(self.pen, span)

    def _on_escaped(self) -> None:
        if self.pen:
            self.set_pen(None)
        elif self.view.caret.selection:
            self.view.select(None)
        else:
            self.view.choose(None)

    def _renew_labels(self) -> None:
        labels = self.session.labels
        self.view.set_labels(labels)
        if self.pen:
            self.set_pen(labels.offered_now(self.pen))
        self.labels_changed.emit(labels)

    def _mine(self, edits: Iterable[Edit]) -> list[Edit]:
        """Return the edits of the annotations that are shown."""
        current = self.current
        assert current
        shown = current.article.id, current.layer.annotator
        subjects = ((edit, edit.subject) for edit in edits)
        return [
            edit
            for edit, subject in subjects
            if isinstance(subject, Annotation) and (subject.article, subject.annotator) == shown
        ]

    def _on_changed(self, changes: Changes) -> None:
        before, found = self.current, self.current
        if before and changes.everything:
            found = self._found(before)
            if found is None:  # its annotations go before their labels do
                self._show_again(before._replace(annotations=(), relations=()))
                self.lost.emit()
        if changes.labels:
            self._renew_labels()
        if before and found and changes.everything:
            self._show_again(found)
        elif before and found and changes.touches(before.article.id):
            # Not read anew: of an article with 20,000 spans that takes longer than a key may.
            self.current = before.after(changes.edits)
            self.view.follow(self._mine(changes.edits))
            self._show_rest(before, self.current)

    def _found(self, shown: OpenArticle) -> OpenArticle | None:
        try:
            return self.session.article(shown.article.id)
        except NotFoundError:
            return None

    def _show_again(self, found: OpenArticle) -> None:
        before, self.current = self.current, found
        assert before
        self.view.show_annotations(found.annotations)
        self._show_rest(before, found)

    def _show_rest(self, before: OpenArticle, now: OpenArticle) -> None:
        if before.article.direction is not now.article.direction:
            self.view.set_direction(now.article.direction)
        self.view.show_relations(now.relations)
        if self.view.chosen_id and self.annotation(self.view.chosen_id) is None:
            self.view.choose(None)
        self.renewed.emit(now)
