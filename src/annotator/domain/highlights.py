"""Annotations of one article by their place."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator

from annotator.domain.annotation import Annotation
from annotator.domain.edit import Edit


class Highlights:
    """In reading order, so that those near a place are found at once in an article of many."""

    def __init__(self, annotations: Iterable[Annotation] = ()) -> None:
        """The annotations are in reading order; those without a span are left out."""
        self._all = [item for item in annotations if item.span]
        self._starts = [item.span.start for item in self._all if item.span]
        self._by_id = {item.id: item for item in self._all}
        self._longest = max((len(item.span) for item in self._all if item.span), default=0)

    def __iter__(self) -> Iterator[Annotation]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def __getitem__(self, number: int) -> Annotation:
        return self._all[number]

    def apply(self, edits: Iterable[Edit]) -> None:
        """Follow edits of these annotations; others are passed by."""
        for edit in edits:
            if isinstance(edit.before, Annotation):
                self._remove(edit.before)
            if isinstance(edit.after, Annotation):
                self._add(edit.after)

    def touching(self, start: int, end: int) -> list[Annotation]:
        """Return what shares a code point with a range, in reading order."""
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_left(self._starts, end)
        return [item for item in self._all[first:last] if item.span and item.span.end > start]

    def at(self, place: int) -> list[Annotation]:
        """Return what covers the letter at a place, the shortest first."""
        return sorted(self.touching(place, place + 1), key=lambda item: len(item.span or ()))

    def find(self, annotation_id: str | None) -> Annotation | None:
        return self._by_id.get(annotation_id or "")

    def beside(self, here: Annotation | int, step: int) -> Annotation | None:
        """Return the next (step 1) or previous (-1) of an annotation or a place, round the ends."""
        if not self._all:
            return None
        if isinstance(here, Annotation):
            number = self.number(here) + step
        else:
            number = bisect_left(self._starts, here) + min(step, 0)
        return self._all[number % len(self._all)]

    def number(self, annotation: Annotation) -> int:
        return bisect_left(self._all, annotation.reading_order, key=lambda item: item.reading_order)

    def _add(self, annotation: Annotation) -> None:
        if annotation.span:
            self._all.insert(self.number(annotation), annotation)
            insort(self._starts, annotation.span.start)
            self._by_id[annotation.id] = annotation
            self._longest = max(self._longest, len(annotation.span))

    def _remove(self, annotation: Annotation) -> None:
        if annotation.id in self._by_id:
            number = self.number(annotation)
            del self._all[number], self._starts[number], self._by_id[annotation.id]
