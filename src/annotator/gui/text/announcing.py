"""Tells a screen reader what the caret, the selection and the chosen span are."""

from PySide6 import QtGui
from PySide6.QtCore import QObject

from annotator.arabic import graphemes
from annotator.domain.span import Span
from annotator.gui.text.labelling import Labelling
from annotator.gui.translation import label_name


class Announcing(QObject):
    """Speaks only while something listens."""

    def __init__(self, labelling: Labelling) -> None:
        super().__init__(labelling)
        self._labelling = labelling
        labelling.view.chosen.connect(self._on_chosen)
        labelling.view.selection_changed.connect(self._on_selection)

    def _on_chosen(self, annotation_id: str | None) -> None:
        chosen = self._labelling.annotation(annotation_id)
        if chosen and chosen.span:
            label = self._labelling.session.labels[chosen.label]
            self._say(f"{label_name(label)}: {chosen.span.of(self._labelling.view.caret.text)}")

    def _on_selection(self, selection: Span | None) -> None:
        caret = self._labelling.view.caret
        if selection:
            self._say(selection.of(caret.text))
        elif not self._labelling.view.chosen_id:
            self._say(caret.text[caret.place : graphemes.after(caret.text, caret.place)])

    def _say(self, text: str) -> None:
        # Named only here: at its first mention PySide makes all of its 200 names.
        if text.strip() and QtGui.QAccessible.isActive():
            event = QtGui.QAccessibleAnnouncementEvent(self._labelling.view, text)
            QtGui.QAccessible.updateAccessibility(event)
