"""An article as a column of paragraphs, of which only those in sight are laid out."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF

from annotator.gui.text.display import paragraphs
from annotator.gui.text.paragraph import Paragraph
from annotator.gui.text.setting import Setting


class Page:
    """Heights of paragraphs not yet laid out are estimates, so tops move as they come into sight."""

    def __init__(self, article: str, depth_of: Callable[[Paragraph], int] = lambda _: 0) -> None:
        """depth_of tells how many lines of spans a paragraph needs beneath each other."""
        self._depth_of = depth_of
        self._paragraphs = list(_numbered(article))
        self._starts = [paragraph.start for paragraph in self._paragraphs]
        self._tops: list[float] = []

    def set(self, setting: Setting) -> None:
        for paragraph in self._paragraphs:
            paragraph.estimate(setting)
        self._measure()

    @property
    def height(self) -> float:
        return self._tops[-1]

    def lay_out(self, top: float, bottom: float) -> float:
        """Lay out what lies between two heights; return by how much that moved what was at the top."""
        moved = 0.0
        while True:
            unknown = [
                number for number in self._between(top + moved, bottom + moved) if not self._is_ready(number)
            ]
            if not unknown:
                return moved
            for number in unknown:
                paragraph, above = self._paragraphs[number], self._tops[number] < top + moved
                before = paragraph.height
                self._lay_out(paragraph)
                moved += paragraph.height - before if above else 0.0
            self._measure()

    def in_sight(self, top: float, bottom: float) -> Iterator[tuple[float, Paragraph]]:
        """Yield the paragraphs between two heights, with their tops."""
        for number in self._between(top, bottom):
            yield self._tops[number], self._paragraphs[number]

    def paragraph_of(self, place: int) -> tuple[float, Paragraph]:
        """Return the paragraph that a place belongs to, laid out, with its top."""
        number = max(0, bisect_right(self._starts, place) - 1)
        paragraph = self._paragraphs[number]
        if not paragraph.is_laid_out:
            self._lay_out(paragraph)
            self._measure()
        return self._tops[number], paragraph

    def caret(self, place: int) -> QRectF:
        top, paragraph = self.paragraph_of(place)
        return paragraph.caret(place).translated(0, top)

    def place_at(self, point: QPointF, *, on_letter: bool = False) -> int:
        number = min(max(0, bisect_right(self._tops, point.y()) - 1), len(self._paragraphs) - 1)
        paragraph = self._paragraphs[number]
        local = QPointF(point.x(), point.y() - self._tops[number])
        return paragraph.place_at(local, on_letter=on_letter)

    def line_bounds(self, place: int) -> tuple[int, int]:
        return self.paragraph_of(place)[1].line_bounds(place)

    def deepen(self, start: int, end: int) -> bool:
        """Have the paragraphs that a range touches laid out anew where their spans need other room.

        Return whether they had it already.
        """
        first = max(0, bisect_right(self._starts, start) - 1)
        touched = self._paragraphs[first : bisect_right(self._starts, end)]
        for paragraph in touched:
            paragraph.deepen(self._depth_of(paragraph))
        return all(paragraph.is_laid_out for paragraph in touched)

    def _lay_out(self, paragraph: Paragraph) -> None:
        paragraph.deepen(self._depth_of(paragraph))
        paragraph.layout  # noqa: B018 - laying out is what this property does when first asked

    def _is_ready(self, number: int) -> bool:
        return self._paragraphs[number].is_laid_out

    def _between(self, top: float, bottom: float) -> range:
        first = max(0, bisect_right(self._tops, top) - 1)
        last = min(bisect_right(self._tops, bottom), len(self._paragraphs))
        return range(first, last)

    def _measure(self) -> None:
        heights = (paragraph.height for paragraph in self._paragraphs)
        self._tops = list(accumulate(heights, initial=0.0))


def _numbered(article: str) -> Iterator[Paragraph]:
    """Yield the paragraphs, counting those that have text and begin where a line does."""
    number, last = 0, -1
    for start, end in paragraphs(article):
        is_counted = start < end and start != last
        number += is_counted
        last = end
        yield Paragraph(article, start, end, number if is_counted else None)
