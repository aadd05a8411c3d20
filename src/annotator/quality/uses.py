"""Annotations as a project's habits are made of them: by the words that they are on."""

from typing import NamedTuple

from annotator.domain.annotation import Layer
from annotator.domain.article import ArticleState

_READ_TO_THE_END = frozenset({ArticleState.SUBMITTED, ArticleState.ACCEPTED, ArticleState.RETURNED})


class Use(NamedTuple):
    """A label on a range of an article; first and last are the places of the words that it touches.

    layer is the number of its layer; form is what stands there, folded and without clitics.
    """

    layer: int
    id: str
    start: int
    end: int
    label: str
    first: int
    last: int
    form: str

    @property
    def length(self) -> int:
        return self.last - self.first + 1


Cut = tuple[int, int]
"""How many words after the beginning of a string a span begins, and how many before its end it ends."""

NOT_CUT: Cut = (0, 0)

Stands = tuple[Cut, Use | None]
"""The span that cuts a string short, and how; or none, where the string is bare."""


UsesAt = dict[int, tuple[Use, ...]]
"""What is on words, in all layers, by their places."""


class UsedLayer:
    """What one annotator has labelled of one article, whose words are at some places."""

    def __init__(self, number: int, layer: Layer, places: range, at: UsesAt) -> None:
        self.number = number
        self.article, self.annotator = layer.article, layer.annotator
        self.places = places
        self.uses: dict[str, Use] = {}
        self._at = at
        self.settle(layer.state)

    def settle(self, state: ArticleState) -> None:
        """Be in a state, after uses came or went."""
        self.state = state
        self.reach = self._reach()

    def add(self, use: Use) -> None:
        self.uses[use.id] = use
        alone = (use,)
        for place in range(use.first, use.last + 1):
            others = self._at.get(place)
            self._at[place] = (*others, use) if others else alone

    def remove(self, use: Use) -> None:
        del self.uses[use.id]
        for place in range(use.first, use.last + 1):
            others = tuple(other for other in self._at.pop(place) if other != use)
            if others:
                self._at[place] = others

    def on(self, place: int) -> list[Use]:
        """Return what is on a word."""
        return [use for use in self._at.get(place, ()) if use.layer == self.number]

    def stands(self, first: int, last: int) -> Stands | None:
        """Return how a string on some words is not labelled whole: bare, or cut short by a use."""
        at = self._at
        uses = {use for place in range(first, last + 1) if place in at for use in self.on(place)}
        if not uses:
            return (NOT_CUT, None) if last <= self.reach else None
        use = uses.pop()
        cut = use.first - first, last - use.last
        return (cut, use) if not uses and max(cut) > 0 else None

    def _reach(self) -> int:
        """Return the place up to which the annotator has read: the last label, until all is submitted."""
        if self.state in _READ_TO_THE_END:
            return self.places.stop - 1
        return max((use.last for use in self.uses.values()), default=self.places.start - 1)
