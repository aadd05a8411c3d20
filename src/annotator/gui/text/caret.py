"""A caret with its anchor, moving in logical order: the next letter is the next one read."""

from enum import StrEnum
from typing import NamedTuple

from annotator.arabic.vocabulary import Vocabulary
from annotator.domain.span import Span
from annotator.gui.text.units import Unit, Units


class Arrows(StrEnum):
    """Where the keys Left and Right lead: on in what is read, or to that side of the screen."""

    READING = "reading"
    SEEN = "seen"


class Move(NamedTuple):
    """By how much, and whether the way the text is read, whatever its direction on the screen."""

    unit: Unit
    is_next: bool


class Caret:
    """Places are code points of the article. A selection lies between anchor and place."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self.text = text
        self.units = Units(text, vocabulary)
        self.anchor = 0
        self.place = 0
        self.wanted_x: float | None = None

    @property
    def selection(self) -> Span | None:
        if self.anchor == self.place:
            return None
        return Span(min(self.anchor, self.place), max(self.anchor, self.place))

    def put(self, place: int, *, keeps_anchor: bool = False) -> None:
        self.place = max(0, min(place, len(self.text)))
        if not keeps_anchor:
            self.anchor = self.place
        self.wanted_x = None

    def select(self, span: Span) -> None:
        self.anchor, self.place = span.start, span.end
        self.wanted_x = None

    def select_between(self, anchor: int, place: int, unit: Unit) -> None:
        """Select from an anchor to a place, with the units at both whole; nothing where they are one."""
        self.put(anchor)
        self.put(place, keeps_anchor=True)
        if self.selection:
            wide = self.units.widened(unit, self.selection)
            self.anchor, self.place = (wide.start, wide.end) if anchor < place else (wide.end, wide.start)

    def move(self, move: Move) -> None:
        """Go on from the place, or by a letter from the selection to its end."""
        selection = self.selection
        if selection and move.unit is Unit.CHARACTER:
            self.put(selection.end if move.is_next else selection.start)
        else:
            find = self.units.end_after if move.is_next else self.units.start_before
            self.put(find(move.unit, self.place))

    def extend(self, move: Move) -> None:
        """Move the place to where a unit ends, towards the anchor as well as away from it."""
        unit = move.unit
        place = self._start_or_end_after(unit) if move.is_next else self._end_or_start_before(unit)
        self.put(place, keeps_anchor=True)

    def extend_to(self, place: int, unit: Unit) -> None:
        """Move the place to another, on to the end of the unit there."""
        self.put(place, keeps_anchor=True)
        if self.selection:
            wide = self.units.widened(unit, self.selection)
            self.place = wide.end if self.anchor < place else wide.start

    def _start_or_end_after(self, unit: Unit) -> int:
        if self.place < self.anchor:
            return min(self.anchor, self.units.start_after(unit, self.place))
        return self.units.end_after(unit, self.place)

    def _end_or_start_before(self, unit: Unit) -> int:
        if self.place > self.anchor:
            return max(self.anchor, self.units.end_before(unit, self.place))
        return self.units.start_before(unit, self.place)

    def resized(self, span: Span, move: Move, *, moves_start: bool) -> Span | None:
        """Return a span with one end moved; None where nothing would be left."""
        (start, end), (unit, is_next), units = (span.start, span.end), move, self.units
        if moves_start:
            start = units.start_after(unit, start) if is_next else units.start_before(unit, start)
        else:
            end = units.end_after(unit, end) if is_next else units.end_before(unit, end)
        return Span(start, end) if start < end else None
