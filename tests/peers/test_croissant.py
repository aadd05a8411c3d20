"""The library of Croissant's makers finds no fault with croissant.json, and reads the rows it tells of."""

import json
import logging
from pathlib import Path

import pytest

from annotator.domain.identity import new_id
from annotator.domain.record import Record, RecordSpan
from annotator.formats.registry import FORMATS
from annotator.services.datasets import CROISSANT, export_dataset
from annotator.services.export_options import ExportOptions
from annotator.services.splitting import Split
from annotator.storage.project import Project
from tests.texts import TRICKY, read_lines

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(300),
    # What the library and those under it say of themselves is not ours.
    pytest.mark.filterwarnings("default"),
]


@pytest.fixture
def corpus(project: Project) -> Project:
    with project.unit_of_work() as work:
        work.intake.adds_labels = True
        work.intake.begin(project.path)
        for nth in range(4):
            for name, tricky in TRICKY.items():
                text = f"{tricky} {name} {nth}"
                marks = (RecordSpan(0, 3, "PLACE", new_id()), RecordSpan(0, len(text), "TOPIC", new_id()))
                spans = marks if nth % 2 else ()
                work.intake.add(Record(text, external_id=str(nth), spans=spans), "amal")
        work.intake.finish()
    return project


def told(value: object) -> object:
    return value.decode() if isinstance(value, bytes) else value


@pytest.mark.parametrize("name", ["jsonl", "huggingface", "huggingface-parquet"])
def test_every_row_and_span_of_every_part_is_read(
    name: str, corpus: Project, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    croissant = pytest.importorskip("mlcroissant")
    folder = tmp_path / "out"
    done = export_dataset(corpus, folder, ExportOptions(name), Split((50, 25, 25)), licence="cc-by-4.0")
    with caplog.at_level(logging.WARNING):
        dataset = croissant.Dataset(str(folder / CROISSANT))
    assert not dataset.metadata.ctx.issues.errors
    assert "not standard" not in caplog.text
    for part, counted in done.parts.items():
        assert counted.records
        own = f"{part}_rows"
        rows = [*dataset.records(own)]
        assert len(rows) == counted.records
        expected = rows_of(name, folder / counted.path)
        for row, line in zip(rows, expected, strict=True):
            for column in ("id", "text", "annotator"):
                assert told(row[f"{own}/{column}"]) == line[column]
            spans = [
                tuple(told(span[f"{own}/spans/{key}"]) for key in ("start", "end", "label"))
                for span in row[f"{own}/spans"] or ()
            ]
            assert spans == [(span["start"], span["end"], span["label"]) for span in line["spans"]]


def rows_of(name: str, path: Path) -> list[dict[str, object]]:
    if name != "huggingface-parquet":
        return read_lines(path)
    pq = pytest.importorskip("pyarrow.parquet")
    return pq.read_table(path).to_pylist()


@pytest.mark.parametrize("name", ["conll", "brat", "csv", "labelstudio", "xlsx", "w3c"])
def test_of_other_formats_the_files_are_described(name: str, corpus: Project, tmp_path: Path) -> None:
    croissant = pytest.importorskip("mlcroissant")
    folder = tmp_path / "out"
    export_dataset(corpus, folder, ExportOptions(name), Split((50, 25, 25)))
    dataset = croissant.Dataset(str(folder / CROISSANT))
    assert not dataset.metadata.ctx.issues.errors
    described = json.loads((folder / CROISSANT).read_bytes())
    assert described["recordSet"] == []
    files = {file["contentUrl"] for file in described["distribution"]}
    assert files == {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and path.name not in {CROISSANT, "README.md", "manifest.json"}
    } - {"SHA256SUMS"}
    assert FORMATS[name].has_folder or len(files) >= 3
