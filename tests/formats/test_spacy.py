import os
import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.arabic.tokens import Tokens
from annotator.domain.errors import FormatError
from annotator.domain.losses import Losses
from annotator.domain.policies import Fitting
from annotator.domain.record import Record, RecordSpan
from annotator.formats import spacy_docbin, spacy_json
from annotator.formats.fitting import Fitted, to_tokens
from annotator.formats.source import Source
from tests.examples import at_most
from tests.formats.carrying import fittings
from tests.formats.full_records import full_records, put, said
from tests.texts import TRICKY, write_lines

BANDS = {"ORG": 2, "PERSON": 2, "DATE": 2, "NORP": 1}


def write(path: Path, found: Iterable[Record], fitting: Fitting | None = None) -> Path:
    return put(spacy_docbin.write, path, found, to_tokens, fitting)


def read(path: Path) -> list[Record]:
    return [*spacy_docbin.read(Source(path))]


@given(record=full_records(), fitting=fittings)
@settings(max_examples=at_most(200), deadline=None)
def test_tokens_make_up_the_text_and_spans_lie_on_them(record: Record, fitting: Fitting) -> None:
    fitted = to_tokens(record, fitting, Losses())
    document = spacy_docbin.document(fitted)
    words, spaces = document["words"], document["spaces"]
    assert "".join(word + " " * space for word, space in zip(words, spaces, strict=True)) == record.text
    assert all(words)
    starts, ends, place = [], [], 0
    for word, space in zip(words, spaces, strict=True):
        starts.append(place)
        ends.append(place + len(word))
        place += len(word) + space
    placed = [(starts[first], ends[after - 1], label) for first, after, label in document["spans"]]
    assert placed == [span[:3] for span in record.spans]
    taken = [token for first, after, _ in document["ents"] for token in range(first, after)]
    assert len(taken) == len({*taken})
    assert len(document["ents"]) == len(fitted.layers[0])


# Few, since spaCy takes a second to start; tests/peers has many.
@pytest.mark.slow
@given(before=st.lists(full_records(), min_size=1, max_size=3))
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_written_is_read_again(before: list[Record], tmp_path: Path) -> None:
    pytest.importorskip("spacy")
    path = write(tmp_path / "out.spacy", before)
    after = read(path)
    assert [*map(said, after)] == [*map(said, before)]
    assert [(one.id, one.external_id) for one in after] == [(one.id, one.external_id) for one in before]
    assert write(tmp_path / "again.spacy", before).read_bytes() == path.read_bytes()


def test_tricky_texts_stay_as_they_are(tmp_path: Path) -> None:
    pytest.importorskip("spacy")
    found = [Record(text, spans=(RecordSpan(1, len(text), "TOPIC"),)) for text in TRICKY.values()]
    after = read(write(tmp_path / "out.spacy", found))
    assert [one.text for one in after] == [*TRICKY.values()]
    assert [one.spans for one in after] == [one.spans for one in found]


def test_entities_are_read_where_there_is_no_group_and_other_groups_are_remarked_on(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy")
    tokens = pytest.importorskip("spacy.tokens")
    doc = spacy.blank("ar")("زار الوزير باكو")
    doc.ents = [doc.char_span(11, 15, "PLACE")]
    doc.spans["errors"] = [doc[0:1]]
    doc.cats = {"NEWS": 1.0, "SPORT": 0.0}
    doc.user_data |= {"source": "وكالة", ("._.", "odd", None, None): 1}
    tokens.DocBin(docs=[doc], store_user_data=True).to_disk(tmp_path / "a.spacy")
    source = Source(tmp_path / "a.spacy")
    (record,) = spacy_docbin.read(source)
    assert record == Record(
        doc.text, meta={"source": "وكالة"}, labels=("NEWS",), spans=(RecordSpan(11, 15, "PLACE"),)
    )
    assert [str(sentence) for _, sentence in source.remarks] == [
        "the span group “errors” with 1 spans was passed over",
        "1 values of the document's user data were passed over",
    ]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "the file is empty"),
        (b"PK\x03\x04 no DocBin", "it is no DocBin of spaCy 3, or it is broken"),
        (zlib.compress(b"[1, 2]"), "it is no DocBin of spaCy 3"),
        (zlib.compress(b"\x81" + bytes(range(256)))[:-9], "the file is cut off"),
        (zlib.compress(b"\x81" + bytes(100 << 20)), "it unpacks to more than a DocBin should"),
    ],
    ids=["empty", "another", "no map", "cut", "bomb"],
)
def test_what_is_no_sound_docbin_is_refused_before_spacy_starts(
    tmp_path: Path, data: bytes, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.formats.spacy_docbin.subprocess.Popen", None)
    (tmp_path / "a.spacy").write_bytes(data)
    with pytest.raises(FormatError, match=sentence):
        read(tmp_path / "a.spacy")


def test_what_spacy_cannot_read_is_refused_with_its_reason(tmp_path: Path) -> None:
    pytest.importorskip("spacy")
    (tmp_path / "a.spacy").write_bytes(zlib.compress(b"\x81\xa1a\x01"))
    with pytest.raises(FormatError, match=r"line 1: spaCy cannot read it \(KeyError: 'attrs'\)\.$"):
        read(tmp_path / "a.spacy")


def test_a_damaged_docbin_is_refused_or_read_and_does_not_end_the_program(tmp_path: Path) -> None:
    pytest.importorskip("spacy")
    path = write(tmp_path / "a.spacy", [Record("زار باكو", spans=(RecordSpan(4, 8, "PLACE"),))])
    whole = zlib.decompress(path.read_bytes())
    place = whole.index(b"span_groups") + 40
    path.write_bytes(zlib.compress(whole[:place] + b"\xff\xff\xff\x7f" + whole[place + 4 :]))
    with pytest.raises(FormatError, match="line 1: "):
        read(path)


def test_without_spacy_a_sentence_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.formats.spacy_docbin.find_spec", lambda _: None)
    with pytest.raises(FormatError, match=r"install annotator\[spacy\]"):
        write(tmp_path / "a.spacy", [])
    (tmp_path / "a.spacy").write_bytes(zlib.compress(b"\x80"))
    with pytest.raises(FormatError, match=r"install annotator\[spacy\]"):
        read(tmp_path / "a.spacy")


def test_a_process_that_ends_early_stops_the_export_with_its_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.formats.spacy_docbin._WORKER", "annotator.formats.no_such_worker")
    monkeypatch.setattr("annotator.formats.spacy_docbin.find_spec", lambda _: True)
    articles = (Record("خبر " * 1000) for _ in range(1000))
    with pytest.raises(FormatError, match=r"cannot write .*No module named annotator.formats.no_such_worker"):
        write(tmp_path / "a.spacy", articles)
    assert not [*tmp_path.iterdir()]


def test_reading_may_stop_early_and_no_process_stays(tmp_path: Path) -> None:
    pytest.importorskip("spacy")
    path = write(tmp_path / "a.spacy", [Record("خبر طويل " * 1000) for _ in range(100)])
    records = spacy_docbin.read(Source(path))
    assert next(records).line == 1
    assert isinstance(records, Iterator)
    records.close()
    assert not _children()


def _children() -> list[int]:
    if sys.platform != "linux":
        return []
    return [*map(int, Path(f"/proc/self/task/{os.getpid()}/children").read_text().split())]


@pytest.mark.parametrize(
    "name",
    ["sent-per-line", "token-per-line", "token-per-line-conll2003", "token-per-line-with-pos"],
)
def test_spacy_2_training_data_are_read(shared_data: Path, name: str) -> None:
    source = Source(shared_data / f"peers/spacy/ner_example_data/ner-{name}.json")
    (record,) = spacy_json.read(source)
    assert Counter(span.label for span in record.spans) == BANDS
    assert record.text[slice(*record.spans[0][:2])] == "Sebastian Thrun"
    assert (record.external_id, source.remark_count) == ("0", 0)


def paragraph(*tokens: tuple[str, str], **values: object) -> dict[str, object]:
    return values | {"sentences": [{"tokens": [{"orth": orth, "ner": ner} for orth, ner in tokens]}]}


def test_a_raw_text_of_spacy_2_stays_as_it_is(tmp_path: Path) -> None:
    parts = [paragraph(("و", "O"), ("باكو", "U-PLACE"), raw="وباكو\r\n"), paragraph(("نعم", "-"))]
    source = Source(write_lines(tmp_path / "a.json", {"id": 3, "paragraphs": parts}))
    assert [*spacy_json.read(source)] == [
        Record("وباكو\r\n\nنعم", external_id="3", spans=(RecordSpan(1, 5, "PLACE"),))
    ]
    assert [str(sentence) for _, sentence in source.remarks] == ["1 tokens have no tag, and were read as O"]


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ({"text": "a"}, "“paragraphs” is missing"),
        ({"paragraphs": []}, "“text” is empty"),
        ({"paragraphs": [paragraph(("a", "PLACE"))]}, "“PLACE” is no tag"),
        (
            {"paragraphs": [paragraph(("a", "O"), raw="b")]},
            "the token “a” is not in the paragraph's “raw” text",
        ),
    ],
)
def test_what_is_no_training_data_is_refused(tmp_path: Path, value: dict[str, object], sentence: str) -> None:
    (tmp_path / "a.json").write_bytes(orjson.dumps([value]))
    with pytest.raises(FormatError, match=f"line 1: .*{sentence}"):
        [*spacy_json.read(Source(tmp_path / "a.json"))]


def test_a_fitted_record_is_whole(tmp_path: Path) -> None:
    record = Record("باكو", spans=(RecordSpan(0, 2, "A"),))
    assert to_tokens(record, Fitting(), Losses()) == Fitted(
        record, Tokens(["با", "كو"], [0, 2, 2, 4]), [[(0, 1, "A")]]
    )
