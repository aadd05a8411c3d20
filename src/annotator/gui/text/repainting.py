"""Has painted anew only the lines that look otherwise: a page full of spans takes long.

What changes is known by its places in the text. Their lines are painted as wide as the viewport, with room
above and below for badges and for letters that are higher than their line.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from annotator.domain.annotation import Annotation
from annotator.gui.text.painting import Placed

if TYPE_CHECKING:
    from annotator.gui.text.paper import Paper

PlacedBy = Mapping[int, Sequence[Placed]]
"""What lies in each paragraph, by where it starts."""

_Mark = tuple[str, int, int]
"""Something that is painted over the text, from a place to a place."""


class Repainting:
    def __init__(self, paper: "Paper") -> None:
        self._paper = paper
        self._painted: set[_Mark] = set()

    def refresh(self) -> None:
        """Have painted what is marked otherwise than it was when it was painted last."""
        for _, start, end in self._painted ^ self._marks():
            self._soil(start, end)

    def refresh_annotations(self, before: PlacedBy, after: PlacedBy) -> None:
        """Have the annotations painted that lie otherwise than before."""
        for paragraph, placed in after.items():
            if placed is not before.get(paragraph):
                for annotation, _ in _lying(placed) ^ _lying(before.get(paragraph, [])):
                    if annotation.span:
                        self._soil(annotation.span.start, annotation.span.end)

    def note(self) -> None:
        """Remember what is marked as it is being painted."""
        self._painted = self._marks()

    def _soil(self, start: int, end: int) -> None:
        """Have the lines painted that two places and those between them lie in."""
        paper, room = self._paper, self._paper.viewport().rect()
        if paper.relations:
            paper.viewport().update()  # their arcs go across the page
            return
        margin = paper.setting.pitch / 2
        for corner, paragraph in paper.paragraphs_in_sight(room):
            if start <= paragraph.end and paragraph.start <= end:
                first = paragraph.caret(max(start, paragraph.start)).top() - margin
                last = paragraph.caret(min(end, paragraph.end)).top() + paragraph.pitch + margin
                band = QRectF(0, corner.y() + first, room.width(), last - first)
                paper.viewport().update(band.toAlignedRect())

    def _marks(self) -> set[_Mark]:
        paper, place = self._paper, self._paper.caret.place
        marks = {("focus" if paper.hasFocus() else "caret", place, place)}
        marks |= {("tick", tick, tick) for tick in paper.ticks}
        spans = {"selection": paper.preview or paper.caret.selection}
        for name, annotation_id in (("chosen", paper.chosen_id), ("hovered", paper.hovered_id)):
            found = paper.highlights.find(annotation_id)
            spans[name] = found.span if found else None
        return marks | {(name, span.start, span.end) for name, span in spans.items() if span}


def _lying(placed: Sequence[Placed]) -> set[tuple[Annotation, int]]:
    """Return annotations with their lanes."""
    return {(item.annotation, item.lane) for item in placed}
