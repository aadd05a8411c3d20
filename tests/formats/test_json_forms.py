from dataclasses import replace
from pathlib import Path

import pytest

from annotator.domain.article import ArticleState
from annotator.domain.errors import FormatError
from annotator.domain.record import Record, RecordSpan
from annotator.formats import doccano, jsonl
from annotator.formats.fitting import Fitted
from annotator.formats.output import Output
from annotator.formats.source import Source
from tests.texts import write_lines

TEXT = "زار الوزير 🎉 باكو"


def read(tmp_path: Path, **values: object) -> Record:
    (record,) = jsonl.read(Source(write_lines(tmp_path / "a.jsonl", values)))
    return record


def test_the_minimal_form_is_text_and_spans(tmp_path: Path) -> None:
    record = read(tmp_path, text=TEXT, spans=[{"start": 13, "end": 17, "label": "PLACE"}])
    assert record == Record(text=TEXT, spans=(RecordSpan(13, 17, "PLACE"),))


def test_a_record_without_labels_is_text_and_metadata(tmp_path: Path) -> None:
    record = read(tmp_path, text=TEXT, id=7, title="عنوان", author={"name": "أمل"})
    assert record == Record(text=TEXT, external_id="7", meta={"title": "عنوان", "author": {"name": "أمل"}})


@pytest.mark.parametrize("key", ["label", "entities"])
@pytest.mark.parametrize(
    "span", [[13, 17, "PLACE"], {"start_offset": 13, "end_offset": 17, "label": "PLACE", "id": 3}]
)
def test_doccanos_forms_of_a_label_are_read(tmp_path: Path, key: str, span: object) -> None:
    record = read(tmp_path, text=TEXT, id=7, Comments=[], **{key: [span]})
    assert record == Record(text=TEXT, external_id="7", spans=(RecordSpan(13, 17, "PLACE"),))


def test_who_and_how_far_may_stand_beside_any_form(tmp_path: Path) -> None:
    record = read(tmp_path, text=TEXT, label=[], annotator="amal", status="In-Progress", meta={"a": 1}, b=2)
    assert (record.annotator, record.state) == ("amal", ArticleState.IN_PROGRESS)
    assert record.meta == {"a": 1, "b": 2}


@pytest.mark.parametrize(
    ("meta", "published"),
    [
        ({"date": "2025-11-19"}, "2025-11-19"),
        ({"date": "2025-11-19 10:00:00"}, "2025-11-19 10:00:00"),
        ({"date": "2025-11-19", "published": "2025-11-20"}, "2025-11-20"),
        ({"date": "yesterday"}, None),
        ({"date": 20251119}, None),
    ],
)
def test_a_date_that_is_one_becomes_the_day_of_publication(
    tmp_path: Path, meta: dict[str, object], published: str | None
) -> None:
    record = read(tmp_path, text=TEXT, **meta)
    assert record.meta.get("published") == published
    assert record.meta["date"] == meta["date"]


def test_doccanos_form_is_written_as_it_is_read(tmp_path: Path) -> None:
    record = Record(text=TEXT, external_id="7", meta={"title": "عنوان"}, spans=(RecordSpan(13, 17, "PLACE"),))
    out = Output(tmp_path / "out.jsonl")
    with out.whole():
        doccano.writer(doccano.Form.SPANS)([Fitted(record), Fitted(record)], out)
    assert [*doccano.read(Source(out.path))] == [record, replace(record, line=2)]


def test_a_mark_before_json_is_dropped_and_blank_lines_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"text": "\\ufeffa"}\r\n\n \t\r\n{"text": "b\xe2\x80\xa8c"}')
    assert [(record.text, record.line) for record in jsonl.read(Source(path))] == [
        ("\ufeffa", 1),
        ("b\u2028c", 4),
    ]


def test_json_lines_in_another_encoding_are_refused(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", {"text": TEXT})
    assert list(jsonl.read(Source(path, "UTF-8")))
    with pytest.raises(FormatError, match="UTF-8, not windows-1256"):
        list(jsonl.read(Source(path, "windows-1256")))
