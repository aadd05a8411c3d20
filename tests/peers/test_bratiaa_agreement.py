"""bratiaa finds the same F1 in our export as we in the project, and in the files that it ships."""

import csv
import shutil
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from annotator.quality.agreement import agreement
from annotator.services import measuring
from annotator.services.export_options import ExportOptions
from annotator.services.exporting import export
from annotator.services.importing import ImportOptions, import_files
from annotator.storage.project import Project
from tests.standoff import compared
from tests.texts import write_lines

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

Mark = tuple[int, int, str]


def layer(path: Path) -> tuple[str, list[Mark]]:
    """Read the columns stwr, frame, speaker and intexpr of a REDEWIEDERGABE file; its README tells of them.

    Tokens are joined by spaces. An annotation in several pieces is as many spans.
    """
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    marks: set[Mark] = set()
    open_now: dict[str, tuple[int, str]] = {}
    place = 0
    for row in [*rows, dict.fromkeys(("tok", "stwr", "frame", "speaker", "intexpr"), "-")]:
        cells = [cell for name in ("stwr", "frame", "speaker", "intexpr") for cell in row[name].split("|")]
        # brat's labels have no space.
        here = {cell: cell.split(".")[0].replace(" ", "_") for cell in cells if cell != "-"}
        for cell in open_now.keys() - here.keys():
            start, label = open_now.pop(cell)
            marks.add((start, place - 1, label))
        for cell, label in here.items():
            open_now.setdefault(cell, (place, label))
        place += len(row["tok"]) + 1
    return " ".join(row["tok"] for row in rows), sorted(marks)


@pytest.fixture
def redewiedergabe(shared_data: Path, project: Project, tmp_path: Path) -> Project:
    """Texts that two to nine people labelled, with nested and crossing spans, as a project."""
    lines = []
    for path in sorted((shared_data / "agreement" / "redewiedergabe").glob("*/tsv/rwk1_*.tsv")):
        text, marks = layer(path)
        name = path.parents[1].name
        about = {"id": path.stem, "annotator": name, "status": "submitted"}
        lines.append({**about, "text": text, "label": marks})
    options = ImportOptions(login="x", adds_labels=True)
    import_files(project, [write_lines(tmp_path / "in.jsonl", *lines)], options)
    return project


def pairs_in(root: Path, folder: Path) -> Iterator[tuple[str, str, Path]]:
    """Yield two annotators at a time with a project of what both have: bratiaa wants all of everybody."""
    names = sorted(path.name for path in root.iterdir() if path.is_dir())
    for a, b in combinations(names, 2):
        shared = {path.name for path in (root / a).glob("*.ann")} & {
            path.name for path in (root / b).glob("*.ann")
        }
        pair = folder / f"{a}-{b}"
        for name in (a, b):
            (pair / name).mkdir(parents=True)
            for file in shared:
                for path in (root / name).glob(f"{Path(file).stem}.*"):
                    shutil.copy(path, pair / name)
        for path in (root / a).glob("*.conf"):
            shutil.copy(path, pair)
        if shared:
            yield a, b, pair


def test_bratiaa_finds_in_our_export_what_we_find_in_the_project(
    redewiedergabe: Project, tmp_path: Path
) -> None:
    bratiaa = pytest.importorskip("bratiaa")
    export(redewiedergabe, tmp_path / "out", ExportOptions("brat", takes_all=True))
    ours = {frozenset((pair.a, pair.b)): pair for pair in measuring.agreement(redewiedergabe).pairs}
    compared_pairs = 0
    for a, b, folder in pairs_in(tmp_path / "out", tmp_path / "pairs"):
        theirs = bratiaa.compute_f1_agreement(str(folder))
        pair = ours[frozenset((a, b))]
        assert pair.articles == len(theirs.documents)
        assert pair.f1 == pytest.approx(theirs.mean_sd_total()[0])
        of_labels = dict(zip(theirs.labels, theirs.mean_sd_per_label()[0], strict=True))
        for label, found in pair.labels.items():
            if found.marks_a + found.marks_b:
                assert found.f1 == pytest.approx(of_labels[label]), (a, b, label)
        compared_pairs += 1
    assert compared_pairs == sum(pair.articles > 0 for pair in ours.values()) > 20


@pytest.mark.parametrize("name", ["example-files/example-project", "data/agreement/agree-2"])
def test_bratiaas_own_files_have_the_f1_that_bratiaa_finds(shared_data: Path, name: str) -> None:
    bratiaa = pytest.importorskip("bratiaa")
    root = shared_data / "agreement" / "bratiaa" / name
    theirs = bratiaa.compute_f1_agreement(str(root))
    ours = agreement(compared(root), theirs.annotators)
    assert (ours.f1.mean, ours.f1.sd) == pytest.approx(theirs.mean_sd_total())
    means, deviations = theirs.mean_sd_per_label()
    for label, mean, deviation in zip(theirs.labels, means, deviations, strict=True):
        if label in ours.f1_of_labels:
            found = ours.f1_of_labels[label]
            assert (found.mean, found.sd) == pytest.approx((mean, deviation))
