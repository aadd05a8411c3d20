"""Label Studio's JSON and JSON_MIN: writing, and the configuration that shows them.

A task has "data" with the text, and "annotations", each with a "result": regions of type "labels" with
{"start", "end", "text", "labels"}, of type "choices" for the whole text, "relation"s by the ids of regions. A
region's own note is its "meta": {"text": […]}. Offsets are code points. JSON_MIN has the regions beside data.
Label Studio refuses annotators whom it does not know; so their names are in the data, in order.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from xml.sax.saxutils import quoteattr

import orjson

from annotator.domain.record import Record, RecordSpan
from annotator.formats import surroundings
from annotator.formats.fitting import Fitted
from annotator.formats.output import Output

CONFIG = ".config.xml"
CONTROL, TEXT, CHOICES, ANNOTATORS = "label", "text", "topics", "annotators"
MINIMAL = ("annotator", "annotation_id", "created_at", "updated_at", "lead_time")
"""What JSON_MIN has beside the data, but for its regions."""

_OWN = {CONTROL, CHOICES, ANNOTATORS, "data", "annotations", "predictions", *MINIMAL}


def write(fitted: Iterable[Fitted], out: Output) -> None:
    """Write a task for each article, with an annotation for each annotator."""
    _write_array((_task([*layers]) for _, layers in groupby(_records(fitted), _article)), out)


def write_minimal(fitted: Iterable[Fitted], out: Output) -> None:
    """Write JSON_MIN, an object for each record."""
    _write_array(map(_minimal, _records(fitted)), out)


def _records(fitted: Iterable[Fitted]) -> Iterator[Record]:
    return (record for record, _, _ in fitted)


def _article(record: Record) -> object:
    return record.id or id(record)


def _write_array(values: Iterable[object], out: Output) -> None:
    file = out.file()
    between = b"["
    for value in values:
        file.write(between + b"\n" + orjson.dumps(value))
        between = b","
    file.write(b"[]\n" if between == b"[" else b"\n]\n")
    out.beside(CONFIG).write(_config(out).encode())


def _task(layers: list[Record]) -> dict[str, object]:
    begun = [record for record in layers if record.annotator or record.spans or record.labels]
    annotators = [record.annotator for record in begun]
    return {
        "data": {**_data(layers[0]), **({ANNOTATORS: annotators} if any(annotators) else {})},
        "annotations": [{"result": [*_result(record)]} for record in begun],
    }


def _data(record: Record) -> dict[str, object]:
    outside = {} if record.external_id is None else {"external_id": record.external_id}
    return {TEXT: record.text, **outside, **surroundings.flattened(record.meta, _OWN)}


def _result(record: Record) -> Iterator[dict[str, object]]:
    for nth, span in enumerate(record.spans):
        note = {} if span.note is None else {"meta": {"text": [span.note]}}
        yield {
            "id": span.id or f"span-{nth}",
            "from_name": CONTROL,
            "to_name": TEXT,
            "type": "labels",
            "value": _value(record.text, span),
            **note,
        }
    if record.labels:
        value = {"choices": record.labels}
        yield {"from_name": CHOICES, "to_name": TEXT, "type": "choices", "value": value}
    for arc in record.relations:
        yield {
            "type": "relation",
            "from_id": arc.start,
            "to_id": arc.end,
            "direction": "right",
            "labels": [arc.label],
        }


def _value(text: str, span: RecordSpan) -> dict[str, object]:
    return {
        "start": span.start,
        "end": span.end,
        "text": text[span.start : span.end],
        "labels": [span.label],
    }


def _minimal(record: Record) -> dict[str, object]:
    return {
        **_data(record),
        CONTROL: [_value(record.text, span) for span in record.spans],
        **({CHOICES: {"choices": record.labels}} if record.labels else {}),
        "annotator": record.annotator,
        "annotation_id": record.id,
    }


def _config(out: Output) -> str:
    """Return the labelling configuration for these labels, with their colours and keys."""
    labels, choices = [], []
    for label in out.labels:
        name = quoteattr(out.renamed.get(label.name, label.name))
        key = f" hotkey={quoteattr(label.key)}" if label.key else ""
        labels.append(f"    <Label value={name} background={quoteattr(label.colour)}{key}/>\n")
        choices.append(f"    <Choice value={name}/>\n")
    return (
        "<View>\n"
        f'  <Labels name="{CONTROL}" toName="{TEXT}">\n{"".join(labels)}  </Labels>\n'
        f'  <Text name="{TEXT}" value="${TEXT}" granularity="symbol"/>\n'
        f'  <Choices name="{CHOICES}" toName="{TEXT}" choice="multiple">\n{"".join(choices)}  </Choices>\n'
        "</View>\n"
    )
