"""Native JSON Lines, as resources/schema/annotator-1.schema.json describes it; reads its relatives too.

The minimal form is {"text", "spans": [{"start", "end", "label"}]};
doccano's {"text", "label": [[start, end, "NAME"]]}.
"""

from collections.abc import Iterable, Iterator

import orjson

from annotator.domain.article import fingerprint
from annotator.domain.offsets import OffsetUnit
from annotator.domain.record import Gold, Record, RecordRelation, RecordSpan
from annotator.formats import doccano, found_spans, surroundings
from annotator.formats.fields import Fields
from annotator.formats.fitting import Fitted
from annotator.formats.found_spans import Shape
from annotator.formats.json_objects import objects
from annotator.formats.offset_units import Sample, settle
from annotator.formats.output import Output
from annotator.formats.source import Source
from annotator.formats.surroundings import Layer

SCHEMA = "annotator/1"
_DOCCANO = {"label", "entities"}
_FIRST_META = ("title", "source", "published", "url")


def read(source: Source) -> Iterator[Record]:
    """Yield records lazily. Raises FileError and FormatError."""
    settle(source, lambda: _samples(source))
    shape = None
    for line, values in objects(source):
        if not _has_text(source, line, values):
            continue
        fields = Fields(source, line, values)
        if "schema" in values:
            yield native_record(fields)
        elif "spans" in values:
            yield minimal_record(fields)
        elif values.keys() & _DOCCANO or not (found := found_spans.shape_of(values)):
            yield doccano.record(fields)
        else:
            if shape is None:
                shape = found
                template = "spans were found under “{key}”, their labels under “{label}”"
                source.remark(line, template, key=shape.key, label=shape.label)
            yield _of_shape(fields, found)


def _samples(source: Source) -> Iterator[Sample]:
    for _, values in objects(source):
        text = values.get("text")
        if isinstance(text, str) and "offset_unit" not in values:
            shape = None if values.keys() & (_DOCCANO | {"spans"}) else found_spans.shape_of(values)
            yield Sample(text, [*(found_spans.told(values, shape) if shape else doccano.told(values))])


def _of_shape(fields: Fields, shape: Shape) -> Record:
    text = fields.checked_text()
    return surroundings.record(fields, text, (shape.key,), Layer(found_spans.spans(fields, text, shape)))


def _has_text(source: Source, line: int, values: dict[str, object]) -> bool:
    """Take for the text what is called otherwise, as in dumps of news sites; there it may be empty."""
    name = next((name for name in surroundings.TEXT_NAMES if isinstance(values.get(name), str)), "text")
    if name == "text" or "text" in values:
        return True
    values["text"] = values.pop(name)
    if not values["text"]:
        source.remark(line, "“{name}” is empty; the article was passed over", name=name)
    return bool(values["text"])


def write(fitted: Iterable[Fitted], out: Output) -> None:
    """Write a line for each record; equal records give equal bytes."""
    file = out.file()
    for record, _, _ in fitted:
        file.write(native_line(record))


def native_line(record: Record) -> bytes:
    """Return a record as a line of the native format."""
    return orjson.dumps(native_values(record), option=orjson.OPT_APPEND_NEWLINE)


def native_record(fields: Fields) -> Record:
    values = fields.values
    if values["schema"] != SCHEMA:
        fields.refuse(
            "this program reads schema {known}, not {schema}.", known=SCHEMA, schema=values["schema"]
        )
    text = fields.checked_text()
    meta = values.get("meta") or {}
    if not isinstance(meta, dict):
        fields.refuse("“meta” is not an object.")
    spans = _spans(fields, text)
    return Record(
        text=text,
        id=fields.required_id("id"),
        sha256=fields.optional_text("text_sha256"),
        external_id=fields.optional_text("external_id"),
        meta=meta,
        annotator=fields.optional_text("annotator"),
        state=fields.state(),
        guidelines=fields.optional_text("guidelines"),
        note=fields.optional_text("note"),
        labels=_labels(fields),
        spans=spans,
        relations=_relations(fields, {span.id for span in spans}),
        line=fields.line,
    )


def minimal_record(fields: Fields) -> Record:
    """Read a text with spans, without an id of a project. Raises FormatError."""
    text = fields.checked_text()
    spans = _spans(fields, text)
    relations = _relations(fields, {span.id for span in spans})
    layer = Layer(spans, _labels(fields), relations)
    return surroundings.record(fields, text, ("spans", "labels", "relations"), layer)


def _labels(fields: Fields) -> tuple[str, ...]:
    labels = fields.listed("labels")
    if not all(isinstance(name, str) and name for name in labels):
        fields.refuse("“labels” must hold names.")
    return tuple(sorted(str(name) for name in labels))


def _spans(fields: Fields, text: str) -> tuple[RecordSpan, ...]:
    seen: set[str | None] = set()
    spans = []
    for value in fields.listed("spans"):
        part = fields.part(value, "spans")
        start, end = part.bounds(part.values.get("start"), part.values.get("end"), text)
        part.check_quote(part.values.get("text"), text, start, end)
        span = RecordSpan(
            start=start,
            end=end,
            label=part.required_text("label"),
            id=part.optional_id("id"),
            origin=part.origin(),
            score=part.optional_number("score"),
            note=part.optional_text("note"),
            created=part.optional_moment("created"),
            updated=part.optional_moment("updated"),
        )
        if span.id is not None and span.id in seen:
            fields.refuse("two spans have the id {id}.", id=span.id)
        seen.add(span.id)
        spans.append(span)
    return tuple(spans)


def _relations(fields: Fields, spans: set[str | None]) -> tuple[RecordRelation, ...]:
    relations = []
    for value in fields.listed("relations"):
        part = fields.part(value, "relations")
        arc = RecordRelation(
            part.required_id("id"),
            part.required_id("from"),
            part.required_id("to"),
            part.required_text("label"),
        )
        if not {arc.start, arc.end} <= spans:
            fields.refuse("the relation {id} joins a span that is not in the record.", id=arc.id)
        relations.append(arc)
    if len({arc.id for arc in relations}) < len(relations):
        fields.refuse("two relations have one id.")
    return tuple(relations)


def native_values(record: Record) -> dict[str, object]:
    text = record.text
    meta = record.meta
    written: dict[str, object] = {
        "schema": SCHEMA,
        "id": record.id,
        "external_id": record.external_id,
        "text": text,
        "text_sha256": record.sha256 or fingerprint(text),
        "offset_unit": OffsetUnit.CODE_POINT.value,
        "meta": {key: meta.get(key) for key in _FIRST_META} | dict(meta),
        "annotator": record.annotator,
        "status": record.state,
        "guidelines": record.guidelines,
        "labels": record.labels,
        "spans": [
            {
                "id": span_id,
                "start": start,
                "end": end,
                "label": label,
                "text": text[start:end],
                "origin": origin,
                "score": score,
                "note": note,
                "created": created,
                "updated": updated,
            }
            for start, end, label, span_id, origin, score, note, created, updated in record.spans
        ],
        "relations": [
            {"id": arc.id, "from": arc.start, "to": arc.end, "label": arc.label} for arc in record.relations
        ],
    }
    if record.note:
        written["note"] = record.note
    return written if record.gold is None else _with_gold(written, record.gold)


def _with_gold(written: dict[str, object], gold: Gold) -> dict[str, object]:
    spans = written["spans"]
    assert isinstance(spans, list)
    for span in spans:
        span["provenance"] = gold.provenance[span["id"]]
    written["unresolved"] = gold.unresolved
    return written
