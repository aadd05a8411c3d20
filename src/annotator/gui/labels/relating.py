"""Joins two spans by a relation: choose one, press the key, choose the other, press it again."""

from PySide6.QtCore import QObject, Signal

from annotator.domain.annotation import Annotation, Relation
from annotator.domain.edit import Edit
from annotator.gui.labels.relation_names import usual_name
from annotator.gui.text.labelling import Labelling
from annotator.gui.translation import tr
from annotator.services.browsing import OpenArticle


class Relating(QObject):
    begun = Signal(object)
    """The text that a relation shall begin at, or None when there is none any more."""

    def __init__(self, labelling: Labelling) -> None:
        super().__init__(labelling)
        self._labelling = labelling
        self.start: Annotation | None = None
        labelling.opened.connect(lambda _: self.leave())
        labelling.renewed.connect(self._follow)
        labelling.view.escaped.connect(self.leave)

    def go_on(self) -> None:
        """Begin at the chosen span, or end there what was begun; at the span it began it is left.

        Raises EditError and StorageError.
        """
        chosen = self._labelling.annotation(self._labelling.view.chosen_id)
        start, self.start = self.start, None
        if chosen and start and chosen.id != start.id:
            self.relate(start, chosen)
        elif chosen and start is None:
            self.start = chosen
        span = self.start.span if self.start else None
        self.begun.emit(span and span.of(self._labelling.view.caret.text))

    def relate(self, start: Annotation, end: Annotation) -> None:
        relation = Relation.new(start, end, usual_name(end))
        self._labelling.session.edit(tr("Relate"), Edit(None, relation))

    def rename(self, relation: Relation, name: str) -> None:
        if name != relation.label:
            self._labelling.session.edit(tr("Rename relation"), Edit(relation, relation.labelled(name)))

    def remove(self, relation: Relation) -> None:
        self._labelling.session.edit(tr("Remove relation"), Edit(relation, None))

    def _follow(self, shown: OpenArticle) -> None:
        """Leave what was begun at a span that is no longer there."""
        if self.start and self.start.id not in {item.id for item in shown.annotations}:
            self.leave()

    def leave(self) -> None:
        if self.start:
            self.start = None
            self.begun.emit(None)
