"""doccano's JSON Lines, as its importer takes them and its export leaves them; also zipped, as it sends them.

{"id", "text", metadata…, "label": [[start, end, "NAME"]], "Comments": […]}, or with relations
"entities": [{"id", "label", "start_offset", "end_offset"}], "relations": [{"id", "from_id", "to_id", "type"}]
Metadata stand flattened beside the text. doccano stores what the browser counts, UTF-16 units, and says so
nowhere (v-annotator's Text.ts): so their unit is found out from the whole file.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum, auto

import orjson

from annotator.domain.identity import new_id
from annotator.domain.offsets import Offsets, OffsetUnit
from annotator.domain.record import Record, RecordRelation, RecordSpan
from annotator.formats import surroundings
from annotator.formats.fields import Fields
from annotator.formats.fitting import Fitted
from annotator.formats.json_objects import objects
from annotator.formats.offset_units import Sample, settle
from annotator.formats.output import Output
from annotator.formats.source import Source
from annotator.formats.surroundings import Layer

_OWN = {"label", "entities", "relations", "Comments", "schema", "spans", "tokens", "answer", "cats", "labels"}


_CLASSES = ("label", "labels", "cats")


class Form(Enum):
    """SPANS for projects without relations, in code points or in doccano's own UTF-16 units; RELATIONS."""

    SPANS = auto()
    UTF16 = auto()
    RELATIONS = auto()


def read(source: Source) -> Iterator[Record]:
    """Yield records lazily. Raises FileError and FormatError."""
    settle(source, lambda: _samples(source))
    for line, values in objects(source):
        yield record(Fields(source, line, values))


def writer(form: Form) -> Callable[[Iterable[Fitted], Output], None]:
    """Return what writes a line for each record in one of the forms."""

    def write(fitted: Iterable[Fitted], out: Output) -> None:
        file = out.file()
        for found, _, _ in fitted:
            line = {
                "id": found.external_id or found.id,
                "text": found.text,
                **surroundings.flattened(found.meta, _OWN),
                **_marks(found, form),
                "Comments": [],
            }
            file.write(orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE))

    return write


def _samples(source: Source) -> Iterator[Sample]:
    """Yield what tells in which unit the offsets of a file are; lines that say it are left out."""
    for _, values in objects(source):
        text = values.get("text")
        if isinstance(text, str) and "offset_unit" not in values:
            yield Sample(text, [*told(values)])


def told(values: Mapping[str, object]) -> Iterator[tuple[int, int, str | None]]:
    for key in ("label", "entities", "spans"):
        marks = values.get(key)
        for mark in marks if isinstance(marks, list) else ():
            quote = None
            if isinstance(mark, dict):
                start = mark.get("start_offset", mark.get("start"))
                end = mark.get("end_offset", mark.get("end"))
                quote = mark.get("text")
            elif isinstance(mark, list) and len(mark) == 3:
                start, end = mark[:2]
            else:
                continue
            if type(start) is int and type(end) is int:
                yield start, end, quote if isinstance(quote, str) else None


def _marks(found: Record, form: Form) -> dict[str, object]:
    match form:
        case Form.SPANS:
            return {"label": [span[:3] for span in found.spans]}
        case Form.UTF16:
            place = Offsets(found.text).to_utf16
            marks = [(place(span.start), place(span.end), span.label) for span in found.spans]
            # doccano keeps it as metadata, and counts as it says.
            return {"label": marks, "offset_unit": OffsetUnit.UTF16}
        case Form.RELATIONS:
            numbers = {span.id: nth for nth, span in enumerate(found.spans)}
            return {
                "entities": [
                    {"id": nth, "label": span.label, "start_offset": span.start, "end_offset": span.end}
                    for nth, span in enumerate(found.spans)
                ],
                "relations": [
                    {"id": nth, "from_id": numbers[arc.start], "to_id": numbers[arc.end], "type": arc.label}
                    for nth, arc in enumerate(found.relations)
                ],
            }


def record(fields: Fields) -> Record:
    """Read a line; labels that are but names are those of the whole text, as in projects that classify."""
    text = fields.checked_text()
    names = {str(name) for key in _CLASSES for name in _names(fields, key)}
    marks = [] if _names(fields, "label") else fields.listed("label") or fields.listed("entities")
    relations = fields.listed("relations")
    spans, by_number = [], {}
    for value in marks:
        start, end, label = _span(fields, value)
        span = RecordSpan(*fields.bounds(start, end, text), label, new_id() if relations else None)
        spans.append(span)
        if isinstance(value, dict):
            by_number[str(value.get("id"))] = span
    arcs = [_relation(fields.part(value, "relations"), by_number) for value in relations]
    layer = Layer(tuple(spans), tuple(sorted(names)), tuple(arcs))
    found = surroundings.record(fields, text, ("entities", "relations", "Comments", *_CLASSES), layer)
    _tell_comments(fields)
    return found


def _names(fields: Fields, key: str) -> list[object]:
    """Return a list that has nothing but names, else nothing."""
    values = fields.values.get(key)
    is_names = isinstance(values, list) and all(isinstance(name, str) and name for name in values)
    return values if is_names and isinstance(values, list) else []


def _span(fields: Fields, value: object) -> tuple[object, object, str]:
    start = end = label = None
    if isinstance(value, list) and len(value) == 3:
        start, end, label = value
    elif isinstance(value, dict):
        start, end, label = (value.get(key) for key in ("start_offset", "end_offset", "label"))
    if not isinstance(label, str):
        fields.refuse("a label must be [start, end, name], not {value}", value=value)
    if not label:
        fields.refuse("a label has no name.")
    return start, end, label


def _relation(part: Fields, spans: dict[str, RecordSpan]) -> RecordRelation:
    ends = [spans.get(str(part.values.get(key))) for key in ("from_id", "to_id")]
    if None in ends:
        part.refuse("a relation joins an entity that is not in the record.")
    start, end = (span.id or "" for span in ends if span)
    return RecordRelation(new_id(), start, end, part.required_text("type"))


def _tell_comments(fields: Fields) -> None:
    comments = fields.listed("Comments")
    if comments:
        fields.source.remark(fields.line, "{count} comments were passed over", count=len(comments))
