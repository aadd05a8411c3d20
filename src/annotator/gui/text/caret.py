"""A caret with its anchor, moving in logical order: the next letter is the next one read."""

from enum import Enum, auto

from annotator.arabic import graphemes, words
from annotator.domain.span import Span


class Move(Enum):
    """next and previous go the way the text is read, whatever its direction on the screen."""

    NEXT_GRAPHEME = auto()
    PREVIOUS_GRAPHEME = auto()
    NEXT_WORD = auto()
    PREVIOUS_WORD = auto()


class Caret:
    """Places are code points of the article. A selection lies between anchor and place."""

    def __init__(self, text: str = "") -> None:
        self.text = text
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

    def move(self, move: Move, *, keeps_anchor: bool) -> None:
        selection = self.selection
        if selection and not keeps_anchor and move is Move.NEXT_GRAPHEME:
            self.put(selection.end)
        elif selection and not keeps_anchor and move is Move.PREVIOUS_GRAPHEME:
            self.put(selection.start)
        else:
            self.put(self.target(move, self.place), keeps_anchor=keeps_anchor)

    def target(self, move: Move, place: int) -> int:
        """Return where a move leads from a place."""
        match move:
            case Move.NEXT_GRAPHEME:
                return graphemes.after(self.text, place)
            case Move.PREVIOUS_GRAPHEME:
                return graphemes.before(self.text, place)
            case Move.NEXT_WORD:
                return words.end_after(self.text, place)
            case Move.PREVIOUS_WORD:
                return words.start_before(self.text, place)

    def resized(self, span: Span, move: Move, *, moves_start: bool) -> Span | None:
        """Return a span with one end moved; None where nothing would be left."""
        start, end = span.start, span.end
        if moves_start:
            start = self.target(move, start)
        else:
            end = self.target(move, end)
        return Span(start, end) if start < end else None
