"""Tells a screen reader what the caret, the selection and the chosen span are."""

from PySide6 import QtGui
from PySide6.QtCore import QObject

from annotator.arabic import graphemes
from annotator.domain.offsets import Offsets
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
            self._move()
            label = self._labelling.session.labels[chosen.label]
            self._say(f"{label_name(label)}: {chosen.span.of(self._labelling.view.caret.text)}")

    def _on_selection(self, selection: Span | None) -> None:
        caret = self._labelling.view.caret
        self._move()
        if selection:
            self._say(selection.of(caret.text))
        elif not self._labelling.view.chosen_id:
            self._say(caret.text[caret.place : graphemes.after(caret.text, caret.place)])

    def _move(self) -> None:
        """Tell where caret and selection are now."""
        # Named only here and below: at its first mention PySide makes all of its 200 names.
        if not QtGui.QAccessible.isActive():
            return
        view, caret = self._labelling.view, self._labelling.view.caret
        offsets = Offsets(caret.text)
        place, anchor = offsets.to_utf16(caret.place), offsets.to_utf16(caret.anchor)
        start, end = sorted((anchor, place))
        for event in (
            QtGui.QAccessibleTextCursorEvent(view, place),
            QtGui.QAccessibleTextSelectionEvent(view, start, end),
        ):
            QtGui.QAccessible.updateAccessibility(event)

    def _say(self, text: str) -> None:
        if text.strip() and QtGui.QAccessible.isActive():
            event = QtGui.QAccessibleAnnouncementEvent(self._labelling.view, text)
            QtGui.QAccessible.updateAccessibility(event)
