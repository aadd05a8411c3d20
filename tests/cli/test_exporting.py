"""The command export: what it chooses, how it names labels, what it says of losses, and datasets."""

from pathlib import Path

import orjson
import pytest

from tests.cli.conftest import Annotator
from tests.texts import read_lines, write_lines

TEXT = "وقّعت أرمينيا وباكو اتفاق سلام."
SPANS = [[6, 13, "ACTOR"], [15, 19, "PLACE"], [20, 30, "AGREEMENT"], [26, 30, "TOPIC"]]


@pytest.fixture
def project(annotator: Annotator, project_path: Path, tmp_path: Path) -> Path:
    lines = [
        {"id": 1, "text": TEXT, "label": SPANS, "source": "وكالة", "date": "2025-11-19"},
        {"id": 2, "text": f"{TEXT} ثم زار طهران", "label": [], "source": "صحيفة", "date": "2025-12-01"},
        {"id": 3, "text": "لا وسوم هنا ولا تاريخ", "label": []},
    ]
    annotator("import", project_path, write_lines(tmp_path / "in.jsonl", *lines)).succeeds()
    return project_path


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        ((), "123"),
        (("--source", "وكالة"), "1"),
        (("--source", "وكالة", "--source", "صحيفة"), "12"),
        (("--since", "2025-11-19"), "12"),
        (("--since", "2025-11-20"), "2"),
        (("--until", "2025-11-19"), "1"),
        (("--query", "إيران"), ""),
        (("--query", "طهران"), "2"),
        (("--query", "باكو سلام"), "12"),
        (("--without-empty",), "1"),
        (("--label", "TOPIC", "--without-empty"), "1"),
        (("--label", "TOPIC", "--source", "صحيفة", "--without-empty"), ""),
    ],
)
def test_an_export_takes_what_is_asked_for(
    annotator: Annotator, project: Path, tmp_path: Path, options: tuple[str, ...], ids: str
) -> None:
    out = tmp_path / "out.jsonl"
    annotator("export", project, out, "--format", "jsonl", *options).succeeds()
    assert "".join(str(line["external_id"]) for line in read_lines(out)) == ids


def test_only_the_labels_asked_for_are_written_under_the_names_asked_for(
    annotator: Annotator, project: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.jsonl"
    options = ("--label", "ACTOR", "--label", "PLACE", "--map", "ACTOR=PER", "--map", "PLACE=LOC")
    annotator("export", project, out, "--format", "jsonl", *options).succeeds()
    first = read_lines(out)[0]
    assert [(span["label"], span["text"]) for span in first["spans"]] == [("PER", "أرمينيا"), ("LOC", "باكو")]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--label", "NOBODY"), "no label NOBODY"),
        (("--map", "NOBODY=PER"), "no label NOBODY"),
        (("--seed", "1"), "name a split too"),
        (("--split", "80/30"), "80/30 is no split"),
        (("--split", "a/b"), "a/b is no split"),
    ],
)
def test_what_cannot_be_asked_for_is_refused(
    annotator: Annotator, project: Path, tmp_path: Path, options: tuple[str, ...], said: str
) -> None:
    annotator("export", project, tmp_path / "out.jsonl", "--format", "jsonl", *options).refuses(said)
    assert not (tmp_path / "out.jsonl").exists()


@pytest.mark.parametrize(
    ("options", "counts"),
    [
        ((), {"split": 1, "widened": 0, "flattened": 1, "dropped": 0, "lost": 1}),
        (("--policy", "widen"), {"split": 0, "widened": 1, "flattened": 1, "dropped": 0, "lost": 2}),
        (("--policy", "drop"), {"split": 0, "widened": 0, "flattened": 1, "dropped": 1, "lost": 2}),
        (("--nested", "innermost"), {"split": 1, "widened": 0, "flattened": 1, "dropped": 0, "lost": 1}),
        (("--nested", "layers"), {"split": 1, "widened": 0, "flattened": 0, "dropped": 0, "lost": 0}),
        (("--map", "AGREEMENT=TOPIC"), {"split": 1, "merged": 0, "flattened": 1, "lost": 1}),
    ],
)
def test_an_export_ends_with_an_account_of_what_is_lost(
    annotator: Annotator, project: Path, tmp_path: Path, options: tuple[str, ...], counts: dict[str, int]
) -> None:
    out, report = tmp_path / "out.conll", tmp_path / "report.json"
    done = annotator("export", project, out, "--format", "conll", "--report", report, *options).succeeds()
    told = orjson.loads(report.read_bytes())
    assert told["spans"] == 4
    assert {name: told[name] for name in counts} == counts
    assert ("would not give back" in done.out) == bool(counts["lost"])


def test_spans_that_become_one_under_a_new_name_are_counted(
    annotator: Annotator, project_path: Path, tmp_path: Path
) -> None:
    line = {"text": TEXT, "label": [[6, 13, "ACTOR"], [6, 13, "PLACE"]]}
    annotator("import", project_path, write_lines(tmp_path / "in.jsonl", line)).succeeds()
    out, report = tmp_path / "out.jsonl", tmp_path / "report.json"
    options = ("--map", "ACTOR=LOC", "--map", "PLACE=LOC", "--report", report)
    annotator("export", project_path, out, "--format", "jsonl", *options).succeeds()
    told = orjson.loads(report.read_bytes())
    assert (told["spans"], told["merged"], told["lost"]) == (2, 1, 1)


def test_a_split_makes_the_same_dataset_twice(annotator: Annotator, project: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        options = ("--format", "jsonl", "--split", "50/25/25", "--seed", "7", "--licence", "cc-by-4.0")
        annotator("export", project, tmp_path / name, *options).succeeds()
    files = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert {"train.jsonl", "validation.jsonl", "test.jsonl", "README.md", "SHA256SUMS"} <= {*files}
    assert [(tmp_path / "one" / name).read_bytes() for name in files] == [
        (tmp_path / "two" / name).read_bytes() for name in files
    ]


def test_a_folder_with_files_of_its_own_is_not_overwritten(
    annotator: Annotator, project: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "mine.txt").write_text("mine")
    annotator("export", project, folder, "--format", "brat").refuses("files of its own")
    assert [path.name for path in folder.iterdir()] == ["mine.txt"]
    (folder / "mine.txt").unlink()
    annotator("export", project, folder, "--format", "brat").succeeds()
    annotator("export", project, folder, "--format", "txt").succeeds()
    assert not list(folder.glob("*.ann"))


def test_another_project_is_not_overwritten(annotator: Annotator, project: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.annotator"
    annotator("new", other).succeeds()
    before = other.read_bytes()
    annotator("export", project, other, "--format", "jsonl").refuses("is an Annotator project")
    assert other.read_bytes() == before


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--source", "لا أحد"), "no articles from"),
        (("--map", "ACTOR=a\tb"), "invisible characters"),
        (("--map", f"ACTOR={'x' * 200}"), "at most 100 characters"),
        (("--map", "ACTOR=A", "--map", "ACTOR=B"), "names ACTOR twice"),
        (("--policy", "drop"), "has no tags"),
        (("--nested", "layers"), "has no tags"),
    ],
)
def test_what_means_nothing_is_refused(
    annotator: Annotator, project: Path, tmp_path: Path, options: tuple[str, ...], sentence: str
) -> None:
    annotator("export", project, tmp_path / "out.jsonl", "--format", "jsonl", *options).refuses(sentence)
    assert not (tmp_path / "out.jsonl").exists()


def test_a_format_without_annotators_takes_one(annotator: Annotator, project: Path, tmp_path: Path) -> None:
    line = {"text": TEXT, "id": 1, "annotator": "badr", "spans": [{"start": 0, "end": 3, "label": "ACTOR"}]}
    annotator("import", project, write_lines(tmp_path / "b.jsonl", line)).succeeds()
    everything = ("--format", "doccano", "--all-annotators")
    annotator("export", project, tmp_path / "out.jsonl", *everything).refuses("name one annotator")
