"""Label Studio's JSON and JSON_MIN: reading.

Offsets are code points since late 2021, and were UTF-16 units before: each region quotes its text, so what
they count is found out.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from annotator.domain.article import ArticleState
from annotator.domain.identity import new_id
from annotator.domain.record import Record, RecordRelation, RecordSpan
from annotator.formats import surroundings
from annotator.formats.fields import Fields
from annotator.formats.json_objects import objects
from annotator.formats.labelstudio import ANNOTATORS, CONTROL, MINIMAL, TEXT
from annotator.formats.offset_units import Sample, settle
from annotator.formats.source import Source
from annotator.formats.surroundings import Layer

Values = Mapping[str, Any]


def read(source: Source) -> Iterator[Record]:
    """Yield a record for each annotation of each task. Raises FileError and FormatError.

    Predictions are passed over, and so are regions on anything but the text.
    """
    settle(source, lambda: _samples(source))
    for line, values in objects(source):
        fields = Fields(source, line, values)
        if "data" in values:
            yield from _task(fields)
        else:
            yield _minimal(fields)


def _samples(source: Source) -> Iterator[Sample]:
    for _, values in objects(source):
        data = values.get("data", values)
        text = data.get(_text_key(data)) if isinstance(data, dict) else None
        if isinstance(text, str):
            yield Sample(text, [span for value in _regions(values) for span in _told(value)])


def _regions(values: Values) -> Iterator[object]:
    """Yield all that may be the value of a region."""
    for annotation in _dicts(values.get("annotations")):
        yield from (item.get("value") for item in _dicts(annotation.get("result")))
    if "data" not in values:
        for value in values.values():
            yield from _dicts(value)


def _told(value: object) -> Iterator[tuple[int, int, str | None]]:
    if isinstance(value, dict) and type(value.get("start")) is type(value.get("end")) is int:
        quote = value.get("text")
        yield value["start"], value["end"], quote if isinstance(quote, str) else None


def _dicts(value: object) -> list[Values]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _text_key(data: Values) -> str:
    """Return the key of the text: “text”, or that of the longest there is."""
    lengths = {key: len(value) for key, value in data.items() if isinstance(value, str)}
    return TEXT if TEXT in lengths else max(lengths, key=lambda key: lengths[key], default=TEXT)


class _Article:
    """The text of a task, with what stands beside it, to which its regions are laid."""

    def __init__(self, data: Fields, meta: Values) -> None:
        key = _text_key(data.values)
        self._fields = Fields(data.source, data.line, {"text": data.values.get(key)})
        self._text = self._fields.checked_text()
        self._meta = {name: value for name, value in meta.items() if name not in {key, ANNOTATORS}}

    def record(self, layer: Layer, annotator: str | None, *, is_cancelled: bool = False) -> Record:
        fields = Fields(self._fields.source, self._fields.line, self._meta)
        record = surroundings.record(fields, self._text, (), layer)
        return replace(record, annotator=annotator, state=ArticleState.SKIPPED if is_cancelled else None)

    def spans(self, value: object, note: str | None = None, *, is_joined: bool = False) -> list[RecordSpan]:
        """Return a span for each label of a region's value, with an id if relations may join it."""
        part = self._fields.part(value, "value")
        start, end = part.bounds(part.values.get("start"), part.values.get("end"), self._text)
        quote = part.values.get("text")
        if quote != self._text[start:end].replace("\n", "\\n"):  # as older versions quoted line ends
            part.check_quote(quote, self._text, start, end)
        names = part.listed("labels")
        if not all(isinstance(name, str) and name for name in names):
            part.refuse("“labels” must hold names.")
        return [
            RecordSpan(start, end, str(name), new_id() if is_joined else None, note=note) for name in names
        ]

    def layer(self, annotation: Fields) -> Layer:
        """Return what an annotation's result says."""
        spans: dict[tuple[int, int, str], RecordSpan] = {}
        by_region: dict[str | None, str] = {}
        labels: set[str] = set()
        arcs: list[Fields] = []
        others: Counter[str] = Counter()
        items = [annotation.part(value, "result") for value in annotation.listed("result")]
        is_joined = any(item.values.get("type") == "relation" for item in items)
        for item in items:
            match item.values.get("type"):
                case "labels":
                    note = _note(item.values.get("meta"))
                    for span in self.spans(item.values.get("value"), note, is_joined=is_joined):
                        known = spans.setdefault(span[:3], span)
                        by_region.setdefault(_region(item, "id"), known.id or "")
                case "choices":
                    labels |= _choices(item.values.get("value"))
                case "relation":
                    arcs.append(item)
                case other:
                    others[str(other)] += 1
        for name, count in others.items():
            annotation.source.remark(
                annotation.line, "{count} results of the type {name} were passed over", count=count, name=name
            )
        relations = dict.fromkeys(arc for item in arcs for arc in _arcs(item, by_region))
        return Layer(
            tuple(spans.values()),
            tuple(sorted(labels)),
            tuple(RecordRelation(new_id(), *arc) for arc in relations),
        )


def _task(fields: Fields) -> Iterator[Record]:
    values = fields.values
    data = fields.part(values["data"], "data")
    about = values.get("meta")
    outside = {"id": values["id"]} if "id" in values else {}
    article = _Article(data, {**outside, **(about if isinstance(about, dict) else {}), **data.values})
    predictions = fields.listed("predictions")
    if predictions:
        fields.source.remark(fields.line, "{count} predictions were passed over", count=len(predictions))
    names = data.listed(ANNOTATORS)
    told = [fields.part(value, "annotations") for value in fields.listed("annotations")]
    for nth, annotation in enumerate(told):
        name = _annotator(annotation.values.get("completed_by"))
        if name is None and nth < len(names):
            name = _annotator(names[nth])
        is_cancelled = annotation.values.get("was_cancelled") is True
        yield article.record(article.layer(annotation), name, is_cancelled=is_cancelled)
    if not told:
        yield article.record(Layer(), None)


def _minimal(fields: Fields) -> Record:
    regions = {key: value for key, value in fields.values.items() if _is_regions(key, value)}
    beside = {key: value for key, value in fields.values.items() if key not in {*regions, *MINIMAL}}
    article = _Article(fields, beside)
    told = [one for value in regions.values() if isinstance(value, list) for one in value]
    spans = {span[:3]: span for one in told for span in article.spans(one)}
    labels = {name for value in regions.values() if isinstance(value, dict) for name in _choices(value)}
    layer = Layer(tuple(spans.values()), tuple(sorted(labels)))
    return article.record(layer, _annotator(fields.values.get("annotator")))


def _is_regions(key: str, value: object) -> bool:
    if isinstance(value, list):
        return any("labels" in one and "start" in one for one in _dicts(value)) or (
            not value and key == CONTROL
        )
    return isinstance(value, dict) and value.keys() == {"choices"}


def _annotator(told: object) -> str | None:
    """Return whom an annotation is by; a user who is but a number is called after it."""
    if isinstance(told, dict):
        told = told.get("email") or told.get("username") or told.get("id")
    if type(told) is int:
        return f"label-studio-{told}"
    return told if isinstance(told, str) and told else None


def _note(meta: object) -> str | None:
    texts = meta.get("text") if isinstance(meta, dict) else None
    lines = [text for text in texts if isinstance(text, str)] if isinstance(texts, list) else []
    return "\n".join(lines) if lines else None


def _choices(value: object) -> set[str]:
    choices = value.get("choices") if isinstance(value, dict) else None
    return {name for name in choices if isinstance(name, str)} if isinstance(choices, list) else set()


def _arcs(item: Fields, regions: Mapping[str | None, str]) -> Iterator[tuple[str, str, str]]:
    """Yield what a relation joins, once for each of its labels."""
    ends = [regions.get(_region(item, key)) for key in ("from_id", "to_id")]
    start, end = ends
    if start is None or end is None:
        item.refuse("a relation joins a region that is not in the task.")
    if start == end:
        item.source.remark(item.line, "a relation joins a span to itself")
        return
    for name in item.listed("labels") or ["related"]:
        yield start, end, str(name)


def _region(item: Fields, key: str) -> str | None:
    value = item.values.get(key)
    return str(value) if isinstance(value, str | int) else None
