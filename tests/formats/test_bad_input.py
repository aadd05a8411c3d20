"""What must not get in: each file is refused in one sentence with its place, in little memory and time."""

import gzip
import resource
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from annotator.domain.article import ArticleFilter
from annotator.domain.errors import FileError
from annotator.formats.recognising import recognise
from annotator.formats.source import Source
from annotator.services.browsing import all_lines, label_set
from annotator.services.export_options import ExportOptions
from annotator.services.exporting import export
from annotator.services.importing import ImportOptions, import_files
from annotator.storage.project import Project
from tests.texts import write_lines

TEXT = "زار الوزير 🎉 باكو"


def sparse(path: Path, begin: bytes, size: int = 2 << 30) -> None:
    """Make a file of 2 GiB that takes no room."""
    with path.open("wb") as file:
        file.write(begin)
        file.truncate(size)


def held_most() -> int:
    """Return the most memory that was ever held, in KiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def zipped(path: Path, name: str, data: bytes = b"a") -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)


def bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("a.txt", "w") as file:
        for _ in range(200):
            file.write(b"a" * (1 << 20))


def layered_bomb(path: Path) -> None:
    bomb(path.with_suffix(".inner"))
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(path.with_suffix(".inner"), "inner.zip")
    path.with_suffix(".inner").unlink()


def link(path: Path) -> None:
    info = zipfile.ZipInfo("link.txt")
    info.external_attr = 0o120777 << 16
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(info, "/etc/passwd")


FILES: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "zip slip": ("a.zip", lambda path: zipped(path, "../x.txt"), "leads out of its folder"),
    "zip with an absolute name": (
        "a.zip",
        lambda path: zipped(path, "/etc/x"),
        "leads out of its folder",
    ),
    "zip with a link": ("a.zip", link, "leads out of its folder"),
    "zip bomb": ("a.zip", bomb, "unpacks to far more"),
    "gzip bomb": (
        "a.txt.gz",
        lambda path: path.write_bytes(gzip.compress(bytes(200 << 20))),
        "unpacks to far more",
    ),
    "zstd bomb": (
        "a.txt.zst",
        lambda path: path.write_bytes(zstandard.compress(b"a" * (200 << 20))),
        "unpacks to far more",
    ),
    "truncated zip": ("a.zip", lambda path: path.write_bytes(b"PK\x03\x04" + bytes(50)), "damaged archive"),
    "truncated gzip": (
        "a.jsonl.gz",
        lambda path: path.write_bytes(gzip.compress(b'{"text": "a"}\n' * 1000)[:-20]),
        "damaged archive",
    ),
    "truncated zstd": (
        "a.jsonl.zst",
        lambda path: path.write_bytes(zstandard.compress(b'{"text": "a"}\n' * 1000)[:-6]),
        "broken JSON|damaged archive|is empty",
    ),
    "a zip with nothing but a zip": ("a.zip", layered_bomb, "nothing to import"),
    "xlsx bomb": (
        "a.xlsx",
        lambda path: zipped(path, "xl/workbook.xml", bytes(200 << 20)),
        "unpacks to far more than a document|no Excel workbook",
    ),
    "a document that is none": ("a.xlsx", lambda path: path.write_bytes(b"PK\x03\x04nonsense"), "damaged"),
    "2 GB on one line of JSON": (
        "a.jsonl",
        lambda path: sparse(path, b'{"text": "'),
        "line 1: longer than 64 MiB",
    ),
    "2 GB in an array of JSON": ("a.json", lambda path: sparse(path, b'[{"text": "'), "longer than 64 MiB"),
    "2 GB of text": ("a.txt", lambda path: sparse(path, "خبر\n".encode()), "larger than 256 MiB"),
    "2 GB in a table": (
        "a.csv",
        lambda path: sparse(path, b"text,x\n"),
        "line 2: longer than 64 MiB",
    ),
    "2 GB in rows": (
        "a.conll",
        lambda path: sparse(path, "باكو B-LOC\n".encode() * 10_000),
        "no blank line in 64 MiB",
    ),
    "100,000 brackets": (
        "a.jsonl",
        lambda path: path.write_bytes(b'{"text": "a", "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"),
        "line 1: broken JSON",
    ),
    "100,000 brackets in an array": (
        "a.json",
        lambda path: path.write_bytes(b'[{"text": "a", "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}]"),
        "line 1: broken JSON",
    ),
    "NaN": (
        "a.jsonl",
        lambda path: path.write_bytes(b'{"text": "a"}\n{"text": "a", "x": NaN}'),
        "line 2: broken JSON",
    ),
    "a key twice": (
        "a.jsonl",
        lambda path: path.write_bytes(b'{"text": "a", "text": "b", "label": []}'),
        "line 1: the key “text” stands twice",
    ),
    "a key twice within": (
        "a.jsonl",
        lambda path: path.write_bytes(
            b'{"text": "ab", "spans": [{"start": 0, "start": 1, "end": 2, "label": "PLACE"}]}'
        ),
        "line 1: the key “start” stands twice",
    ),
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
    "two encodings in a table": (
        "a.csv",
        lambda path: path.write_bytes(
            b"text\n" + ("باكو " * 100 + "\n").encode() * 2000 + "طهران".encode("cp1256")
        ),
        "line 2002: not text in utf-8",
    ),
    "offsets outside in every unit": (
        "a.jsonl",
        lambda path: write_lines(path, {"text": TEXT, "label": [[90, 99, "PLACE"]]}),
        "line 1: the span 90–99 lies outside",
    ),
    "offsets that fit no unit": (
        "a.jsonl",
        lambda path: write_lines(
            path, {"text": TEXT, "spans": [{"start": 1, "end": 3, "label": "PLACE", "text": "قط"}]}
        ),
        "line 1: the span 1–3 quotes “قط”",
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


FORMS = ("csv", "xlsx", "brat", "conll", "webanno", "huggingface", "labelstudio", "w3c", "txt")


@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_is_refused_and_changes_nothing(project: Project, tmp_path: Path, name: str) -> None:
    called, make, said = FILES[name]
    folder = tmp_path / "in" / "deep"
    folder.mkdir(parents=True)
    path = folder / called
    make(path)
    before = sorted(tmp_path.rglob("*"))
    held = held_most()
    with pytest.raises(FileError, match=said) as error:
        import_files(project, [path], ImportOptions(login="amal", adds_labels=True))
    assert "\n" not in str(error.value)
    assert held_most() - held < 900 * 1024
    assert sorted(tmp_path.rglob("*")) == before
    assert not list(all_lines(project, ArticleFilter("amal")))
    assert len(label_set(project)) == 4


@pytest.mark.parametrize(
    ("name", "data", "texts"),
    [
        ("a.csv", "text,x\rباكو,1\rطهران,2\r".encode(), ["باكو", "طهران"]),
        ("a.csv", "\ufefftext;x\r\nباكو;1\r\n".encode(), ["باكو"]),
        ("a.tsv", "text\tx\nباكو\t1\n".encode("utf-16"), ["باكو"]),
        ("a.conll", "باكو B-LOC\r\rطهران B-LOC\r".encode(), ["باكو\nطهران"]),
        ("a.jsonl", '\ufeff{"text": "باكو"}\n'.encode(), ["باكو"]),
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


@pytest.mark.parametrize("label", ["../x", "=cmd|' /C calc'!A0", "CON", "<b>"])
def test_a_labels_name_leads_nowhere_and_runs_nothing(project: Project, tmp_path: Path, label: str) -> None:
    values = {"id": "../../x", "text": "=HYPERLINK(1)", "title": "@SUM(1)", "label": [[0, 4, label]]}
    source = write_lines(tmp_path / "in.jsonl", values)
    import_files(project, [source], ImportOptions(login="=amal", adds_labels=True))
    folder = tmp_path / "out"
    folder.mkdir()
    for form in FORMS:
        export(project, folder / form, ExportOptions(form))
    beside = {"conll.offsets.jsonl", "labelstudio.config.xml"}
    assert {path.name for path in folder.iterdir()} == {*FORMS} | beside
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.jsonl", "out", "project.annotator"]
    cells = (folder / "csv").read_text("utf-8-sig").replace('"', "").replace("\n", ",").split(",")
    assert not [cell for cell in cells if cell[:1] in {"=", "@"}]
