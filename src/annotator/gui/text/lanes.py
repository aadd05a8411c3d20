"""In which lane the line of each annotation lies, beneath the text."""

from bisect import bisect_left, insort
from collections.abc import Sequence

from annotator.domain.annotation import Annotation

ROOM = 4
"""So many lines of spans find room between two lines of text; for more the text is set wider."""

LANES = 24


def lanes(annotations: Sequence[Annotation]) -> dict[str, int]:
    """Give each annotation a lane, from 0 next to the text: shorter ones nearer, none across another.

    A pile of more than LANES shares the last.
    """
    given: dict[str, int] = {}
    placed: list[tuple[int, int, int]] = []
    sized = sorted((len(item.span), item.span.start, item.id) for item in annotations if item.span)
    for length, start, annotation_id in sized:
        # None placed so far is longer: what overlaps begins within a length of the start, or within the span.
        first, last = bisect_left(placed, (start - length,)), bisect_left(placed, (start + length,))
        taken = {lane for _, end, lane in placed[first:last] if end > start}
        lane = next((free for free in range(LANES - 1) if free not in taken), LANES - 1) if taken else 0
        given[annotation_id] = lane
        insort(placed, (start, start + length, lane))
    return given
