"""What stands beside the text in a line of JSON: who, how far, and metadata under names of its own."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from annotator.domain.article import day_of
from annotator.domain.record import Record, RecordRelation, RecordSpan
from annotator.formats.fields import LONGEST_QUOTE, Fields
from annotator.formats.source import Source

TEXT_NAMES = ("text", "content", "body", "article", "story", "النص", "نص", "المحتوى", "الخبر", "المقال")
"""What the text is called in other people's files, the likeliest first."""

OUTSIDE = "external_id"
"""Metadata under this name are the article's id outside."""

_KNOWN = {
    *("text", "text_sha256", "offset_unit", "id", "external_id"),
    *("annotator", "status", "meta", "guidelines"),
}


class Layer(NamedTuple):
    """What a line says about its text."""

    spans: tuple[RecordSpan, ...] = ()
    labels: tuple[str, ...] = ()
    relations: tuple[RecordRelation, ...] = ()


def record(fields: Fields, text: str, known: Collection[str], layer: Layer) -> Record:
    """Make a record with id, annotator and status, and all keys that are not known as metadata."""
    values = fields.values
    nested = values.get("meta")
    if nested is not None and not isinstance(nested, Mapping):
        fields.refuse("“meta” is not an object.")
    others = {key: value for key, value in values.items() if key not in _KNOWN and key not in known}
    outside = values.get("external_id", values.get("id"))
    meta = {**(nested or {}), **others}
    if "external_id" in values and "id" in values:
        meta.setdefault("id", values["id"])
    if fields.source.columns:
        meta = renamed(meta, fields.source.columns)
        outside = meta.pop(OUTSIDE, outside)
    return Record(
        text=text,
        external_id=None if outside is None else str(outside),
        meta=dated(meta),
        annotator=fields.optional_text("annotator"),
        state=fields.state(),
        guidelines=fields.optional_text("guidelines"),
        labels=layer.labels,
        spans=layer.spans,
        relations=layer.relations,
        line=fields.line,
    )


def renamed(meta: Mapping[str, object], columns: Mapping[str, str]) -> dict[str, object]:
    """Return metadata under the names that somebody gave them, without those that got none."""
    named = distinct({key: columns.get(key, key) for key in meta}, columns)
    return {name: meta[key] for key, name in named.items() if name}


def distinct(named: Mapping[str, str], chosen: Collection[str]) -> dict[str, str]:
    """Return new names by the old ones, none of them twice; no name, for what is left out, stays none.

    Where several would have one, it is given to what somebody chose it for, or else to what has it already;
    the others go on as they are.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for key in sorted(named, key=lambda key: (key not in chosen, named[key] != key)):
        name = key if named[key] in taken else named[key]
        while name in taken:
            name = f"{name}_"
        if name:
            taken.add(name)
        found[key] = name
    return {key: found[key] for key in named}


def dated(meta: Mapping[str, object]) -> Mapping[str, object]:
    """Give an article that has a `date` and no `published` the latter as well."""
    day = meta.get("date")
    if "published" in meta or not isinstance(day, str):
        return meta
    try:
        date.fromisoformat(day[:10])
    except ValueError:
        return meta
    return {**meta, "published": day}


def with_days_told(source: Source, records: Iterable[Record]) -> Iterator[Record]:
    """Yield a file's records; remark, once a line, where what should be the day of publication is none."""
    told: tuple[int, str] | None = None
    for record in records:
        day = record.meta.get("published", record.meta.get("date"))
        if day and not day_of({"published": day}) and (record.line, str(day)) != told:
            told = record.line, str(day)
            template = "“{day}” is no day as YYYY-MM-DD; it was kept as metadata alone"
            source.remark(record.line, template, day=str(day)[:LONGEST_QUOTE])
        yield record


def flattened(meta: Mapping[str, object], own: Collection[str]) -> dict[str, object]:
    """Return metadata as they stand beside a text; within “meta” those whose names mean something else."""
    taken = _KNOWN.union(own)
    nested = {key: value for key, value in meta.items() if key in taken}
    others = {key: value for key, value in meta.items() if key not in taken}
    return {**others, "meta": nested} if nested else others
