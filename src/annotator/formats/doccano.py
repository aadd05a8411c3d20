"""doccano's JSON Lines: {"id", "text", metadata…, "label": [[start, end, "NAME"]], "Comments"}.

Offsets are code points here. As doccano's own source has it, metadata stand flattened beside the text.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import BinaryIO, NamedTuple

import orjson

from annotator.domain.errors import FormatError
from annotator.domain.record import Record, RecordRelation, RecordSpan
from annotator.formats.fields import Fields
from annotator.formats.json_lines import objects

_SURROUNDINGS = {
    *("text", "text_sha256", "offset_unit", "id", "external_id"),
    *("annotator", "status", "meta", "guidelines"),
}
_OWN = _SURROUNDINGS | {"label", "entities", "Comments", "schema", "spans"}
"""Keys that a reader takes for something else: metadata of these names are written within “meta”."""


class Layer(NamedTuple):
    """What a line says about its text."""

    spans: tuple[RecordSpan, ...]
    labels: tuple[str, ...] = ()
    relations: tuple[RecordRelation, ...] = ()


def read(path: Path, encoding: str | None = None) -> Iterator[Record]:
    """Yield records lazily. Raises FileError and FormatError."""
    refuse_encoding(path, encoding)
    for line, values in objects(path):
        yield record(Fields(path, line, values))


def write(records: Iterable[Record], file: BinaryIO) -> int:
    """Write a line for each record and return how many. Labels of whole articles have no place in it."""
    count = 0
    for count, found in enumerate(records, 1):  # noqa: B007 - the count is what is left of it
        meta = {key: value for key, value in found.meta.items() if key not in _OWN}
        nested = {key: value for key, value in found.meta.items() if key in _OWN}
        line = {
            "id": found.external_id or found.id,
            "text": found.text,
            **meta,
            **({"meta": nested} if nested else {}),
            "label": [span[:3] for span in found.spans],
            "Comments": [],
        }
        file.write(orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE))
    return count


def record(fields: Fields) -> Record:
    text = fields.checked_text()
    spans = []
    for value in fields.listed("label") or fields.listed("entities"):
        start, end, label = _span(fields, value)
        spans.append(RecordSpan(*fields.bounds(start, end, text), label))
    return with_surroundings(fields, text, ("label", "entities"), Layer(tuple(spans)))


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


def with_surroundings(fields: Fields, text: str, known: tuple[str, ...], layer: Layer) -> Record:
    """Make a record with what stands beside: id, annotator, status, and all other keys as metadata."""
    values = fields.values
    nested = values.get("meta")
    if nested is not None and not isinstance(nested, Mapping):
        fields.refuse("“meta” is not an object.")
    others = {key: value for key, value in values.items() if key not in _SURROUNDINGS and key not in known}
    if others.get("Comments") == []:
        del others["Comments"]
    outside = values.get("external_id", values.get("id"))
    return Record(
        text=text,
        external_id=None if outside is None else str(outside),
        meta=_dated({**(nested or {}), **others}),
        annotator=fields.optional_text("annotator"),
        state=fields.state(),
        guidelines=fields.optional_text("guidelines"),
        labels=layer.labels,
        spans=layer.spans,
        relations=layer.relations,
        line=fields.line,
    )


def _dated(meta: dict[str, object]) -> dict[str, object]:
    """Give an article that has a `date` and no `published` the latter as well."""
    day = meta.get("date")
    if "published" in meta or not isinstance(day, str):
        return meta
    try:
        date.fromisoformat(day[:10])
    except ValueError:
        return meta
    return {**meta, "published": day}


def refuse_encoding(path: Path, encoding: str | None) -> None:
    if encoding is not None and encoding.lower().replace("_", "-") not in {"utf-8", "utf8", "utf-8-sig"}:
        raise FormatError("{path}: JSON Lines are UTF-8, not {encoding}.", path=path, encoding=encoding)
