"""Rows of tokens and tags: what they hold comes back, what others wrote is read."""

from pathlib import Path

import pytest

from annotator.domain.identity import new_id
from annotator.domain.policies import Fitting, Nesting
from annotator.domain.record import Record, RecordSpan
from annotator.formats import conll
from annotator.formats.fitting import to_tags
from annotator.formats.source import Source
from tests.formats.carrying import marks
from tests.formats.full_records import put


def rows(tmp_path: Path, text: str, name: str = "a.conll") -> Source:
    (tmp_path / name).write_text(text, "utf-8", newline="")
    return Source(tmp_path / name)


@pytest.mark.parametrize(
    ("scheme", "tags"),
    {
        "IOB1": ("I-A I-A O I-B B-B I-A"),
        "IOB2": ("B-A I-A O B-B B-B B-A"),
        "BIOES": ("B-A E-A O S-B S-B S-A"),
        "BILOU": ("B-A L-A O U-B U-B U-A"),
    }.items(),
)
def test_every_scheme_of_tags_is_read(tmp_path: Path, scheme: str, tags: str) -> None:
    text = "".join(f"{word} {tag}\n" for word, tag in zip("abcdef", tags.split(), strict=True))
    (record,) = conll.read(rows(tmp_path, text))
    assert record.text == "a b c d e f"
    assert marks(record) == [(0, 3, "A"), (6, 7, "B"), (8, 9, "B"), (10, 11, "A")]


@pytest.mark.parametrize("separator", [" ", "\t", "  "])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("columns", ["{0} {1}", "{0} -X- -X- {1}", "{0} NN {1}"])
def test_columns_and_ends_of_lines_may_be_any(tmp_path: Path, separator: str, end: str, columns: str) -> None:
    lines = [columns.format(*row.split("/")).replace(" ", separator) for row in ("باكو/B-LOC", "./O")]
    source = rows(tmp_path, end.join([*lines, " ", *lines, ""]))
    (record,) = conll.read(source)
    assert record.text == "باكو .\nباكو ."
    assert marks(record) == [(0, 4, "LOC"), (7, 11, "LOC")]
    assert not source.remarks


def test_a_long_sentence_is_parted_within_no_span_of_any_layer(tmp_path: Path) -> None:
    text = " ".join(["كلمة"] * 600 + ["و", ".", "و"] + ["كلمة"] * 100)
    start = text.index("و .")
    spans = (
        RecordSpan(start, start + 5, "TOPIC"),
        RecordSpan(0, 4, "PLACE"),
        RecordSpan(start, start + 1, "ACTOR"),
    )
    record = Record(text, id=new_id(), spans=tuple(sorted(spans)))
    path = put(conll.write, tmp_path / "a.conll", [record], to_tags, Fitting(nesting=Nesting.LAYERS))
    (found,) = conll.read(Source(path))
    assert {span[:3] for span in found.spans} == {span[:3] for span in spans}
