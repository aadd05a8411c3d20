"""WebAnno TSV: what we write comes back, and what INCEpTION wrote is read as it meant it."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from annotator.domain.errors import FormatError
from annotator.domain.losses import Feature
from annotator.domain.policies import Fitting
from annotator.domain.record import Record, RecordRelation, RecordSpan
from annotator.formats import webanno_reading, webanno_writing
from annotator.formats.fitting import Fitted
from annotator.formats.format import Format
from annotator.formats.output import Output
from annotator.formats.source import Source
from tests.examples import at_most
from tests.formats.carrying import arcs, marks, records, written
from tests.texts import TRICKY

WEBANNO = Format(
    "webanno",
    (".tsv",),
    "WebAnno TSV 3, as INCEpTION exchanges it; a file an article",
    carries=frozenset({Feature.SPANS, Feature.NESTED, Feature.RELATIONS}),
    read=webanno_reading.read,
    write=webanno_writing.write,
    has_folder=True,
)
HEAD = "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Span|value\n"


def back(folder: Path) -> Record:
    (path,) = folder.rglob("*/*.tsv")
    (record,) = webanno_reading.read(Source(path))
    return record


def read(tmp_path: Path, text: str, head: str = HEAD) -> tuple[Record, list[str]]:
    path = tmp_path / "a.tsv"
    path.write_text(head + text, "utf-8", newline="")
    source = Source(path)
    (record,) = webanno_reading.read(source)
    return record, [str(remark.sentence) for remark in source.remarks]


@given(record=records())
@settings(max_examples=at_most(300), deadline=None)
def test_text_spans_and_relations_come_back_whatever_they_are(
    record: Record, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("webanno")
    _, losses = written(WEBANNO, [record], Fitting(), folder)
    found = back(folder)
    assert found.text == record.text
    assert marks(found) == marks(record)
    assert arcs(found) == arcs(record)
    assert (losses.lost, losses.changed_texts) == (0, 0)


@pytest.mark.parametrize(
    "text",
    [*TRICKY.values(), "\n\n", " ", "\u200f\nب\xa0\n", "\n a\n\n  b \r\nc\n", "\\n \\", "a->b_*|[1];\\"],
)
def test_a_tricky_text_comes_back_with_a_span_on_each_of_its_characters(text: str, tmp_path: Path) -> None:
    spans = tuple(RecordSpan(place, place + 1, "A|b[1]\\_*;->\tc\n") for place in range(len(text)))
    written(WEBANNO, [Record(text=text, spans=spans)], Fitting(), tmp_path)
    assert back(tmp_path) == replace(back(tmp_path), text=text, spans=spans)


def test_one_article_is_written_as_the_documentation_shows_it(tmp_path: Path) -> None:
    text = "🎉 وقّعت وباكو\n\nاتفاق سلام"
    spans = (
        RecordSpan(8, 13, "A", "1"),
        RecordSpan(9, 13, "B", "2"),
        RecordSpan(15, 25, "C", "3"),
        RecordSpan(15, 20, "D", "4"),
    )
    relations = (RecordRelation("5", "2", "3", "r"), RecordRelation("6", "2", "1", "s"))
    written(WEBANNO, [Record(text=text, spans=spans, relations=relations)], Fitting(), tmp_path)
    (path,) = tmp_path.rglob("*/*.tsv")
    assert path.read_text("utf-8").split("\n") == [
        "#FORMAT=WebAnno TSV 3.3",
        "#T_SP=webanno.custom.Annotator|value",
        "#T_RL=webanno.custom.AnnotatorRelation|value|BT_webanno.custom.Annotator",
        "",
        "",
        "#Text=🎉 وقّعت وباكو",
        "#Text=",
        "1-1\t0-2\t🎉\t_\t_\t_\t",
        "1-2\t3-8\tوقّعت\t_\t_\t_\t",
        "1-3\t9-14\tوباكو\tA\ts\t1-3.1\t",
        "1-3.1\t10-14\tباكو\tB\t_\t_\t",
        "",
        "#Text=اتفاق سلام",
        "2-1\t16-21\tاتفاق\tC[1]|D[2]\tr\t1-3.1[0_1]\t",
        "2-2\t22-26\tسلام\tC[1]\t_\t_\t",
        "",
    ]


def test_several_annotators_get_a_folder_each(tmp_path: Path) -> None:
    layers = [("1", "أمل"), ("1", "Ali"), ("2", "أمل"), ("2", "ali"), ("3", None)]
    layers = [("0", "أمل"), *layers]
    out = Output(tmp_path / "out")
    with out.whole():
        webanno_writing.write([Fitted(Record(text="نص", id=id_, annotator=who)) for id_, who in layers], out)
    found = sorted(str(path.relative_to(out.path)) for path in out.path.rglob("*.tsv"))
    assert found == ["3.tsv", "Ali/1.tsv", "ali-2/2.tsv", "أمل/0.tsv", "أمل/1.tsv", "أمل/2.tsv"]


def test_equal_records_give_equal_bytes(tmp_path: Path) -> None:
    record = Record(text="نص طويل", spans=(RecordSpan(0, 4, "A", "1"), RecordSpan(1, 2, "B", "2")))
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        written(WEBANNO, [record], Fitting(), tmp_path / name)
    first, second = (path.read_bytes() for path in sorted(tmp_path.rglob("*/*/*.tsv")))
    assert first == second


def test_the_text_between_sentences_is_filled(tmp_path: Path) -> None:
    places = (("a", 2, 3), ("b", 4, 5), ("c", 5, 6), ("d", 9, 10))
    body = "".join(f"\n#Text={word}\n{start}-1\t{start}-{end}\t{word}\tX\t\n" for word, start, end in places)
    record, remarks = read(tmp_path, f"\n{body}")
    assert record.text == "  a\nbc\n  d"
    assert [record.text[start:end] for start, end, _ in marks(record)] == ["a", "b", "c", "d"]
    assert remarks == ["the file does not hold what lies between sentences; spaces were put there"]


def test_a_file_with_the_line_ends_of_windows_is_read(tmp_path: Path) -> None:
    record, remarks = read(tmp_path, "\n\n#Text=a\\rb\n1-1\t0-3\ta\\rb\tX\t\n".replace("\n", "\r\n"))
    assert (record.text, marks(record), remarks) == ("a\rb", [(0, 3, "X")], [])


@pytest.mark.parametrize(("version", "written_as"), [("3.0", "\\u0628\\t\\uD83C\\uDF89"), ("3.1", "ب\\t🎉")])
def test_older_files_spell_text_as_java_does(version: str, written_as: str, tmp_path: Path) -> None:
    head = HEAD.replace("3.3", version)
    record, _ = read(tmp_path, f"\n\n#Text={written_as}\n1-1\t0-1\tب\t_\n1-2\t2-4\t🎉\tX\n", head)
    assert (record.text, marks(record)) == ("ب\t🎉", [(2, 3, "X")])


def test_the_label_is_the_feature_that_is_called_so_and_the_others_are_told(tmp_path: Path) -> None:
    head = (
        "#FORMAT=WebAnno TSV 3.2\n#T_SP=a.Named|identifier|value\n#T_SP=a.Other|first|second\n#T_SP=a.Bare|\n"
    )
    record, remarks = read(tmp_path, "\n\n#Text=a\n1-1\t0-1\ta\tQ1\tPER\tx\ty\t*\t\n", head)
    assert sorted(span.label for span in record.spans) == ["Bare", "PER", "x"]
    assert remarks == [
        "1 values of the feature identifier of a.Named were passed over",
        "1 values of the feature second of a.Other were passed over",
    ]


@pytest.mark.parametrize(
    ("head", "body", "reason"),
    [
        ("", "hello", "line 1: a WebAnno TSV file begins with"),
        (" # a.b | c\n", "#id=1", "line 1: this is WebAnno TSV 1 or 2"),
        ("#FORMAT=WebAnno TSV 2\n", "", "line 1: this is WebAnno TSV 1 or 2"),
        ("#FORMAT=WebAnno TSV 3.9\n", "", "line 1: this program reads WebAnno TSV 3.0 to 3.3, not 3.9"),
        (HEAD, "\n\n", "there is no text in the file"),
        (HEAD, "\n\n#Text=a\n", "line 6: the sentence has no tokens"),
        (HEAD, "\n\n1-1\t0-1\ta\t_\n", "line 5: the sentence has no line “#Text=”"),
        (HEAD, "\n\n#Text=a\nhello\n", "line 6: this is no row of a token: hello"),
        (HEAD, "\n\n#Text=a\n1-1\t0-1\tb\t_\n", "line 6: the text at 0–1 is “a”, but the row has “b”"),
        (HEAD, "\n\n#Text=a\n1-1\t0-2\ta\t_\n", "line 6: 0–2 is no place in the text"),
        (HEAD, "\n\n#Text=🎉\n1-1\t0-1\t🎉\t_\n", "line 6: 0–1 is no place in the text"),
        (
            HEAD,
            "\n\n#Text=a\n1-1\t0-1\ta\n",
            "line 6: the row has 0 columns of annotations; the header names 1",
        ),
        (HEAD, "\n\n#Text=a\n1-1\t999999999-999999999\ta\t_\n", "line 6: the sentence begins at 999999999"),
        (
            HEAD,
            "\n\n#Text=ab\n1-1\t0-2\tab\t_\n\n#Text=c\n2-1\t1-2\tc\t_\n",
            "line 9: the sentence begins at 1",
        ),
    ],
)
def test_what_does_not_fit_is_refused_with_its_line(
    head: str, body: str, reason: str, tmp_path: Path
) -> None:
    with pytest.raises(FormatError) as refusal:
        read(tmp_path, body, head)
    assert reason in str(refusal.value)


def test_every_real_file_is_read_or_refused_as_too_old(shared_data: Path) -> None:
    spans = relations = read_files = 0
    too_old = []
    for path in sorted(shared_data.glob("*/inception_*/**/*.tsv")) + sorted(
        shared_data.glob("*/webanno_tsv/**/*.tsv")
    ):
        try:
            (record,) = webanno_reading.read(Source(path))
        except FormatError as error:
            too_old.append("TSV 1 or 2" in str(error))
            continue
        read_files += 1
        spans += len(record.spans)
        relations += len(record.relations)
    assert (read_files, spans, relations) == (39, 91, 7)
    assert too_old == [True] * 25
