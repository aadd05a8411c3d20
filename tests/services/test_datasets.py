"""A dataset says what is in it, is the same for the same state, and opens as its README tells."""

import hashlib
import random
import re
import runpy
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import orjson
import pytest

from annotator.domain.article import ArticleState
from annotator.domain.errors import FileError, FormatError
from annotator.domain.identity import new_id
from annotator.domain.record import Record, RecordRelation, RecordSpan
from annotator.formats.files import SUMS
from annotator.formats.registry import FORMATS
from annotator.formats.source import Source
from annotator.resources import resource
from annotator.services.datasets import CROISSANT, MANIFEST, README, export_dataset
from annotator.services.export_options import ExportOptions
from annotator.services.exporting import export
from annotator.services.importing import ImportOptions, import_files
from annotator.services.splitting import Split
from annotator.storage.project import Project
from tests.news import COPYISTS
from tests.texts import TRICKY, read_lines

SPLIT = Split((50, 25, 25), 3)
WRITTEN = [form.name for form in FORMATS.values() if form.write]
BY_PACE = [pytest.param(name, marks=[pytest.mark.slow] if name == "spacy" else []) for name in WRITTEN]
"""spaCy takes a second to start, each time."""


@pytest.fixture
def corpus(project: Project) -> Project:
    """The sample with its copies, tricky texts, two annotators, relations, labels and notes."""
    import_files(project, [resource("sample", "articles.jsonl")], ImportOptions("amal"))
    with project.unit_of_work() as work:
        work.intake.adds_labels = True
        texts = [record.text for record in work.extract.records([])]
        drawn = random.Random(1)
        work.intake.begin(project.path)
        for nth, text in enumerate(
            [*TRICKY.values(), *(drawn.choice(COPYISTS)(text, drawn) for text in texts)]
        ):
            ends = [RecordSpan(0, 2, "PLACE", new_id()), RecordSpan(1, min(4, len(text)), "TOPIC", new_id())]
            for name in ("amal", "باسم|<b>")[: nth % 3]:
                spans = [span._replace(id=new_id(), note="ملاحظة") for span in ends]
                arcs = (RecordRelation(new_id(), spans[0].id or "", spans[1].id or "", "في"),)
                work.intake.add(
                    Record(
                        text,
                        id=f"{nth:08x}-0000-4000-8000-000000000000",
                        external_id=f"خبر {nth}",
                        meta={"title": f"عنوان {nth}", "n": nth},
                        annotator=name,
                        state=ArticleState.SUBMITTED,
                        labels=("NEWS",) if nth % 2 else (),
                        spans=tuple(spans),
                        relations=arcs if nth % 2 else (),
                    ),
                    name,
                )
        work.intake.finish()
    return project


def options(name: str) -> ExportOptions:
    takes_all = FORMATS[name].names_annotators
    return ExportOptions(name, takes_all=takes_all, annotator=None if takes_all else "amal")


def bytes_of(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def wire(name: str) -> None:
    """Skip where the library that writes a format is not installed."""
    for form, library in (("parquet", "pyarrow"), ("spacy", "spacy"), ("uima", "cassis")):
        if form in name:
            pytest.importorskip(library)


def read_back(name: str, folder: Path, path: str) -> Iterator[Record]:
    target, form = folder / path, FORMATS[name]
    assert form.read
    files = sorted(target.rglob(f"*{form.suffixes[0]}")) if target.is_dir() else [target]
    for file in files:
        yield from form.read(Source(file))


@pytest.mark.parametrize("name", BY_PACE)
def test_the_same_state_gives_the_same_bytes_in_every_format(
    name: str, corpus: Project, tmp_path: Path
) -> None:
    wire(name)
    one, other = tmp_path / "one", tmp_path / "other"
    done = export_dataset(corpus, one, options(name), SPLIT)
    export_dataset(corpus, other, options(name), SPLIT)
    written = bytes_of(one)
    assert written == bytes_of(other)
    assert {README, MANIFEST, CROISSANT, SUMS} <= {*written}
    assert sum(part.records for part in done.parts.values()) == done.losses.records > 0
    whole = b"".join(written.values())
    assert str(tmp_path).encode() not in whole
    checked = subprocess.run(
        ["sha256sum", "--check", "--quiet", SUMS], cwd=one, capture_output=True, check=False
    )
    assert checked.returncode == 0, checked.stderr


@pytest.mark.parametrize(
    "name", [one for one in BY_PACE if FORMATS[str(one.values[0])].read and one.values[0] != "xlsx"]
)
def test_parts_hold_all_records_and_no_story_twice(name: str, corpus: Project, tmp_path: Path) -> None:
    wire(name)
    done = export_dataset(corpus, tmp_path / "out", options(name), SPLIT)
    assert [*done.parts] == ["train", "validation", "test"]
    stories = Counter(story for part in done.parts.values() for story in part.stories)
    assert {*stories.values()} == {1}
    manifest = orjson.loads((tmp_path / "out" / MANIFEST).read_bytes())
    for part, told in done.parts.items():
        assert told.records
        assert manifest["parts"][part] == {
            "path": told.path,
            "articles": told.articles,
            "records": told.records,
        }
        found = [*read_back(name, tmp_path / "out", told.path)]
        assert len(found) == (told.articles if name == "txt" else told.records)


def test_the_manifest_names_every_file_and_the_state(corpus: Project, tmp_path: Path) -> None:
    manifests = {}
    for name in ("jsonl", "conll", "brat", "huggingface"):
        folder = tmp_path / name
        export_dataset(corpus, folder, options(name), SPLIT)
        manifests[name] = orjson.loads((folder / MANIFEST).read_bytes())
        written = bytes_of(folder)
        assert {file["name"]: file["sha256"] for file in manifests[name]["files"]} == {
            file: hashlib.sha256(data).hexdigest()
            for file, data in written.items()
            if file not in {MANIFEST, SUMS}
        }
    assert len({manifest["state"] for manifest in manifests.values()}) == 1
    manifest = manifests["jsonl"]
    assert (manifest["split"], manifest["seed"], manifest["format"]) == ("50/25/25", 3, "jsonl")
    assert manifest["options"]["takes_all"] is True
    lines = {file["name"]: file["records"] for file in manifest["files"] if file["records"]}
    assert lines == {
        f"{part}.jsonl": len(read_lines(tmp_path / "jsonl" / f"{part}.jsonl"))
        for part in ("train", "validation", "test")
    }


def test_another_label_is_another_state_and_no_other_split(corpus: Project, tmp_path: Path) -> None:
    export_dataset(corpus, tmp_path / "one", options("jsonl"), SPLIT)
    before = {line["id"]: part for part, line in parted(tmp_path / "one")}
    with corpus.unit_of_work() as work:
        work.intake.begin(corpus.path)
        text = "خبر جديد كل الجدة لا يشبه ما سبقه من الأخبار"
        work.intake.add(Record(text, spans=(RecordSpan(0, 3, "TOPIC"),)), "amal")
        work.intake.finish()
    export_dataset(corpus, tmp_path / "two", options("jsonl"), SPLIT)
    after = {line["id"]: part for part, line in parted(tmp_path / "two")}
    assert before.items() < after.items()
    states = [orjson.loads((tmp_path / name / MANIFEST).read_bytes())["state"] for name in ("one", "two")]
    assert states[0] != states[1]


def parted(folder: Path) -> Iterator[tuple[str, dict[str, object]]]:
    for part in ("train", "validation", "test"):
        for line in read_lines(folder / f"{part}.jsonl"):
            yield part, line


def test_the_loss_account_is_that_of_one_export(corpus: Project, tmp_path: Path) -> None:
    renamed = ExportOptions("conll", takes_all=True, renamed={"TOPIC": "PLACE"})
    split = export_dataset(corpus, tmp_path / "split", renamed, SPLIT).losses
    whole = export(corpus, tmp_path / "whole.conll", renamed)
    split.examples, whole.examples = {}, {}
    assert split == whole


def test_a_part_may_be_empty_and_is_not_told_to_the_library(corpus: Project, tmp_path: Path) -> None:
    done = export_dataset(
        corpus, tmp_path / "out", options("huggingface"), Split((100, 0, 0)), licence="cc-by-4.0"
    )
    assert done.parts["test"].records == 0
    card = (tmp_path / "out" / README).read_text("utf-8")
    assert "split: train" in card
    assert "split: test" not in card
    assert "license: cc-by-4.0\n" in card
    assert orjson.loads((tmp_path / "out" / CROISSANT).read_bytes())["license"] == "cc-by-4.0"


def test_an_empty_project_makes_an_empty_dataset(project: Project, tmp_path: Path) -> None:
    for name in ("jsonl", "conll", "huggingface", "brat"):
        done = export_dataset(project, tmp_path / name, ExportOptions(name), SPLIT)
        assert done.losses.records == 0
        assert "test" in done.parts


def test_what_cannot_be_written_leaves_the_folder_as_it_was(corpus: Project, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "thesis.txt").write_text("عملي", "utf-8")
    with pytest.raises(FileError, match="with files of its own"):
        export_dataset(corpus, mine, options("jsonl"), SPLIT)
    with pytest.raises(FormatError, match="can be read, but not written"):
        export_dataset(corpus, tmp_path / "new", options("spacy-json"), SPLIT)
    assert bytes_of(mine) == {"thesis.txt": "عملي".encode()}
    assert not (tmp_path / "new").exists()


def test_a_newer_dataset_replaces_an_older_one(corpus: Project, tmp_path: Path) -> None:
    export_dataset(corpus, tmp_path / "out", options("brat"), SPLIT)
    export_dataset(corpus, tmp_path / "out", options("jsonl"), SPLIT)
    assert not (tmp_path / "out" / "train").exists()


def blocks(folder: Path) -> list[str]:
    return re.findall(r"```python\n(.*?)```", (folder / README).read_text("utf-8"), re.DOTALL)


@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize(
    "name", ["jsonl", "doccano", "conll", "csv", "tsv", "huggingface", "huggingface-parquet"]
)
def test_the_code_in_the_readme_runs(
    name: str, corpus: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wire(name)
    folder = tmp_path / "out"
    export_dataset(corpus, folder, options(name), SPLIT)
    light = [code for code in blocks(folder) if "spacy" not in code and "datasets" not in code]
    assert light
    monkeypatch.chdir(folder)
    for nth, code in enumerate(light):
        script = tmp_path / f"block{nth}.py"
        script.write_text(code, "utf-8")
        runpy.run_path(str(script))


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", ["jsonl", "spacy", "huggingface", "huggingface-parquet"])
def test_the_code_in_the_readme_for_spacy_and_datasets_runs(
    name: str, corpus: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("spacy")
    pytest.importorskip("datasets")
    for variable in ("HF_DATASETS_OFFLINE", "HF_HUB_OFFLINE"):
        monkeypatch.setenv(variable, "1")
    monkeypatch.setenv("HF_HOME", str(tmp_path / "home"))
    folder = tmp_path / "out"
    export_dataset(corpus, folder, options(name), SPLIT)
    heavy = [code for code in blocks(folder) if "spacy" in code or "datasets" in code]
    assert heavy
    for code in heavy:
        done = subprocess.run(
            [sys.executable, "-X", "utf8", "-c", code],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    if "huggingface" in name:
        counted = (
            "import os, datasets\n"
            "for part, rows in datasets.load_dataset(os.getcwd()).items(): print(part, len(rows))"
        )
        done = subprocess.run(
            [sys.executable, "-c", counted], cwd=folder, capture_output=True, text=True, check=True
        )
        manifest = orjson.loads((folder / MANIFEST).read_bytes())
        told = {name: part["records"] for name, part in manifest["parts"].items()}
        assert dict(line.split() for line in done.stdout.splitlines()) == {k: str(v) for k, v in told.items()}


@pytest.mark.parametrize("licence", [None, "CC-BY-4.0", 'بيت: "الأخبار" #1'])
@pytest.mark.parametrize("name", ["jsonl", "huggingface"])
def test_the_head_of_the_readme_is_yaml_that_the_hub_takes(
    licence: str | None, name: str, corpus: Project, tmp_path: Path
) -> None:
    yaml = pytest.importorskip("yaml")
    export_dataset(corpus, tmp_path / "out", options(name), SPLIT, licence=licence)
    head = yaml.safe_load((tmp_path / "out" / README).read_text("utf-8").split("\n---\n")[0])
    assert head["language"] == ["ar"]
    assert head["task_categories"] == ["token-classification"]
    assert head["size_categories"] == ["n<1K"]
    expected = {None: ("unknown", None), "CC-BY-4.0": ("cc-by-4.0", None)}
    assert (head["license"], head.get("license_name")) == expected.get(licence, ("other", licence))
    if name == "huggingface":
        (config,) = head["configs"]
        assert [file["split"] for file in config["data_files"]] == ["train", "validation", "test"]


def test_tables_of_the_readme_hold_whatever_names_there_are(corpus: Project, tmp_path: Path) -> None:
    export_dataset(corpus, tmp_path / "out", options("jsonl"), SPLIT)
    card = (tmp_path / "out" / README).read_text("utf-8")
    assert "| باسم\\|&lt;b> |" in card
    for line in card.splitlines():
        if line.startswith("| train"):
            assert line.count("|") == 9
