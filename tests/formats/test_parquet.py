import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.domain.errors import FormatError
from annotator.domain.identity import new_id
from annotator.domain.record import Record, RecordSpan
from annotator.formats import huggingface, parquet, parquet_runs
from annotator.formats.fitting import to_tokens
from annotator.formats.recognising import recognise
from annotator.formats.source import Source
from tests.examples import at_most
from tests.formats.full_records import full_records, put
from tests.texts import characters, texts

pa: Any = pytest.importorskip("pyarrow")
pq: Any = pytest.importorskip("pyarrow.parquet")

MOMENTS = st.sampled_from([None, "2025-11-19T08:00:00.000Z", "0001-01-01T00:00:00.000Z"])
SOURCES = st.none() | st.text(characters, max_size=90) | st.sampled_from(["مهر", "BBC", "bbc", "..", "a/b"])
DAYS = st.sampled_from([None, "", "2025-11-19", "2025-12-01T10:00:00Z", "19/11/2025", "2025-02-30", 7])


@st.composite
def records(draw: st.DrawFn) -> Record:
    """An article with all that a record has, from any source and day."""
    record = draw(full_records())
    spans = tuple(
        span._replace(
            origin=draw(st.sampled_from(["human", "import", "suggestion:gazetteer"])),
            score=draw(st.none() | st.floats(0, 1)),
            created=draw(MOMENTS),
            updated=draw(MOMENTS),
        )
        for span in record.spans
    )
    meta = {**record.meta, "source": draw(SOURCES), "published": draw(DAYS), "title": draw(texts | st.none())}
    notes = st.none() | texts
    return replace(record, spans=spans, meta=meta, note=draw(notes), external_id=draw(st.none() | texts))


def write(path: Path, found: Iterable[Record], budget: int = 1 << 20) -> Path:
    return put(lambda fitted, out: parquet.write_within(fitted, out, budget), path, found)


def read(folder: Path) -> list[Record]:
    return [record for path in files(folder) for record in parquet.read(Source(path))]


def files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.parquet"))


def parts(folder: Path) -> list[str]:
    return [path.parent.relative_to(folder).as_posix() for path in files(folder)]


def article(source: object = None, published: object = None, text: str = "زار باكو") -> Record:
    span = RecordSpan(0, 3, "ACTOR", new_id())
    meta = {"source": source, "published": published}
    return Record(text, new_id(), annotator="amal", meta=meta, spans=(span,))


def plain(found: Sequence[Record]) -> list[Record]:
    """Return records in an order of their own, without what reading adds."""
    return sorted((replace(one, line=1, sha256=None) for one in found), key=lambda one: str(one.id))


@given(before=st.lists(records(), min_size=1, max_size=4))
@settings(
    max_examples=at_most(100), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_everything_comes_back(before: list[Record], tmp_path: Path) -> None:
    folder = write(tmp_path / "out", before)
    assert plain(read(folder)) == plain(before)


@given(before=st.lists(records(), min_size=1, max_size=8), budget=st.sampled_from([1, 3000]))
@settings(
    max_examples=at_most(50), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_however_little_memory_there_is_the_same_bytes_are_written(
    before: list[Record], budget: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(parquet, "_BATCH_ROWS", 1)
        patched.setattr(parquet_runs, "_MOST_RUNS", 2)
        little = write(tmp_path / "little", before, budget)
    plenty = write(tmp_path / "plenty", before)
    assert (little / "SHA256SUMS").read_bytes() == (plenty / "SHA256SUMS").read_bytes()
    assert not list(little.glob(".*"))


def test_rows_are_in_the_order_of_articles_and_annotators(tmp_path: Path) -> None:
    found = [replace(article(), annotator=name) for name in ("b", "a") for _ in range(5)]
    found += [replace(found[0], annotator="a"), replace(found[0], annotator="c")]
    after = read(write(tmp_path / "out", found, 1))
    keys = [(one.id, one.annotator) for one in after]
    assert keys == sorted((one.id, one.annotator) for one in found)


def test_a_folder_is_named_by_source_and_month(tmp_path: Path) -> None:
    found = [
        article("وكالة مهر: نص", "2025-11-19"),
        article("وكالة مهر: نص", "2025-11-30T10:00:00Z"),
        article("وكالة مهر: نص", "2025-12-01"),
        article(None, "2025-13-01"),
        article("__unknown__"),
        article("../../etc", "2025-12-01"),
    ]
    folder = write(tmp_path / "out", found)
    assert parts(folder) == sorted(
        [
            "source=وكالة_مهر_نص/month=2025-11",
            "source=وكالة_مهر_نص/month=2025-12",
            "source=__unknown__/month=__unknown__",
            "source=unknown/month=__unknown__",
            "source=etc/month=2025-12",
        ]
    )
    assert {one.meta.get("source") for one in read(folder)} == {
        *("وكالة مهر: نص", None, "__unknown__", "../../etc")
    }


def test_sources_that_differ_in_case_alone_share_a_folder_and_a_long_name_is_cut(tmp_path: Path) -> None:
    found = [article("BBC"), article("bbc"), article("é"), article("e\u0301"), article("\U0001ee00" * 80)]
    folder = write(tmp_path / "out", found)
    assert sorted(parts(folder)) == [
        f"source={name}/month=__unknown__" for name in ("BBC", "é", "\U0001ee00" * 50)
    ]
    assert plain(read(folder)) == plain(
        [replace(one, meta={"source": one.meta["source"], "published": None}) for one in found]
    )


def test_a_source_and_month_of_many_rows_has_several_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet, "_GROUP_ROWS", 10)
    monkeypatch.setattr(parquet, "_FILE_ROWS", 20)
    folder = write(tmp_path / "out", [article() for _ in range(50)])
    assert [path.name for path in files(folder)] == [f"part-{nth:05}.parquet" for nth in range(3)]
    assert [pq.ParquetFile(path).metadata.num_rows for path in files(folder)] == [20, 20, 10]
    monkeypatch.setattr(parquet, "_FILE_SIZE", 1)
    assert len(files(write(tmp_path / "small", [article() for _ in range(50)]))) == 5


def test_no_articles_make_an_empty_folder(tmp_path: Path) -> None:
    assert [path.name for path in write(tmp_path / "out", []).iterdir()] == ["SHA256SUMS"]


def test_a_failure_leaves_nothing_behind(tmp_path: Path) -> None:
    def failing() -> Iterable[Record]:
        yield article()
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write(tmp_path / "out", failing(), 1)
    assert not list(tmp_path.iterdir())


def test_it_is_told_from_a_dataset_of_tokens_by_its_columns(tmp_path: Path) -> None:
    ours = files(write(tmp_path / "ours", [article()]))[0]
    theirs = files(put(huggingface.write_parquet, tmp_path / "theirs", [article()], to_tokens))[0]
    broken = tmp_path / "broken"
    broken.write_bytes(b"PAR1")
    found = [recognise(Source(path)) for path in (ours, theirs, broken)]
    assert [form and form.name for form in found] == ["parquet", "huggingface-parquet", "parquet"]
    for path in (ours, theirs):
        assert [one.text for one in parquet.read(Source(path))] == ["زار باكو"]


def test_rows_that_another_program_has_written_again_are_read(tmp_path: Path) -> None:
    before = article("مهر: نص", "2025-11-19")
    table = pq.read_table(write(tmp_path / "out", [before]) / "source=مهر_نص", partitioning="hive")
    table = table.append_column("source", pa.array(["مهر_نص"])).append_column("n", pa.array([7]))
    pq.write_table(table, tmp_path / "again.parquet")
    source = Source(tmp_path / "again.parquet")
    assert plain([*parquet.read(source)]) == plain([before])
    assert [(line, str(said)) for line, said in source.remarks] == [(0, "the column “n” was passed over")]


def test_other_tables_are_articles_whose_columns_are_metadata(tmp_path: Path) -> None:
    table = pa.table(
        {
            "content": ["زار باكو", None],
            "id": [7, 8],
            "date": [datetime(2025, 11, 19, tzinfo=UTC), None],
            "price": [Decimal("1.50"), None],
            "raw": [b"\xff", b""],
        }
    )
    pq.write_table(table, tmp_path / "a.parquet")
    source = Source(tmp_path / "a.parquet")
    (record,) = parquet.read(source)
    assert (record.text, record.external_id) == ("زار باكو", "7")
    assert record.meta["published"] == "2025-11-19T00:00:00+00:00"
    assert (record.meta["price"], record.meta["raw"]) == ("1.50", "b'\\xff'")
    assert [str(said) for _, said in source.remarks] == ["the row has no text, and was passed over"]


def test_spans_of_other_tables_are_read(tmp_path: Path) -> None:
    pq.write_table(
        pa.table({"text": ["زار باكو"], "spans": [[{"start": 4, "end": 8, "label": "PLACE"}]]}),
        tmp_path / "a.parquet",
    )
    (record,) = parquet.read(Source(tmp_path / "a.parquet"))
    assert [span[:3] for span in record.spans] == [(4, 8, "PLACE")]


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"meta": ["[1]"]}, "line 1: “meta” is not an object"),
        ({"meta": ["{"]}, "line 1: “meta” is not an object"),
        ({"text_sha256": ["0"]}, "line 1: the text is not the one"),
        ({"id": ["7"]}, "line 1: “id” is not a UUID"),
        ({"text": pa.array([None], pa.string())}, "line 1: “text” is missing"),
    ],
)
def test_rows_that_cannot_be_are_refused(tmp_path: Path, columns: dict[str, object], said: str) -> None:
    table = pq.ParquetFile(files(write(tmp_path / "out", [article()]))[0]).read()
    for name, values in columns.items():
        table = table.set_column(table.schema.names.index(name), name, pa.array(values))
    pq.write_table(table, tmp_path / "a.parquet")
    with pytest.raises(FormatError, match=said):
        [*parquet.read(Source(tmp_path / "a.parquet"))]


def test_a_table_without_texts_is_refused(tmp_path: Path) -> None:
    pq.write_table(pa.table({"n": [1]}), tmp_path / "a.parquet")
    with pytest.raises(FormatError, match="none of the columns is called “text”"):
        [*parquet.read(Source(tmp_path / "a.parquet"))]


@pytest.mark.parametrize("cut", [4, 100, -1, -30])
def test_a_file_that_is_cut_off_is_refused(tmp_path: Path, cut: int) -> None:
    path = files(write(tmp_path / "out", [article()]))[0]
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(FormatError, match=r"line 1: the Parquet file is broken \(.+\)\.$"):
        [*parquet.read(Source(path))]


def test_broken_bytes_are_refused_or_read(tmp_path: Path) -> None:
    path = files(write(tmp_path / "out", [article("مهر", "2025-11-19")]))[0]
    whole = path.read_bytes()
    for place in range(4, len(whole), 37):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :])
        try:
            [*parquet.read(Source(path))]
        except FormatError as error:
            assert str(error).count("\n") == 0


def test_without_pyarrow_a_sentence_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = files(write(tmp_path / "out", [article()]))[0]
    monkeypatch.setattr("annotator.formats.parquet_files.find_spec", lambda _: None)
    form = recognise(Source(path))
    assert form
    assert form.name == "parquet"
    with pytest.raises(FormatError, match=r"install annotator\[parquet\]"):
        [*parquet.read(Source(path))]
    with pytest.raises(FormatError, match=r"install annotator\[parquet\]"):
        write(tmp_path / "again", [])


_IN_LITTLE_MEMORY = r"""
import re, sys
from pathlib import Path
from annotator.domain.identity import new_id
from annotator.domain.record import Record, RecordSpan
from annotator.formats import parquet
from annotator.formats.fitting import Fitted
from annotator.formats.output import Output

def records(count):
    for nth in range(count):
        spans = tuple(RecordSpan(9 * n, 9 * n + 5, "ACTOR", new_id()) for n in range(25))
        meta = {"source": f"source {nth % 5}", "published": f"2025-{nth % 12 + 1:02}-01"}
        yield Fitted(Record(f"زار باكو {nth} " * 200, new_id(), annotator="amal", meta=meta, spans=spans))

out = Output(Path(sys.argv[1]))
with out.whole():
    parquet.write_within(records(int(sys.argv[2])), out, 8 << 20)
# What getrusage says is that of the process that this one was forked from, if it held more.
print(int(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1]) // 1024)
"""


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_memory_does_not_grow_with_what_is_written(tmp_path: Path) -> None:
    few, many = (
        int(
            subprocess.run(
                [sys.executable, "-c", _IN_LITTLE_MEMORY, str(tmp_path / str(count)), str(count)],
                check=True,
                capture_output=True,
            ).stdout
        )
        for count in (3_000, 20_000)
    )
    assert many < few + 60, (few, many)
    assert many < 350
    assert sum(pq.ParquetFile(path).metadata.num_rows for path in files(tmp_path / "20000")) == 20_000
