"""Annotations of one article by their place."""

from bisect import bisect_left
from collections.abc import Iterable

from annotator.domain.annotation import Annotation


class Highlights:
    """Sorted by start, so that those near a place are found at once in an article of many."""

    def __init__(self, annotations: Iterable[Annotation] = ()) -> None:
        found = [(item.span.start, -item.span.end, item) for item in annotations if item.span]
        found.sort(key=lambda entry: entry[:2])
        self._starts = [entry[0] for entry in found]
        self._all = [entry[2] for entry in found]
        self._longest = max((-end - start for start, end, _ in found), default=0)

    def touching(self, start: int, end: int) -> list[Annotation]:
        """Return what shares a code point with a range, in reading order."""
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_left(self._starts, end)
        return [item for item in self._all[first:last] if item.span and item.span.end > start]

    def at(self, place: int) -> list[Annotation]:
        """Return what covers the letter at a place, the shortest first."""
        return sorted(self.touching(place, place + 1), key=lambda item: len(item.span or ()))

    def find(self, annotation_id: str | None) -> Annotation | None:
        return next((item for item in self._all if item.id == annotation_id), None)

    def beside(self, here: Annotation | int, step: int) -> Annotation | None:
        """Return the next (step 1) or previous (-1) of an annotation or a place, round the ends."""
        if not self._all:
            return None
        if isinstance(here, Annotation):
            number = self._all.index(here) + step
        else:
            number = bisect_left(self._starts, here) + min(step, 0)
        return self._all[number % len(self._all)]
