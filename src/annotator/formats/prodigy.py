"""Prodigy's JSON Lines, as its recipes take them and `db-out` leaves them (prodi.gy/docs/api-interfaces).

{"text", "tokens": [{"text", "start", "end", "id", "ws"}],
"spans": [{"start", "end", "token_start", "token_end", "label"}],
"relations": [{"head", "child", "head_span", "child_span", "label"}], "answer", "meta", …}
A span's token_end is its last token; head and child are the last tokens of their spans. Training refuses
spans that do not lie on tokens, so words are cut where a span begins or ends within one. Labels of the whole
article are accepted options, as in the interface `choice`.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

import orjson

from annotator.arabic.tokens import tokens
from annotator.domain.article import ArticleState
from annotator.domain.identity import new_id
from annotator.domain.record import Record, RecordRelation, RecordSpan
from annotator.formats import surroundings
from annotator.formats.fields import Fields
from annotator.formats.fitting import Fitted
from annotator.formats.json_objects import objects
from annotator.formats.offset_units import Sample, settle
from annotator.formats.output import Output
from annotator.formats.source import Source
from annotator.formats.surroundings import Layer

_OWN = {"tokens", "spans", "relations", "answer", "label", "accept", "options", "_annotator_id"}
_ANSWERS = {"accept": ArticleState.SUBMITTED, "ignore": ArticleState.SKIPPED, "reject": None}
_UNNAMED_SESSION = re.compile(r".*\d{4}-\d\d-\d\d_\d\d-\d\d-\d\d")

_ByBounds = dict[tuple[int, int, str | None], RecordSpan]
_ByToken = dict[int | None, list[RecordSpan]]


def read(source: Source) -> Iterator[Record]:
    """Yield records lazily; the spans of a rejected task are left out. Raises FileError and FormatError."""
    settle(source, lambda: _samples(source))
    for line, values in objects(source):
        yield _record(Fields(source, line, values))


def write(fitted: Iterable[Fitted], out: Output) -> None:
    """Write a task for each record: one that is not begun without an answer, as Prodigy takes it in."""
    file = out.file()
    for record, _, _ in fitted:
        file.write(orjson.dumps(_task(record), option=orjson.OPT_APPEND_NEWLINE))


def _task(record: Record) -> dict[str, object]:
    text = record.text
    found = tokens(text).with_gaps(text, [span[:2] for span in record.spans])
    starts, ends = found.starts, found.ends
    firsts = {start: nth for nth, start in enumerate(starts)}
    lasts = {end: nth for nth, end in enumerate(ends)}
    spans = [
        {"start": start, "end": end, "token_start": firsts[start], "token_end": lasts[end], "label": label}
        for start, end, label, *_ in record.spans
    ]
    beside = {
        "answer": _answer(record),
        "_annotator_id": record.annotator,
        "status": record.state,
        "guidelines": record.guidelines,
        "accept": record.labels or None,
        "options": [{"id": name, "text": name} for name in record.labels] or None,
        "relations": _relations(record, spans) or None,
    }
    made = _made(text, has_relations=bool(record.relations))
    kept = {key: record.meta[key] for key, value in made.items() if type(record.meta.get(key)) is type(value)}
    meta = {key: value for key, value in record.meta.items() if key not in kept}
    return {
        "id": record.external_id or record.id,
        "text": text,
        **surroundings.flattened(meta, _OWN.union(made)),
        "tokens": [
            {"text": word, "start": start, "end": end, "id": nth, "ws": end < after}
            for nth, (word, start, end, after) in enumerate(
                zip(found.words, starts, ends, [*starts[1:], len(text)], strict=False)
            )
        ],
        "spans": spans,
        **{key: value for key, value in beside.items() if value is not None},
        **made,
        **kept,
    }


def _answer(record: Record) -> str | None:
    match record.state:
        case None | ArticleState.NEW:
            return None
        case ArticleState.SKIPPED:
            return "ignore"
        case _:
            return "accept"


def _relations(record: Record, spans: Iterable[dict[str, object]]) -> list[dict[str, object]]:
    by_id = {span.id: written for span, written in zip(record.spans, spans, strict=True)}
    return [
        {
            "head": by_id[arc.start]["token_end"],
            "child": by_id[arc.end]["token_end"],
            "head_span": by_id[arc.start],
            "child_span": by_id[arc.end],
            "label": arc.label,
        }
        for arc in record.relations
    ]


def _made(text: str, *, has_relations: bool) -> dict[str, object]:
    """Return what tells tasks apart, of which only that it is stable and signed 32 bits is documented.

    The input is the text, the task what is asked about it: not what was answered.
    """
    view = "relations" if has_relations else "spans_manual"
    data = text.encode()
    return {"_input_hash": _hash(data), "_task_hash": _hash(data + b"\0" + view.encode()), "_view_id": view}


def _hash(data: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(data, digest_size=4).digest(), "big", signed=True)


def _samples(source: Source) -> Iterator[Sample]:
    """Yield what tells the offsets' unit: the spans, and the words at which they begin and end."""
    for _, values in objects(source):
        text = values.get("text")
        if isinstance(text, str):
            yield Sample(text, [*_told(values)])


def _told(values: dict[str, object]) -> Iterator[tuple[int, int, str | None]]:
    words = values.get("tokens")
    for span in _dicts(values.get("spans")):
        marks = [span]
        if isinstance(words, list):
            numbers = (span.get("token_start"), span.get("token_end"))
            marks += _dicts([words[nth] for nth in numbers if type(nth) is int and 0 <= nth < len(words)])
        for mark in marks:
            start, end, quote = mark.get("start"), mark.get("end"), mark.get("text")
            if type(start) is int and type(end) is int:
                yield start, end, quote if isinstance(quote, str) else None


def _dicts(values: object) -> list[dict[str, object]]:
    return [value for value in values if isinstance(value, dict)] if isinstance(values, list) else []


def _record(fields: Fields) -> Record:
    values = fields.values
    if "pattern" in values and "text" not in values:
        fields.refuse("a pattern to match words with, and no annotated text.")
    text = fields.checked_text()
    answer = fields.optional_text("answer")
    if answer is not None and answer not in _ANSWERS:
        fields.refuse("an answer is accept, reject or ignore, not {value}.", value=answer)
    layer = _layer(fields, text)
    if answer == "reject" and layer != Layer():
        fields.source.remark(
            fields.line,
            "the task was rejected: {count} spans and labels were left out",
            count=len(layer.spans) + len(layer.labels),
        )
        layer = Layer()
    made = _made(text, has_relations=bool(layer.relations))
    told = {key for key, value in made.items() if values.get(key) == value}
    annotator = _annotator(values)
    known = _OWN - {"_annotator_id"} if annotator is None else _OWN
    found = surroundings.record(fields, text, known | told, layer)
    return replace(
        found, annotator=found.annotator or annotator, state=found.state or _ANSWERS.get(answer or "reject")
    )


def _annotator(values: dict[str, object]) -> str | None:
    """Return whose session it was, if it was named: others are called after the time."""
    name = values.get("_annotator_id")
    return name if isinstance(name, str) and not _UNNAMED_SESSION.fullmatch(name) else None


def _layer(fields: Fields, text: str) -> Layer:
    has_relations = bool(fields.listed("relations"))
    words = _dicts(fields.listed("tokens"))
    spans = []
    by_bounds: _ByBounds = {}
    last_tokens: _ByToken = {}
    bare = misplaced = 0
    for value in fields.listed("spans"):
        part = fields.part(value, "spans")
        start, end = part.bounds(part.values.get("start"), part.values.get("end"), text)
        part.check_quote(part.values.get("text"), text, start, end)
        label = part.optional_text("label")
        if not label:  # what a pattern has found, say, shown beside
            bare += 1
            continue
        misplaced += not _is_on_tokens(part.values, words)
        span = RecordSpan(start, end, label, new_id() if has_relations else None)
        spans.append(span)
        by_bounds[start, end, label] = span
        last_tokens.setdefault(_number(part.values.get("token_end")), []).append(span)
    _tell(fields, bare, "{count} spans without a label were passed over")
    _tell(fields, misplaced, "{count} spans do not lie on the tokens they name; their offsets were followed")
    return Layer(tuple(spans), _labels(fields), _arcs(fields, text, by_bounds, last_tokens))


def _tell(fields: Fields, count: int, template: str) -> None:
    if count:
        fields.source.remark(fields.line, template, count=count)


def _is_on_tokens(span: dict[str, object], words: list[dict[str, object]]) -> bool:
    """Tell whether a span begins and ends with the tokens that it names, if it names any."""
    first, last = span.get("token_start"), span.get("token_end")
    if not words or type(first) is not int or type(last) is not int:
        return True
    is_there = 0 <= first <= last < len(words)
    return is_there and (words[first].get("start"), words[last].get("end")) == (span["start"], span["end"])


def _labels(fields: Fields) -> tuple[str, ...]:
    """Return the options that were accepted, or the one label that was asked about."""
    accepted = fields.values.get("accept")
    names = [str(name) for name in accepted] if isinstance(accepted, list) else []
    asked = fields.values.get("label")
    if isinstance(asked, str) and fields.values.get("answer") == "accept":
        names.append(asked)
    return tuple(sorted({*filter(None, names)}))


def _arcs(
    fields: Fields, text: str, by_bounds: _ByBounds, last_tokens: _ByToken
) -> tuple[RecordRelation, ...]:
    arcs = []
    loose = 0
    for value in fields.listed("relations"):
        part = fields.part(value, "relations")
        ends = [_end(part, text, key, by_bounds, last_tokens) for key in ("head", "child")]
        found = [span.id for span in ends if span is not None and span.id]
        if len(found) == 2 and found[0] != found[1]:
            arcs.append(RecordRelation(new_id(), found[0], found[1], part.required_text("label")))
        else:
            loose += 1
    _tell(fields, loose, "{count} relations were passed over that do not join two labelled spans")
    return tuple(arcs)


def _end(
    part: Fields,
    text: str,
    key: str,
    by_bounds: _ByBounds,
    last_tokens: _ByToken,
) -> RecordSpan | None:
    """Return the span at one end of a relation: the one that is described, or the only one with its token."""
    value = part.values.get(f"{key}_span")
    if value is None:
        candidates = last_tokens.get(_number(part.values.get(key)), [])
        return candidates[0] if len(candidates) == 1 else None
    span = part.part(value, f"{key}_span")
    bounds = span.bounds(span.values.get("start"), span.values.get("end"), text)
    return by_bounds.get((*bounds, span.optional_text("label")))


def _number(value: object) -> int | None:
    return value if type(value) is int else None
