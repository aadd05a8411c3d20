"""What selections are made of: letters, clitics and stems, words, sentences; where these begin and end."""

from collections.abc import Iterator
from enum import StrEnum

from annotator.arabic import graphemes, words
from annotator.arabic.sentences import sentence_at
from annotator.arabic.vocabulary import Vocabulary
from annotator.domain.span import Span

_BREAKS = frozenset("\n\r\u2028\u2029")


class Unit(StrEnum):
    """The finest first."""

    CHARACTER = "character"
    CLITIC = "clitic"
    WORD = "word"
    SENTENCE = "sentence"

    @property
    def coarser(self) -> "Unit":
        units = list(Unit)
        return units[min(units.index(self) + 1, len(units) - 1)]

    @property
    def following(self) -> "Unit":
        """The next to choose, round the end."""
        units = list(Unit)
        return units[(units.index(self) + 1) % len(units)]


class Units:
    """Those of one text. The space between words and between sentences belongs to none."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self._text = text
        self._vocabulary = vocabulary

    def word(self, place: int) -> Span | None:
        """Return the word that covers a place, or ends at it."""
        bounds = words.word_at(self._text, place)
        return Span(*bounds) if bounds else None

    def inner_edges(self, word: Span) -> list[int]:
        return [word.start + edge for edge in self._vocabulary.inner_edges(word.of(self._text))]

    def readings(self, word: Span) -> list[Span]:
        """Return the ways to read a word, in an order that labels do not change."""
        found = self._vocabulary.readings(word.of(self._text))
        return [Span(word.start + start, word.start + end) for start, end in found]

    def stem(self, word: Span) -> Span:
        """Return the likeliest reading of a word, as the annotators take such words."""
        start, end = self._vocabulary.stem(word.of(self._text))
        return Span(word.start + start, word.start + end)

    def chosen_at(self, unit: Unit, place: int) -> Span | None:
        """Return what a double click on a place means: of clitics the likeliest stem, never a letter."""
        word = self.word(place)
        match unit:
            case Unit.CHARACTER | Unit.WORD:
                return word
            case Unit.CLITIC:
                return self.stem(word) if word else None
            case Unit.SENTENCE:
                bounds = sentence_at(self._text, place)
                return Span(*bounds) if bounds else None

    def words_from(self, place: int, count: int, unit: Unit) -> Span | None:
        """Return so many words, if there are, from the one at a place on.

        Of the first and the last it takes what the unit does. A place between clitics and stem is where the
        span begins.
        """
        first = last = self.word(place)
        for _ in range(1, count):
            last = self._following(last) if last else None
        if first is None or last is None:
            return None
        start, end = first.start, last.end
        if unit is Unit.CLITIC:
            start, end = self.stem(first).start, self.stem(last).end
        is_cut = place in self.inner_edges(first)
        return _span(place if is_cut else start, end)

    def _following(self, word: Span) -> Span:
        """Return the next word of the paragraph, or the word itself where it is the last."""
        found = self._word_after(word.end)
        between = self._text[word.end : found.start] if found else ""
        return found if found and not _BREAKS.intersection(between) else word

    def widened(self, unit: Unit, span: Span) -> Span:
        """Return a span with the units whole that it begins and ends in."""
        if unit is Unit.CHARACTER:
            return span
        first, last = self._after(unit, span.start), self._before(unit, span.end)
        start = min(span.start, first.start) if first else span.start
        return Span(start, max(span.end, last.end) if last else span.end)

    def end_after(self, unit: Unit, place: int) -> int:
        found = self._after(unit, place)
        return found.end if found else len(self._text)

    def start_after(self, unit: Unit, place: int) -> int:
        found = self._after(unit, place)
        if found and found.start <= place:
            found = self._after(unit, found.end)
        return found.start if found else len(self._text)

    def start_before(self, unit: Unit, place: int) -> int:
        found = self._before(unit, place)
        return found.start if found else 0

    def end_before(self, unit: Unit, place: int) -> int:
        found = self._before(unit, place)
        if found and found.end >= place:
            found = self._before(unit, found.start)
        return found.end if found else 0

    def _after(self, unit: Unit, place: int) -> Span | None:
        """Return the first unit that ends after a place."""
        match unit:
            case Unit.CHARACTER:
                return _span(place, graphemes.after(self._text, place))
            case Unit.CLITIC:
                return next(
                    (piece for piece in self._pieces(self._word_after(place)) if piece.end > place), None
                )
            case Unit.WORD:
                return self._word_after(place)
            case Unit.SENTENCE:
                return self._sentence_of(next(_letters(self._text, range(place, len(self._text))), None))

    def _before(self, unit: Unit, place: int) -> Span | None:
        """Return the last unit that begins before a place."""
        match unit:
            case Unit.CHARACTER:
                return _span(graphemes.before(self._text, place), place)
            case Unit.CLITIC:
                pieces = self._pieces(self._word_before(place))
                return next((piece for piece in reversed(list(pieces)) if piece.start < place), None)
            case Unit.WORD:
                return self._word_before(place)
            case Unit.SENTENCE:
                return self._sentence_of(next(_letters(self._text, range(place - 1, -1, -1)), None))

    def _word_after(self, place: int) -> Span | None:
        at = place
        while (end := words.end_after(self._text, at)) > at:
            word, at = self.word(end - 1), end
            if word and word.end > place:
                return word
        return None

    def _word_before(self, place: int) -> Span | None:
        at = place
        while (start := words.start_before(self._text, at)) < at:
            word, at = self.word(start), start
            if word and word.start < place:
                return word
        return None

    def _pieces(self, word: Span | None) -> Iterator[Span]:
        if word:
            start = word.start
            for edge in (*self.inner_edges(word), word.end):
                yield Span(start, edge)
                start = edge

    def _sentence_of(self, letter: int | None) -> Span | None:
        bounds = None if letter is None else sentence_at(self._text, letter)
        return Span(*bounds) if bounds else None


def _span(start: int, end: int) -> Span | None:
    return Span(start, end) if start < end else None


def _letters(text: str, places: range) -> Iterator[int]:
    return (place for place in places if not text[place].isspace())
