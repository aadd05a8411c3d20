"""Whatever is wrong with a line: the file, the line and the reason, and nothing of the file is kept."""

from pathlib import Path

import pytest

from tests.cli.conftest import Annotator
from tests.texts import lines_of, write_lines

TEXT = "زار الوزير 🎉 باكو"
ID = "01a1961f-5c01-7bc8-8768-e849174d72e2"
SPAN = {"start": 13, "end": 17, "label": "PLACE"}
NATIVE = {"schema": "annotator/1", "id": ID, "text": TEXT}
RELATION = {"id": ID, "from": ID, "to": ID, "label": "in"}


def span(**changed: object) -> dict[str, object]:
    return {"text": TEXT, "spans": [SPAN | changed]}


def native(**changed: object) -> dict[str, object]:
    return NATIVE | changed


_TWO = [SPAN | {"id": ID}, SPAN | {"id": ID[:-1] + "3", "label": "ACTOR"}]
_TWICE = [RELATION | {"id": ID[:-1] + end, "to": ID[:-1] + "3"} for end in "45"]

RECORDS: dict[str, tuple[dict[str, object], str]] = {
    "relation to itself": (native(spans=_TWO, relations=[RELATION]), "A relation joins two spans"),
    "relation twice": (native(spans=_TWO, relations=_TWICE), "have this relation already"),
    "label of the article twice": (native(labels=["TOPIC", "TOPIC"]), "has the label TOPIC twice"),
    "no text": ({"spans": []}, "“text” is missing"),
    "text that is none": ({"text": 5}, "“text” is missing or is not text"),
    "empty text": ({"text": ""}, "“text” is empty"),
    "U+0000": ({"text": "ab\0c"}, "U+0000 at character 2"),
    "span outside": (span(end=18), "13–18 lies outside the text of 17 characters"),
    "span before": (span(start=-1), "-1–17 lies outside"),
    "span empty": (span(end=13), "13–13 is empty"),
    "span reversed": (span(start=17, end=13), "17–13 is reversed"),
    "float": (span(start=13.0), "whole numbers: 13.0, 17"),
    "string": (span(start="13"), "whole numbers"),
    "bool": (span(start=True), "whole numbers: True, 17"),
    "no end": (span(end=None), "whole numbers: 13, None"),
    "large": (span(end=2**63), "lies outside"),
    "quote": (span(text="مكة"), "quotes “مكة”, but the text there is “باكو”"),
    "quote with line ends": (span(text="م\nك\x1b[0m"), "but the text there is “باكو”"),
    "long quote": (span(text="م" * 5000), "…”, but the text there is “باكو”"),
    "no label": (span(label=""), "“label” is missing"),
    "label that is none": (span(label=3), "“label” is not text"),
    "unknown label": (span(label="PARTY"), "the project has no label PARTY"),
    "label with line ends": (span(label="PA\nRTY\x1b[31m"), "the project has no label PA"),
    "unknown label of the article": (native(labels=["PARTY"]), "the project has no label PARTY"),
    "origin": (span(origin="heaven"), "there is no origin “heaven”"),
    "suggestion of nobody": (span(origin="suggestion:"), "there is no origin"),
    "score": (span(score="high"), "“score” is not a number"),
    "moment": (span(created="yesterday"), "“created” is not a moment"),
    "moment before all years": (span(created="0001-01-01T00:00+14:00"), "“created” is not a moment"),
    "span id": (span(id="7"), "“id” is not a UUID: 7"),
    "span that is none": ({"text": TEXT, "spans": [5]}, "“spans” holds something"),
    "spans that are none": ({"text": TEXT, "spans": {}}, "“spans” is not a list"),
    "one id twice": ({"text": TEXT, "spans": [SPAN | {"id": ID}] * 2}, f"two spans have the id {ID}"),
    "doccano label": ({"text": TEXT, "label": [[0, 3]]}, "a label must be [start, end, name]"),
    "doccano span outside": ({"text": TEXT, "label": [[0, 99, "PLACE"]]}, "0–99 lies outside"),
    "doccano float": ({"text": TEXT, "entities": [[0.0, 3, "PLACE"]]}, "whole numbers"),
    "state": ({"text": TEXT, "status": "done"}, "there is no state “done”"),
    "annotator": ({"text": TEXT, "annotator": "a\u202eb"}, "A name cannot hold invisible characters"),
    "schema": (native(schema="annotator/2"), "reads schema annotator/1, not annotator/2"),
    "offset unit": (
        native(offset_unit="utf-16"),
        "offsets must count codepoint, utf16, byte, grapheme, not utf-16",
    ),
    "fingerprint": (native(text_sha256="0" * 64), "not the one that “text_sha256” was made of"),
    "offset unit of the minimal form": ({"text": TEXT, "spans": [], "offset_unit": "utf8"}, "not utf8"),
    "fingerprint of the minimal form": ({"text": TEXT, "spans": [], "text_sha256": "bad"}, "was made of"),
    "offset unit of doccano's form": ({"text": TEXT, "label": [], "offset_unit": "bytes"}, "not bytes"),
    "a label twice": ({"text": TEXT, "spans": [SPAN, SPAN]}, "13–17 has the label PLACE twice"),
    "native id": (native(id="7"), "“id” is not a UUID: 7"),
    "no native id": (native(id=None), "“id” is missing"),
    "meta": (native(meta=[1]), "“meta” is not an object"),
    "labels": (native(labels=[5]), "“labels” must hold names"),
    "relation of nothing": (native(relations=[RELATION]), "joins a span that is not in the record"),
    "one relation twice": (native(spans=[SPAN | {"id": ID}], relations=[RELATION] * 2), "two relations"),
    "deep metadata": ({"text": TEXT, "a": None}, "cannot be stored"),
}
DEEP: object = None
for _ in range(300):
    DEEP = [DEEP]
BROKEN = {
    "broken JSON": (b'{"text": "a"', "broken JSON"),
    "not an object": (b"[1, 2]", "not a JSON object"),
    "a half surrogate pair": (b'{"text": "\\ud83c"}', "broken JSON"),
    "broken UTF-8": (b'{"text": "\xff"}', "broken JSON"),
    "NaN": (b'{"text": "a", "score": NaN}', "broken JSON"),
    "a huge number": (b'{"text": "a", "label": [[0, ' + b"9" * 5000 + b', "PLACE"]]}', "broken JSON"),
    "a very large number": (
        b'{"text": "a", "label": [[0, 100000000000000000000, "PLACE"]]}',
        "whole numbers",
    ),
    "a thousand brackets": (b'{"text": "a", "b": ' + b"[" * 100_000, "broken JSON"),
    "a number of more than 64 bits": (b'{"text": "a", "n": 123456789012345678901}', "cannot be stored"),
    "deep metadata": (b'{"text": "a", "b": ' + b"[" * 300 + b"]" * 300 + b"}", "cannot be stored"),
}
del RECORDS["deep metadata"]


@pytest.mark.parametrize(("record", "said"), RECORDS.values(), ids=RECORDS)
def test_a_record_that_does_not_fit_is_refused_with_its_line(
    annotator: Annotator, unchanged: Path, tmp_path: Path, record: dict[str, object], said: str
) -> None:
    path = write_lines(tmp_path / "a.jsonl", {"text": "سليم"}, record, {"text": "سليم"})
    annotator("import", unchanged, path).refuses(f"{path}, line 2: ", said)


@pytest.mark.parametrize(("line", "said"), BROKEN.values(), ids=BROKEN)
def test_a_line_that_is_no_record_is_refused_with_its_number(
    annotator: Annotator, unchanged: Path, tmp_path: Path, line: bytes, said: str
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines_of([{"text": "سليم"}]) + b"\n" + line + b"\n")
    annotator("import", unchanged, path).refuses(f"{path}, line 3: ", said)


@pytest.mark.parametrize("name", ["a\u202eb", " a", "a" * 101])
def test_a_label_that_cannot_be_told_apart_is_refused_even_where_labels_are_added(
    annotator: Annotator, unchanged: Path, tmp_path: Path, name: str
) -> None:
    path = write_lines(tmp_path / "a.jsonl", span(label=name))
    annotator("import", unchanged, path, "--add-labels").refuses(f"{path}, line 1: A name")


def test_labels_that_the_project_lacks_are_added_when_asked_for(
    annotator: Annotator, project_path: Path, tmp_path: Path
) -> None:
    path = write_lines(tmp_path / "a.jsonl", span(label="حزب"))
    assert "Labels added: حزب" in annotator("import", project_path, path, "--add-labels").succeeds().out
    assert "already" in annotator("import", project_path, path).succeeds().out


def test_all_files_of_a_command_are_imported_or_none(
    annotator: Annotator, unchanged: Path, tmp_path: Path
) -> None:
    good = write_lines(tmp_path / "a.jsonl", *({"text": f"خبر {number}"} for number in range(1200)))
    bad = write_lines(tmp_path / "b.jsonl", *({"text": "خبر"} for _ in range(700)), {"text": 5})
    annotator("import", unchanged, good, bad).refuses(f"{bad}, line 701: ")


def test_layers_that_contradict_the_project_are_refused(
    annotator: Annotator, project_path: Path, tmp_path: Path
) -> None:
    annotator(
        "import", project_path, write_lines(tmp_path / "a.jsonl", native(annotator="amal", spans=[SPAN]))
    )
    before = project_path.read_bytes()
    other = write_lines(tmp_path / "b.jsonl", native(annotator="amal", spans=[SPAN | {"start": 12}]))
    annotator("import", project_path, other).refuses(
        f"{other}, line 1: ", "other labels, notes or another state"
    )
    changed = write_lines(tmp_path / "c.jsonl", native(text=TEXT + "."))
    annotator("import", project_path, changed).refuses(f"{changed}, line 1: ", ID, "another text")
    assert project_path.read_bytes() == before
