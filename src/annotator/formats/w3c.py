"""The W3C's Web Annotation model as JSON-LD (www.w3.org/TR/annotation-model): one page of annotations.

Each is found by its place in the article, in code points as the model demands (§4.2.5), and by its words
with what stands around them (§4.2.4). The texts themselves are not in the file; an article is
urn:uuid:<its id>. A relation is an annotation whose motivation is linking and whose targets are its two ends,
as Recogito has it.
"""

import hashlib
from collections.abc import Iterable, Iterator
from uuid import NAMESPACE_URL, uuid5

import orjson

from annotator.domain.record import Record, RecordSpan
from annotator.formats.fitting import Fitted
from annotator.formats.output import Output

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32

_Object = dict[str, object]


def write(fitted: Iterable[Fitted], out: Output) -> None:
    """Write an AnnotationPage. Its id, which the model demands, is made of its content."""
    file = out.file()
    file.write(b'{"@context":%b,"type":"AnnotationPage","items":[' % orjson.dumps(_CONTEXT))
    content = hashlib.sha256()
    between = b"\n"
    for record, _, _ in fitted:
        for annotation in _annotations(record):
            line = orjson.dumps(annotation)
            content.update(line)
            file.write(between + line)
            between = b",\n"
    file.write(b'\n],"id":%b}\n' % orjson.dumps(_made_id(content.hexdigest())))


def _annotations(record: Record) -> Iterator[_Object]:
    article = f"urn:uuid:{record.id}" if record.id else _made_id(record.external_id or "", record.text)
    layer = article, record.annotator or ""
    whole: _Object = {"source": article}
    creator: _Object = {"creator": {"type": "Person", "name": record.annotator}} if record.annotator else {}
    ids: dict[str | None, str] = {}
    for span in record.spans:
        bounds = f"{span.start}-{span.end}"
        ids[span.id] = name = f"urn:uuid:{span.id}" if span.id else _made_id(*layer, bounds, span.label)
        bodies = [_body("tagging", span.label)] + ([_body("commenting", span.note)] if span.note else [])
        target = {"source": article, "selector": _selectors(record.text, span)}
        yield _annotation(name, "tagging", bodies, target) | creator | _times(span)
    for label in record.labels:
        bodies = [_body("classifying", label)]
        yield _annotation(_made_id(*layer, "label", label), "classifying", bodies, whole) | creator
    if record.note:
        bodies = [_body("commenting", record.note)]
        yield _annotation(_made_id(*layer, "note"), "commenting", bodies, whole) | creator
    for arc in record.relations:
        ends = [{"id": ids[arc.start]}, {"id": ids[arc.end]}]
        yield _annotation(f"urn:uuid:{arc.id}", "linking", [_body("tagging", arc.label)], ends) | creator


def _annotation(name: str, motivation: str, bodies: list[_Object], target: object) -> _Object:
    return {"id": name, "type": "Annotation", "motivation": motivation, "body": bodies, "target": target}


def _body(purpose: str, value: str) -> _Object:
    return {"type": "TextualBody", "purpose": purpose, "value": value}


def _selectors(text: str, span: RecordSpan) -> list[_Object]:
    start, end = span[:2]
    return [
        {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(0, start - _AROUND) : start],
            "suffix": text[end : end + _AROUND],
        },
        {"type": "TextPositionSelector", "start": start, "end": end},
    ]


def _times(span: RecordSpan) -> _Object:
    times = {"created": span.created, "modified": span.updated}
    return {key: value for key, value in times.items() if value is not None}


def _made_id(*parts: str) -> str:
    """Return an id for what has none: the same for the same content."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, chr(0).join(parts))}"
