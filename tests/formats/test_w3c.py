"""Checked against the Web Annotation Data Model, https://www.w3.org/TR/annotation-model/."""

import re
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import jsonschema
import orjson
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.domain.record import Record, RecordRelation, RecordSpan
from annotator.formats import w3c
from tests.examples import at_most
from tests.formats.full_records import full_records, put

TEXT = "🎉 وقّعت أرمينيا وباكو اتفاق سلام."
ID = "018f0000-0000-7000-8000-00000000000{}"

IRI = {"type": "string", "pattern": "^urn:uuid:[0-9a-f-]{36}$"}
# 3.2.4 Embedded textual body, 3.3.5 motivation and purpose.
BODY = {
    "type": "object",
    "required": ["type", "value", "purpose"],
    "properties": {
        "type": {"const": "TextualBody"},
        "value": {"type": "string"},
        "purpose": {"enum": ["tagging", "commenting", "classifying"]},
    },
    "additionalProperties": False,
}
# 4.2.4 Text quote selector: exactly one exact; 4.2.5 Text position selector: non-negative integers.
QUOTE = {
    "type": "object",
    "required": ["type", "exact"],
    "properties": {
        "type": {"const": "TextQuoteSelector"},
        **{key: {"type": "string"} for key in ("exact", "prefix", "suffix")},
    },
    "additionalProperties": False,
}
POSITION = {
    "type": "object",
    "required": ["type", "start", "end"],
    "properties": {
        "type": {"const": "TextPositionSelector"},
        "start": {"type": "integer", "minimum": 0},
        "end": {"type": "integer", "minimum": 0},
    },
    "additionalProperties": False,
}
# 4 Specific resource: exactly one source.
TARGET = {
    "type": "object",
    "required": ["source"],
    "properties": {
        "source": IRI,
        "selector": {"type": "array", "prefixItems": [QUOTE, POSITION], "maxItems": 2},
    },
    "additionalProperties": False,
}
ENDS = {"type": "array", "minItems": 2, "maxItems": 2, "items": {"type": "object", "properties": {"id": IRI}}}
MOMENT = {"type": "string", "format": "date-time"}
# 3.1 Annotations: one id, the class Annotation, one target or more; 3.3.1 times; 3.3.2 agents.
ANNOTATION = {
    "type": "object",
    "required": ["id", "type", "target"],
    "properties": {
        "id": IRI,
        "type": {"const": "Annotation"},
        "motivation": {"enum": ["tagging", "commenting", "classifying", "linking"]},
        "body": {"type": "array", "minItems": 1, "items": BODY},
        "target": {"anyOf": [TARGET, ENDS]},
        "creator": {
            "type": "object",
            "required": ["type", "name"],
            "properties": {"type": {"const": "Person"}, "name": {"type": "string"}},
        },
        "created": MOMENT,
        "modified": MOMENT,
    },
    "additionalProperties": False,
}
# 5.2 Annotation page: one id, its class, one list of annotations.
PAGE = jsonschema.Draft202012Validator(
    {
        "type": "object",
        "required": ["@context", "id", "type", "items"],
        "properties": {
            "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
            "id": IRI,
            "type": {"const": "AnnotationPage"},
            "items": {"type": "array", "items": ANNOTATION},
        },
        "additionalProperties": False,
    }
)


def write(path: Path, written: Iterable[Record]) -> dict:
    return orjson.loads(put(w3c.write, path, written).read_bytes())


@given(layers=st.lists(full_records(), min_size=1, max_size=3))
@settings(
    max_examples=at_most(80), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_every_page_is_as_the_model_demands_and_quotes_what_stands_there(
    layers: list[Record], tmp_path: Path
) -> None:
    page = write(tmp_path / "out.json", layers)
    PAGE.validate(page)
    texts = {f"urn:uuid:{record.id}": record.text for record in layers}
    placed = [item["target"] for item in page["items"] if "selector" in item["target"]]
    assert len(placed) == sum(len(record.spans) for record in layers)
    for target in placed:
        quote, position = target["selector"]
        text, start, end = texts[target["source"]], position["start"], position["end"]
        assert quote["exact"] == text[start:end]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] == text[max(0, start - 32) : end + 32]
    assert len({item["id"] for item in page["items"]}) == len(page["items"])
    again = tmp_path / "again.json"
    assert write(again, layers) == page
    assert again.read_bytes() == (tmp_path / "out.json").read_bytes()


def test_a_span_is_a_tag_on_its_words_and_place(tmp_path: Path) -> None:
    times = "2026-01-02T03:04:05.678Z", "2026-01-03T03:04:05.678Z"
    span = RecordSpan(17, 21, "PLACE", ID.format(1), note="بلا واو", created=times[0], updated=times[1])
    page = write(tmp_path / "out.json", [Record(TEXT, id=ID.format(0), annotator="amal", spans=(span,))])
    assert page["items"] == [
        {
            "id": "urn:uuid:" + ID.format(1),
            "type": "Annotation",
            "motivation": "tagging",
            "body": [
                {"type": "TextualBody", "purpose": "tagging", "value": "PLACE"},
                {"type": "TextualBody", "purpose": "commenting", "value": "بلا واو"},
            ],
            "target": {
                "source": "urn:uuid:" + ID.format(0),
                "selector": [
                    {
                        "type": "TextQuoteSelector",
                        "exact": "باكو",
                        "prefix": "🎉 وقّعت أرمينيا و",
                        "suffix": " اتفاق سلام.",
                    },
                    {"type": "TextPositionSelector", "start": 17, "end": 21},
                ],
            },
            "creator": {"type": "Person", "name": "amal"},
            "created": times[0],
            "modified": times[1],
        }
    ]
    assert datetime.fromisoformat(page["items"][0]["created"]).tzinfo  # the model wants xsd:dateTime in UTC


def test_a_relation_links_two_annotations_of_the_page(tmp_path: Path) -> None:
    signs, place = RecordSpan(2, 7, "SIGN", ID.format(1)), RecordSpan(17, 21, "PLACE", ID.format(2))
    arc = RecordRelation(ID.format(3), ID.format(1), ID.format(2), "in")
    page = write(
        tmp_path / "out.json", [Record(TEXT, id=ID.format(0), spans=(signs, place), relations=(arc,))]
    )
    PAGE.validate(page)
    *marks, link = page["items"]
    assert link["motivation"] == "linking"
    assert link["target"] == [{"id": mark["id"]} for mark in marks]


def test_what_has_no_id_gets_one_of_its_content(tmp_path: Path) -> None:
    record = Record(TEXT, spans=(RecordSpan(2, 7, "SIGN"), RecordSpan(17, 21, "PLACE")), labels=("NEWS",))
    page = write(tmp_path / "out.json", [record])
    PAGE.validate(page)
    assert len({item["id"] for item in page["items"]}) == 3


def test_no_annotations_are_an_empty_page(tmp_path: Path) -> None:
    page = write(tmp_path / "out.json", [Record(TEXT)])
    PAGE.validate(page)
    assert page["items"] == []
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", page["id"])
