import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.domain.errors import FormatError
from annotator.domain.losses import Losses
from annotator.domain.policies import Fitting
from annotator.domain.record import Record, RecordSpan
from annotator.formats import huggingface
from annotator.formats.fitting import to_tokens
from annotator.formats.source import Source
from tests.examples import at_most
from tests.formats.carrying import fittings
from tests.formats.full_records import full_records, put, said
from tests.texts import read_lines, write_lines

JSONL, PARQUET = "data/train.jsonl", "data/train-00000-of-00001.parquet"
WRITERS = {JSONL: huggingface.write, PARQUET: huggingface.write_parquet}
CARD = """---
license: mit
dataset_info:
  features:
  - name: pos_tags
    sequence:
      class_label:
        names:
          '0': NOUN
          '1': VERB
  - name: ner_tags
    sequence:
      class_label:
        names:
          '0': O
          '1': B-PER
          '2': I-PER
          '3': "B-a: b"
          '4': 'I-a: b'
  splits:
  - name: train
---
text
"""


def write(data: str, folder: Path, found: Iterable[Record], fitting: Fitting | None = None) -> Path:
    return put(WRITERS[data], folder, found, to_tokens, fitting)


def read(path: Path) -> list[Record]:
    return [*huggingface.read(Source(path))]


def marked(record: Record) -> list[tuple[str, str]]:
    return [(record.text[span.start : span.end], span.label) for span in record.spans]


def read_foreign(tmp_path: Path, card: str | None = None, **values: object) -> tuple[Record, Source]:
    if card is not None:
        (tmp_path / "README.md").write_text(card, "utf-8")
    source = Source(write_lines(tmp_path / "train.jsonl", values))
    (record,) = huggingface.read(source)
    return record, source


@pytest.mark.parametrize("data", WRITERS)
@given(before=st.lists(full_records(), min_size=1, max_size=3), fitting=fittings)
@settings(
    max_examples=at_most(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_what_is_written_is_read_again(
    data: str, before: list[Record], fitting: Fitting, tmp_path: Path
) -> None:
    if data == PARQUET:
        pytest.importorskip("pyarrow")
    folder = write(data, tmp_path / "out", before, fitting)
    after = read(folder / data)
    assert [*map(said, after)] == [*map(said, before)]
    assert [(one.id, one.external_id) for one in after] == [(one.id, one.external_id) for one in before]
    again = write(data, tmp_path / "again", before, fitting)
    assert (again / "SHA256SUMS").read_bytes() == (folder / "SHA256SUMS").read_bytes()


@given(before=st.lists(full_records(), min_size=1, max_size=3), fitting=fittings)
@settings(
    max_examples=at_most(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_tags_are_numbers_of_names_in_the_readme_and_say_what_the_layer_does(
    before: list[Record], fitting: Fitting, tmp_path: Path
) -> None:
    folder = write(JSONL, tmp_path / "out", before, fitting)
    bare = [{"tokens": row["tokens"], "ner_tags": row["ner_tags"]} for row in read_lines(folder / JSONL)]
    path = write_lines(tmp_path / "bare.jsonl", *(row for row in bare if row["tokens"]))
    shutil.copy(folder / "README.md", tmp_path)
    after = iter(read(path) if path.stat().st_size else [])
    for record, row in zip(before, bare, strict=True):
        if row["tokens"]:
            tokens, layers = to_tokens(record, fitting, Losses())[1:]
            expected = [(" ".join(tokens.words[span.first : span.after]), span.label) for span in layers[0]]
            assert marked(next(after)) == expected


def test_names_begin_with_the_label_set_and_a_label_beyond_it_comes_last(tmp_path: Path) -> None:
    folder = write(JSONL, tmp_path / "out", [Record("زار باكو", spans=(RecordSpan(4, 8, "NEW: 'x'"),))])
    card = (folder / "README.md").read_text("utf-8")
    assert "          '0': \"O\"\n          '1': \"B-ACTOR\"\n          '2': \"I-ACTOR\"\n" in card
    assert "          '11': \"B-NEW: 'x'\"\n          '12': \"I-NEW: 'x'\"\nlanguage" in card.replace(
        card[card.index("  - name: spans") : card.index("language")], ""
    )
    (row,) = read_lines(folder / JSONL)
    assert row["ner_tags"] == [0, 11]


@pytest.mark.parametrize("place", [".", ".."])
def test_numbers_are_named_by_the_readme_beside_or_above(tmp_path: Path, place: str) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / place / "README.md").write_text(CARD, "utf-8")
    row = {"id": "7", "tokens": ["زار", "أحمد", "سعيد", "باكو"], "ner_tags": [0, 1, 2, 3], "lang": "ar"}
    (record,) = read(write_lines(folder / "train.jsonl", row))
    assert (record.text, record.external_id, record.meta) == ("زار أحمد سعيد باكو", "7", {"lang": "ar"})
    assert marked(record) == [("أحمد سعيد", "PER"), ("باكو", "a: b")]


def test_numbers_without_names_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="line 1: the tags are numbers, and no README"):
        read_foreign(tmp_path, tokens=["زار"], ner_tags=[0])


def test_a_readme_with_two_lists_of_names_is_refused(tmp_path: Path) -> None:
    other = CARD[4 : CARD.index("  splits")].replace("PER", "LOC")
    card = CARD.replace("  splits:\n", other + "  splits:\n")
    with pytest.raises(FormatError, match="names the values of ner_tags in several ways"):
        read_foreign(tmp_path, card, tokens=["زار"], ner_tags=[0])


@pytest.mark.parametrize("tags", [[5], [-1], [True], [1.0], ["PER"], [None]])
def test_what_is_no_tag_is_refused(tmp_path: Path, tags: list[object]) -> None:
    with pytest.raises(FormatError, match="is no tag such as B-PER"):
        read_foreign(tmp_path, CARD, tokens=["زار"], ner_tags=tags)


def test_tags_may_be_written_out(tmp_path: Path) -> None:
    record, _ = read_foreign(tmp_path, tokens=["زار", "أحمد", "سعيد"], tags=["O", "B-PER", "I-PER"])
    assert marked(record) == [("أحمد سعيد", "PER")]


def test_names_without_places_are_those_of_single_words(tmp_path: Path) -> None:
    card = (
        CARD.replace("B-PER", "person")
        .replace("I-PER", "place")
        .replace('"B-a: b"', "x")
        .replace("'I-a: b'", "y")
    )
    record, _ = read_foreign(tmp_path, card, tokens=["أحمد", "سعيد", "باكو"], ner_tags=[1, 1, 2])
    assert marked(record) == [("أحمد سعيد", "person"), ("باكو", "place")]


def test_tokens_are_found_in_a_text_that_stands_beside(tmp_path: Path) -> None:
    values = {"tokens": ["و", "باكو", "."], "ner_tags": ["O", "B-PLACE", "O"]}
    record, _ = read_foreign(tmp_path, text="وباكو .", **values)
    assert (record.text, marked(record)) == ("وباكو .", [("باكو", "PLACE")])
    with pytest.raises(FormatError, match="the token “باكو” is not in “text” where it should be"):
        read_foreign(tmp_path, text="وطهران.", **values)


def test_other_columns_of_tags_and_rows_without_tokens_are_remarked_on(tmp_path: Path) -> None:
    rows = [{"tokens": ["زار"], "ner_tags": ["O"], "pos_tags": [3]}, {"tokens": [], "ner_tags": []}]
    source = Source(write_lines(tmp_path / "train.jsonl", *rows))
    assert [record.text for record in huggingface.read(source)] == ["زار"]
    assert [(line, str(sentence)) for line, sentence in source.remarks] == [
        (1, "the column “pos_tags” was passed over"),
        (2, "a row without tokens was passed over"),
    ]


def test_as_many_tags_as_tokens_are_wanted(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="there are 1 tokens, and 2 tags in “ner_tags”"):
        read_foreign(tmp_path, tokens=["زار"], ner_tags=["O", "O"])


@pytest.mark.parametrize("meta", ["[1]", "{", 7])
def test_metadata_that_are_no_object_are_refused(tmp_path: Path, meta: object) -> None:
    with pytest.raises(FormatError, match="“meta” is not"):
        read_foreign(tmp_path, external_id=None, text="زار", spans=[], meta=meta)


def test_a_parquet_file_that_names_its_tags_needs_no_readme(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    feature = {"feature": {"names": ["O", "B-PER"], "_type": "ClassLabel"}, "_type": "List"}
    told: Mapping[str, object] = {"info": {"features": {"ner_tags": feature}}}
    table = pa.table({"tokens": [["زار", "أحمد"]], "ner_tags": [[0, 1]], "seen": [b"\xff"]})
    pq.write_table(table.replace_schema_metadata({"huggingface": orjson.dumps(told)}), tmp_path / "a.parquet")
    (record,) = read(tmp_path / "a.parquet")
    assert (marked(record), record.meta) == ([("أحمد", "PER")], {"seen": "b'\\xff'"})


@pytest.mark.parametrize("cut", [4, 100, -1, -30])
def test_a_parquet_file_that_is_cut_off_is_refused(tmp_path: Path, cut: int) -> None:
    pytest.importorskip("pyarrow")
    path = write(PARQUET, tmp_path / "out", [Record("زار باكو")]) / PARQUET
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(FormatError, match=r"line 1: the Parquet file is broken \(.+\)\.$"):
        read(path)


def test_a_parquet_file_with_broken_bytes_is_refused_or_read(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    path = write(PARQUET, tmp_path / "out", [Record("زار باكو")]) / PARQUET
    whole = path.read_bytes()
    for place in range(4, len(whole), 37):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :])
        try:
            read(path)
        except FormatError as error:
            assert str(error).count("\n") == 0


def test_without_pyarrow_a_sentence_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.formats.parquet_files.find_spec", lambda _: None)
    with pytest.raises(FormatError, match=r"install annotator\[parquet\]"):
        write(PARQUET, tmp_path / "out", [])
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    with pytest.raises(FormatError, match=r"install annotator\[parquet\]"):
        read(tmp_path / "a.parquet")


def test_thousands_of_articles_are_parted_into_groups_of_rows(tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    path = write(PARQUET, tmp_path / "out", [Record(f"خبر {nth}") for nth in range(2500)]) / PARQUET
    assert pq.ParquetFile(path).num_row_groups == 3
    assert [record.line for record in read(path)] == [*range(1, 2501)]
