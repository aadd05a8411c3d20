"""Moves the caret as it is seen: to the left or the right, whatever the direction of the letters there."""

from typing import TYPE_CHECKING

from annotator.arabic import graphemes
from annotator.gui.text.caret import Move
from annotator.gui.text.units import Unit

if TYPE_CHECKING:
    from annotator.gui.text.article_view import ArticleView


class Sight:
    """What is selected stays one range of the text: only its moving end is chosen by sight."""

    def __init__(self, view: "ArticleView") -> None:
        self._view = view

    def go(self, *, is_left: bool, selects: bool) -> None:
        caret = self._view.caret
        if caret.selection and not selects:
            ends = (caret.selection.start, caret.selection.end)
            caret.put((min if is_left else max)(ends, key=lambda end: self._view.page.caret(end).x()))
            return
        place = self._beside(caret.place, is_left=is_left)
        if selects and self._view.snapping is not Unit.CHARACTER:
            caret.extend(Move(self._view.snapping, is_next=place > caret.place))
        else:
            caret.put(place, keeps_anchor=selects)

    def _beside(self, place: int, *, is_left: bool) -> int:
        """Return the place next to a place; beyond a line's end lies the line before or after it."""
        _, paragraph = self._view.page.paragraph_of(place)
        stops = paragraph.stops(place)
        nearest = max((stop for stop in stops if stop <= place), default=stops[0])
        here = stops.index(nearest) + (1 if is_left else -1)
        if 0 <= here < len(stops):
            return stops[here]
        beyond = self._beyond_line(place, is_next=is_left == paragraph.is_rtl)
        page = self._view.page
        if beyond in stops or page.caret(beyond) == page.caret(place):  # a mark that is hidden
            return place
        _, paragraph = self._view.page.paragraph_of(beyond)
        return paragraph.stops(beyond)[0 if is_left else -1]

    def _beyond_line(self, place: int, *, is_next: bool) -> int:
        start, end = self._view.page.line_bounds(place)
        text = self._view.caret.text
        return graphemes.after(text, end) if is_next else graphemes.before(text, start)
