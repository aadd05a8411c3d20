"""The annotations of an article as a view needs them: which lie where, and in which lane."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from annotator.domain.annotation import Annotation
from annotator.domain.span import Span

LANES = 4


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
        return sorted(self.touching(place, place + 1), key=lambda item: len(_span(item)))

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


def lanes(annotations: Sequence[Annotation]) -> dict[str, int]:
    """Give each annotation a lane, from 0 next to the text: shorter ones nearer, none across another.

    A pile of more than LANES shares the last.
    """
    given: dict[str, int] = {}
    placed: list[tuple[Span, int]] = []
    for item in sorted(annotations, key=lambda item: (len(_span(item)), _span(item).start, item.id)):
        span = _span(item)
        taken = {lane for other, lane in placed if other.overlaps(span)}
        lane = next((free for free in range(LANES - 1) if free not in taken), LANES - 1)
        given[item.id] = lane
        placed.append((span, lane))
    return given


def _span(annotation: Annotation) -> Span:
    assert annotation.span is not None
    return annotation.span
