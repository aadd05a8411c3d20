"""Peels a word: goes through the ways to read it as clitics, stem and pronoun, and marks where they meet."""

from typing import TYPE_CHECKING

from annotator.domain.span import Span

if TYPE_CHECKING:
    from annotator.gui.text.article_view import ArticleView


class Peeling:
    """Of the word that the chosen span or the selection begins in, or that the caret stands in."""

    def __init__(self, view: "ArticleView") -> None:
        self._view = view

    def peel(self, step: int) -> None:
        """Take the next (1) or previous (-1) reading, the likeliest where none is taken.

        Of a span of several words the first is read anew.
        """
        here, units = self._here(), self._view.caret.units
        word = units.word(here.start if here else self._view.caret.place)
        if word is None:
            return
        readings = [_up_to(here, reading, word) for reading in units.readings(word)]
        ring = list(dict.fromkeys(readings))
        if here in ring:
            found = ring[(ring.index(here) + step) % len(ring)]
        else:
            found = _up_to(here, units.stem(word), word)
        self._view.take(found)
        if not self._view.chosen_id:
            self._view.drawn.emit(found)

    def ticks(self) -> list[int]:
        """Return where clitics and a pronoun are cut off, in the words that are marked now."""
        units, here = self._view.caret.units, self._here()
        places = (here.start, here.end) if here else (self._view.caret.place,)
        marked = {word for place in places if (word := units.word(place))}
        return sorted(edge for word in marked for edge in units.inner_edges(word))

    def _here(self) -> Span | None:
        view = self._view
        chosen = view.highlights.find(view.chosen_id)
        return chosen.span if chosen else view.caret.selection


def _up_to(here: Span | None, reading: Span, word: Span) -> Span:
    """Return a reading of a span's first word with the span's further words."""
    return Span(reading.start, here.end) if here and here.end > word.end else reading
