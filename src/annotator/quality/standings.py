"""Where strings that are labelled somewhere stand in the texts, and are not labelled so."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from annotator.quality.running_words import RunningWords
from annotator.quality.uses import Cut, Stands, Use, UsedLayer

MOST_WORDS = 8
"""Longer strings hardly stand anywhere twice, and are not looked for."""

Place = tuple[int, int]
"""A layer's number, and the place of the first word."""


class Standing:
    """Places of one string that are bare, and those where another span cuts it short, by how."""

    def __init__(self) -> None:
        self.bare: set[Place] = set()
        self.cuts: dict[Cut, dict[Place, Use]] = defaultdict(dict)
        self._cut_at: dict[Place, Cut] = {}

    def note(self, place: Place, found: Stands | None) -> None:
        """Tell how the string stands at a place now."""
        self.bare.discard(place)
        if place in self._cut_at:
            del self.cuts[self._cut_at.pop(place)][place]
        if found:
            self.add(place, *found)

    def add(self, place: Place, cut: Cut, use: Use | None) -> None:
        if use is None:
            self.bare.add(place)
        else:
            self.cuts[cut][place] = use
            self._cut_at[place] = cut


class Standings:
    """Knows strings by their forms, which are added when they are first labelled."""

    def __init__(self, words: RunningWords, layers: Mapping[str, Sequence[UsedLayer]]) -> None:
        """Layers are given by article."""
        self._words = words
        self._layers = layers
        self._beginning_with: dict[str, dict[str, list[str]]] = defaultdict(dict)
        self._of: dict[str, Standing] = {}
        self._bare_at_least: dict[str, int] = {}
        self._is_asked = False

    def know(self, form: str) -> None:
        words = form.split(" ")
        if len(words) <= MOST_WORDS:
            self._beginning_with[words[0]][form] = words

    def forget(self, form: str) -> None:
        self._of.pop(form, None)
        self._bare_at_least.pop(form, None)
        self._beginning_with[form.split(" ", 1)[0]].pop(form, None)

    def of(self, form: str, most: int) -> Standing | None:
        """Return how a string stands; None where it is too long, or bare at more places than most.

        How else such a string stands is then nobody's concern.
        """
        self._is_asked = True
        words = form.split(" ")
        if len(words) > MOST_WORDS or self._bare_at_least.get(form, 0) > most:
            return None
        self._bare_at_least.pop(form, None)
        found = self._of.get(form)
        if found is None:
            found = self._of[form] = self._read(words, 2 * most)
        if len(found.bare) > most:
            # Places are let go of one by one, so that it need not be read again for a while.
            self._bare_at_least[form] = len(self._of.pop(form).bare)
            return None
        return found

    def __getitem__(self, form: str) -> Standing:
        """Return how a string stands that has been asked for, and is not bare too often."""
        return self._of[form]

    def _read(self, words: Sequence[str], most: int) -> Standing:
        standing, length = Standing(), len(words)
        for first in self._words.find(words):
            for layer in self._layers[self._words.article_at(first)]:
                found = layer.stands(first, first + length - 1)
                if found:
                    standing.add((layer.number, first), *found)
            if len(standing.bare) > most:
                break
        return standing

    def renew(self, layer: UsedLayer, first: int, last: int) -> Iterator[str]:
        """Look anew how strings stand that touch some words of a layer; yield their forms.

        Before anybody has asked, nothing has been looked at.
        """
        if not self._is_asked:
            return
        for place, form, length in self._touching(layer.places, first, last):
            if form in self._bare_at_least:
                self._bare_at_least[form] -= 1
            elif form in self._of:
                found = layer.stands(place, place + length - 1)
                self._of[form].note((layer.number, place), found)
            yield form

    def _touching(self, places: range, first: int, last: int) -> Iterator[tuple[int, str, int]]:
        """Yield each known string that touches some words of an article: its place, form and length."""
        for place in range(max(places.start, first - MOST_WORDS + 1), min(last + 1, places.stop)):
            _, core, _, others = self._words.parts(place)
            for name in (core, *(other for _, other in others)):
                known = self._beginning_with.get(name)
                for form, words in known.items() if known else ():
                    if place + len(words) > first and self._words.stand_at(words, place):
                        yield place, form, len(words)
