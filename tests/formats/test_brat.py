"""brat standoff: spans in pieces, events, notes, and offsets as brat counts them."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.errors import FormatError
from annotator.domain.identity import new_id
from annotator.domain.losses import Losses
from annotator.domain.policies import Fitting
from annotator.domain.record import Record, RecordRelation, RecordSpan
from annotator.formats import brat
from annotator.formats.brat_spans import DISCONTINUOUS
from annotator.formats.output import Output
from annotator.formats.registry import FORMATS
from annotator.formats.source import Source
from tests.formats.carrying import arcs, marks
from tests.formats.full_records import put

TEXT = "🎉 وقّعت أرمينيا وباكو اتفاق سلام."


def standoff(tmp_path: Path, lines: str, text: str = TEXT) -> Source:
    (tmp_path / "a.txt").write_bytes(text.encode())
    (tmp_path / "a.ann").write_bytes(lines.encode())
    return Source(tmp_path / "a.ann")


def read(tmp_path: Path, lines: str, text: str = TEXT) -> tuple[Record, list[str]]:
    source = standoff(tmp_path, lines, text)
    (record,) = brat.read(source)
    return record, [str(remark.sentence) for remark in source.remarks]


def test_spans_relations_and_notes_are_read(tmp_path: Path) -> None:
    lines = (
        "T1\tACTOR 8 15\tأرمينيا\nT2\tPLACE 17 21\tباكو\n"
        "R1\twith Arg1:T1 Arg2:T2\t\n#1\tAnnotatorNotes T2\tعاصمة\nA1\tCertainty T2 High\n"
        "N1\tReference T2 Wikidata:Q9248\tBaku\n"
    )
    record, remarks = read(tmp_path, lines)
    assert marks(record) == [(8, 15, "ACTOR"), (17, 21, "PLACE")]
    assert arcs(record) == {((8, 15, "ACTOR"), (17, 21, "PLACE"), "with")}
    assert record.spans[1].note == "عاصمة\nCertainty: High\nReference: Wikidata:Q9248 Baku"
    assert remarks == ["2 attributes and normalizations were kept as notes"]


def test_events_are_relations_from_their_trigger(tmp_path: Path) -> None:
    lines = "T1\tSign 2 7\tوقّعت\nT2\tACTOR 8 15\tأرمينيا\nE1\tSign:T1 Agent:T2\nE2\tSign:T1 Cause:E1\n"
    record, remarks = read(tmp_path, lines.replace("E2\tSign:T1 Cause:E1\n", ""))
    assert arcs(record) == {((2, 7, "Sign"), (8, 15, "ACTOR"), "Agent")}
    assert remarks == ["1 events were read as relations from their triggers"]


@pytest.mark.parametrize("unit", ["code points", "UTF-16"])
def test_what_offsets_count_is_told_by_the_quotes(tmp_path: Path, unit: str) -> None:
    more = unit == "UTF-16"
    record, remarks = read(tmp_path, f"T1\tPLACE {17 + more} {21 + more}\tباكو\n")
    assert marks(record) == [(17, 21, "PLACE")]
    assert bool(remarks) == more


@pytest.mark.parametrize("shift", [0, 1])
def test_line_ends_count_as_brat_reads_them_or_as_they_stand(tmp_path: Path, shift: int) -> None:
    record, _ = read(tmp_path, f"T1\tPLACE {5 + shift} {10 + shift}\tطهران\n", "باكو\r\nطهران")
    assert marks(record) == [(6, 11, "PLACE")]


def test_a_span_over_lines_is_one_again(tmp_path: Path) -> None:
    record, remarks = read(tmp_path, "T1\tPLACE 0 4;5 10\tباكو طهران\n", "باكو\nطهران")
    assert marks(record) == [(0, 10, "PLACE")]
    assert not remarks


def test_a_span_in_pieces_goes_out_as_it_came_in(tmp_path: Path) -> None:
    line = "T1\tAGREEMENT 2 7;22 27\tوقّعت اتفاق\n"
    record, remarks = read(tmp_path, line)
    assert marks(record) == [(2, 7, "AGREEMENT"), (22, 27, "AGREEMENT")]
    assert [arc.label for arc in record.relations] == [DISCONTINUOUS]
    assert len(remarks) == 1
    out = Output(tmp_path / "out")
    with out.whole():
        brat.write([FORMATS["brat"].fitted(record, Fitting(), Losses())], out)
    assert (tmp_path / "out" / "a.ann").read_text("utf-8") == line


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("T1\tPLACE 17 21;19 23\tباكو كو ا\n", "line 1: the pieces of T1 overlap"),
        ("T1\tPLACE 22 27;17 21\tاتفاق باكو\n", "line 1: the pieces of T1 overlap"),
        ("T1\tPLACE 17 17\t\n", "line 1: the pieces of T1 overlap, are empty"),
        ("T1\tPLACE 17 99\tباكو\n", "line 1: the pieces of T1 .* outside the text"),
        ("T1\tPLACE 17 21\tطهران\n", "line 1: T1 quotes “طهران”, but the text there is “باكو”"),
        ("T1\tPLACE 17 21\tباكو\nR1\twith Arg1:T1 Arg2:T9\n", "line 2: T9 is named"),
        ("T1\tPLACE 17 21\tباكو\nبلا معنى\n", "line 2: this is no line of brat's"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_its_line(tmp_path: Path, lines: str, said: str) -> None:
    with pytest.raises(FormatError, match=said):
        list(brat.read(standoff(tmp_path, lines)))


def test_a_standoff_without_its_text_is_refused(tmp_path: Path) -> None:
    source = standoff(tmp_path, "")
    (tmp_path / "a.txt").unlink()
    with pytest.raises(FormatError, match=r"there is no a\.txt beside it"):
        list(brat.read(source))


@given(places=st.lists(st.integers(0, 20), min_size=4, max_size=8, unique=True), label=st.sampled_from("AB"))
def test_chains_of_pieces_come_back(
    places: list[int], label: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    places.sort()
    ends = [*zip(places[::2], places[1::2], strict=False)]
    spans = tuple(RecordSpan(start, end, "A", new_id()) for start, end in ends)
    spans = (*spans[:-1], spans[-1]._replace(label=label))
    relations = tuple(
        RecordRelation(new_id(), one.id or "", other.id or "", DISCONTINUOUS)
        for one, other in pairwise(spans)
    )
    record = Record("أبجدهوزحطيكلمنسعفصقرش", id=new_id(), spans=spans, relations=relations)
    folder = tmp_path_factory.mktemp("brat") / "out"
    out = Output(folder)
    with out.whole():
        brat.write([FORMATS["brat"].fitted(record, Fitting(), Losses())], out)
    (path,) = folder.glob("*.ann")
    (back,) = brat.read(Source(path))
    assert marks(back) == marks(record)
    assert arcs(back) == arcs(record)


def test_labels_that_differ_by_an_underscore_alone_stay_apart(tmp_path: Path) -> None:
    places = {"A B": (0, 3), "A_B": (4, 8), "A_B_": (0, 8)}
    spans = tuple(RecordSpan(*place, label, id=new_id()) for label, place in places.items())
    folder = put(brat.write, tmp_path / "out", [Record("زار باكو", external_id="1", spans=spans)], brat.fit)
    (record,) = brat.read(Source(folder / "1.ann"))
    assert {span[:3] for span in record.spans} == {span[:3] for span in spans}


def test_a_carriage_return_in_a_note_is_a_line_feed_and_is_counted() -> None:
    span = RecordSpan(0, 3, "PLACE", id=new_id(), note="أول\r\nثان")
    losses = Losses()
    fitted = brat.fit(Record("زار", spans=(span,)), Fitting(), losses)
    assert fitted.record.spans[0].note == "أول\nثان"
    assert losses.not_carried["notes on spans"] == 1
