"""What must not get in: each file is refused in one sentence with its place.

tests/reliability has the cases of hostile input that have a number.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from annotator.domain.article import ArticleFilter
from annotator.domain.errors import FileError
from annotator.formats.recognising import recognise
from annotator.formats.source import Source
from annotator.services.browsing import all_lines, label_set
from annotator.services.importing import ImportOptions, import_files
from annotator.storage.project import Project
from tests.texts import write_lines

TEXT = "زار الوزير 🎉 باكو"


FILES: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "truncated zstd": (
        "a.jsonl.zst",
        lambda path: path.write_bytes(zstandard.compress(b'{"text": "a"}\n' * 1000)[:-6]),
        "broken JSON|damaged archive|is empty",
    ),
    "a document that is none": ("a.xlsx", lambda path: path.write_bytes(b"PK\x03\x04nonsense"), "damaged"),
    "an array without an end": (
        "a.json",
        lambda path: path.write_bytes(b'[{"text": "a"},\n{"text": "b"}'),
        "has no end",
    ),
    "something after an array": (
        "a.json",
        lambda path: path.write_bytes(b'[{"text": "a"}] x'),
        "something follows",
    ),
    "a broken quote": ("a.csv", lambda path: path.write_bytes(b'text,x\n"a"b,c\nd,e\n'), "line 2: this row"),
    "a quote without an end": (
        "a.csv",
        lambda path: path.write_bytes(b'text,x\n"a,c\nd,e\n'),
        "line 2: this row",
    ),
    "more cells than columns": (
        "a.csv",
        lambda path: path.write_bytes(b"text,x\na,b,c\n"),
        "line 2: the row has 3",
    ),
    "offsets outside in every unit": (
        "a.jsonl",
        lambda path: write_lines(path, {"text": TEXT, "label": [[90, 99, "PLACE"]]}),
        "line 1: the span 90–99 lies outside",
    ),
    "a web page without an article": (
        "a.html",
        lambda path: path.write_bytes(b"<html><body></body></html>"),
        "no article",
    ),
    "a PDF that is none": ("a.pdf", lambda path: path.write_bytes(b"%PDF-1.7 nonsense"), "is no PDF"),
    "a Word document that is none": (
        "a.docx",
        lambda path: path.write_bytes(b"PK\x03\x04nonsense"),
        "damaged",
    ),
    "a Parquet file that is cut": (
        "a.parquet",
        lambda path: path.write_bytes(b"PAR1" + bytes(40)),
        "Parquet file is broken",
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_is_refused_and_changes_nothing(project: Project, tmp_path: Path, name: str) -> None:
    called, make, said = FILES[name]
    folder = tmp_path / "in" / "deep"
    folder.mkdir(parents=True)
    path = folder / called
    make(path)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(FileError, match=said) as error:
        import_files(project, [path], ImportOptions(login="amal", adds_labels=True))
    assert "\n" not in str(error.value)
    assert sorted(tmp_path.rglob("*")) == before
    assert not list(all_lines(project, ArticleFilter("amal")))
    assert len(label_set(project)) == 4


@pytest.mark.parametrize(
    ("name", "data", "texts"),
    [
        ("a.csv", "text,x\rباكو,1\rطهران,2\r".encode(), ["باكو", "طهران"]),
        ("a.tsv", "text\tx\nباكو\t1\n".encode("utf-16"), ["باكو"]),
        ("a.conll", "باكو B-LOC\r\rطهران B-LOC\r".encode(), ["باكو\nطهران"]),
        ("a.json", '\ufeff [\n{"text": "باكو"} ,\r\n {"text":\n"طهران"}]\n'.encode(), ["باكو", "طهران"]),
        ("a.txt", "باكو\rطهران".encode("cp1256"), ["باكو\rطهران"]),
    ],
)
def test_marks_and_ends_of_lines_of_all_kinds_are_read(
    tmp_path: Path, name: str, data: bytes, texts: list[str]
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    form = recognise(Source(path))
    assert form
    assert form.read
    assert [record.text for record in form.read(Source(path))] == texts
