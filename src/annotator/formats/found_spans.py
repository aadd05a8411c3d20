"""Spans in lines of JSON that follow no format we know: lists of objects with a beginning, an end and a name.

{"text", "labels": [{"start", "end", "technique", "text"}]} of ArAIEval, {"text", "location_mentions":
[{"startIdx", "endIdx", "type", "text"}]} of IDRISI, and their like.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from annotator.domain.record import RecordSpan
from annotator.formats.fields import Fields

_BOUNDS = (
    ("start", "end"),
    ("start_offset", "end_offset"),
    ("begin", "end"),
    ("startOffset", "endOffset"),
    ("startIdx", "endIdx"),
)
_QUOTES = ("text", "quote", "mention", "surface", "exact")
_LABELS = ("label", "type", "tag", "class", "entity", "entity_type", "category", "technique")


class Shape(NamedTuple):
    """Under which key the spans are, and how their parts are called."""

    key: str
    start: str
    end: str
    label: str
    quote: str | None


def shape_of(values: Mapping[str, object]) -> Shape | None:
    """Return where an object has spans, if it has."""
    for key, value in values.items():
        first = value[0] if isinstance(value, list) and value else None
        if not isinstance(first, dict):
            continue
        for start, end in _BOUNDS:
            label = next((name for name in _LABELS if isinstance(first.get(name), str)), None)
            if label and type(first.get(start)) is type(first.get(end)) is int:
                quote = next((name for name in _QUOTES if isinstance(first.get(name), str)), None)
                return Shape(key, start, end, label, quote)
    return None


def told(values: Mapping[str, object], shape: Shape) -> Iterator[tuple[int, int, str | None]]:
    """Yield what each span says of itself: start, end and quoted text."""
    listed = values.get(shape.key)
    for one in listed if isinstance(listed, list) else ():
        if isinstance(one, dict) and type(one.get(shape.start)) is type(one.get(shape.end)) is int:
            quote = one.get(shape.quote) if shape.quote else None
            yield one[shape.start], one[shape.end], quote if isinstance(quote, str) else None


def spans(fields: Fields, text: str, shape: Shape) -> tuple[RecordSpan, ...]:
    """Return the spans of a line. Raises FormatError for one that does not fit."""
    found: dict[tuple[int, int, str], RecordSpan] = {}
    for value in fields.listed(shape.key):
        part = fields.part(value, shape.key)
        start, end = part.bounds(part.values.get(shape.start), part.values.get(shape.end), text)
        if shape.quote:
            part.check_quote(part.values.get(shape.quote), text, start, end)
        span = RecordSpan(start, end, part.required_text(shape.label))
        if found.setdefault(span[:3], span) is not span:
            fields.source.remark(
                fields.line, "the span {start}–{end} stands twice, and was read once", start=start, end=end
            )
    return tuple(found.values())
