"""Spans that begin or end otherwise than others do: with a word more or less, or a part of one."""

from collections.abc import Iterator

from annotator.domain.span import Span
from annotator.quality.edges import Edge, Part, Side
from annotator.quality.habits import Habits
from annotator.quality.slips import Contrast
from annotator.quality.suspicion import ConsistencyRule, Proposal, Suspicion
from annotator.quality.uses import Use

_REPEATED = 3
"""What stands so often on one written word is a habit of its own."""

_Found = Iterator[tuple[Use, Span]]
"""What goes against a habit, and how far it would go by it."""


class BoundaryHabits:
    def __init__(self, habits: Habits) -> None:
        self._habits = habits
        self._words = habits.words
        self._at_edges: dict[Edge, list[Use]] = {}

    def forget(self, source: Edge | Part) -> None:
        """Look anew next time where an edge is that has changed."""
        if isinstance(source, Edge):
            self._at_edges.pop(source, None)

    def suspicions(self, source: Edge | Part, contrast: Contrast, likelihood: float) -> Iterator[Suspicion]:
        """Yield what goes against the habit of an edge or part."""
        is_within, usual = bool(contrast.about), contrast.whole - contrast.few
        if not isinstance(source, Edge):
            found = self._with_part(source) if is_within else self._without_part(source)
        elif is_within:
            found = self._with_word(source)
        else:
            found = self._without_word(source)
        for use, proposed in found:
            layer, proposal = self._habits.layers[use.layer], Proposal(proposed, use.label)
            about = layer.article, layer.annotator, use.id, Span(use.start, use.end), use.label, use.form
            yield Suspicion(ConsistencyRule.BOUNDARY, *about, proposal, likelihood, usual, contrast.whole)

    def _with_word(self, edge: Edge) -> _Found:
        """Yield uses that take a word in, and what they would be without."""
        for use in self._at_edge(edge, is_within=True):
            if edge.side is Side.BEFORE:
                yield use, Span(self._words.start(use.first + 1), use.end)
            else:
                yield use, Span(use.start, self._words.end(use.last - 1))

    def _without_word(self, edge: Edge) -> _Found:
        """Yield uses that leave a word out that nothing else is on, and what they would be with it."""
        for use in self._at_edge(edge, is_within=False):
            place = use.first - 1 if edge.side is Side.BEFORE else use.last + 1
            if not self._habits.layers[use.layer].on(place):
                if edge.side is Side.BEFORE:
                    yield use, Span(self._start(place), use.end)
                else:
                    yield use, Span(use.start, self._words.end(place))

    def _at_edge(self, edge: Edge, *, is_within: bool) -> list[Use]:
        """Return uses that an edge is of, on one side of it; they are few, or nobody would ask."""
        if edge not in self._at_edges:
            is_before = edge.side is Side.BEFORE
            places = self._words.with_core(edge.word) if is_before else self._words.spelt(edge.word)
            step = 0 if is_within else 1 if is_before else -1
            at = self._habits.uses_at
            self._at_edges[edge] = [
                use
                for place in places
                for use in at.get(place + step, ())
                if use.label == edge.label
                and (use.first if is_before else use.last) == place + step
                and self._is_of(edge, use, is_within=is_within)
            ]
        return self._at_edges[edge]

    def _is_of(self, edge: Edge, use: Use, *, is_within: bool) -> bool:
        """Tell whether an edge that stands where it would have to is one that was counted."""
        is_before = edge.side is Side.BEFORE
        if not is_within:
            return self._words.beside(use.first, use.last)[0 if is_before else 1] == edge.word
        words = use.form.split(" ")
        return len(words) > 1 and words[0 if is_before else -1] == edge.word

    def _with_part(self, part: Part) -> _Found:
        """Yield uses that take a part of a word in, and what they would be without."""
        for use in self._unusual(part, is_whole=True):
            if part is Part.PRONOUN:
                yield use, Span(use.start, self._words.end(use.last) - self._words.parts(use.last).tail)
            elif self._is_elsewhere_without(use):
                start = self._words.start(use.first) + self._words.parts(use.first).lead
                yield use, Span(start, use.end)

    def _without_part(self, part: Part) -> _Found:
        """Yield uses that leave a part of a word out, and what they would be with it."""
        for use in self._unusual(part, is_whole=False):
            if part in {Part.PRONOUN, Part.END}:
                yield use, Span(use.start, self._words.end(use.last))
            else:
                start = self._words.start(use.first) if part is Part.CLITIC else self._start(use.first)
                yield use, Span(min(start, use.start), use.end)

    def _unusual(self, part: Part, *, is_whole: bool) -> Iterator[Use]:
        """Yield where a part is taken in or left out, but where one word is usually treated so."""
        edges = self._habits.edges
        otherwise = edges.uses(part, is_whole=not is_whole)
        for same, uses in edges.uses(part, is_whole=is_whole).items():
            if len(uses) < _REPEATED or 2 * len(uses) < len(otherwise.get(same, ())):
                yield from uses

    def _is_elsewhere_without(self, use: Use) -> bool:
        """Tell whether the same string is labelled without a clitic, too: باكو, where وباكو is."""
        group = self._habits.groups[use.form]
        return any(
            other.start > self._words.start(other.first) or not self._words.parts(other.first).lead
            for uses in group.values()
            for other in uses
        )

    def _start(self, place: int) -> int:
        """Return where a span would begin on a word, by the habit of clitics."""
        is_taken_in = self._habits.edges.takes_in(Part.CLITIC)
        return self._words.start(place) + (0 if is_taken_in else self._words.parts(place).lead)
