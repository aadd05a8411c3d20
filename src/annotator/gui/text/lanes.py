"""In which lane the line of each annotation lies, beneath the text."""

from collections.abc import Sequence

from annotator.domain.annotation import Annotation
from annotator.domain.span import Span

LANES = 4


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
