"""The software of others reads our files: Label Studio's own checks, bratiaa, dkpro-cassis."""

from pathlib import Path

import orjson
import pytest

from annotator.services.export_options import ExportOptions
from annotator.services.exporting import export
from annotator.services.importing import ImportOptions, import_files
from annotator.storage.project import Project
from tests.texts import write_lines

pytestmark = pytest.mark.slow

TEXT = "🎉 وقّعت أرمينيا وباكو اتفاق سلام."
MARKS = {
    "amal": [(8, 15, "ACTOR"), (17, 21, "PLACE"), (22, 32, "AGREEMENT"), (28, 32, "TOPIC")],
    "basim": [(8, 15, "ACTOR"), (16, 21, "PLACE"), (22, 32, "AGREEMENT")],
}


@pytest.fixture
def labelled(project: Project, tmp_path: Path) -> Project:
    """The same article, labelled by two people who differ."""
    for name, marks in MARKS.items():
        values = {"id": "خبر", "text": TEXT, "label": marks, "annotator": name}
        import_files(project, [write_lines(tmp_path / f"{name}.jsonl", values)], ImportOptions(login="x"))
    return project


def test_label_studio_finds_nothing_wrong(labelled: Project, tmp_path: Path) -> None:
    sdk = pytest.importorskip("label_studio_sdk.label_interface")
    out = tmp_path / "tasks.json"
    export(labelled, out, ExportOptions("labelstudio", takes_all=True))
    interface = sdk.LabelInterface(Path(f"{out}.config.xml").read_text("utf-8"))
    interface.validate()
    (task,) = orjson.loads(out.read_bytes())
    assert interface.validate_task({"data": task["data"]})
    assert task["data"]["annotators"] == ["amal", "basim"]
    for annotation, marks in zip(task["annotations"], MARKS.values(), strict=True):
        assert interface.validate_annotation(annotation)
        found = [item["value"] for item in annotation["result"]]
        assert [(one["start"], one["end"], one["labels"][0]) for one in found] == marks
        assert all(TEXT[one["start"] : one["end"]] == one["text"] for one in found)


def test_label_studio_would_find_a_label_that_is_not_there(labelled: Project, tmp_path: Path) -> None:
    sdk = pytest.importorskip("label_studio_sdk.label_interface")
    out = tmp_path / "tasks.json"
    export(labelled, out, ExportOptions("labelstudio", annotator="amal"))
    interface = sdk.LabelInterface(Path(f"{out}.config.xml").read_text("utf-8"))
    (task,) = orjson.loads(out.read_bytes())
    task["annotations"][0]["result"][0]["value"]["labels"] = ["NOBODY"]
    assert not interface.validate_annotation(task["annotations"][0])


def test_bratiaa_measures_what_two_annotators_share(labelled: Project, tmp_path: Path) -> None:
    bratiaa = pytest.importorskip("bratiaa")
    out = tmp_path / "standoff"
    export(labelled, out, ExportOptions("brat", takes_all=True))
    assert sorted(path.name for path in out.iterdir() if path.is_dir()) == ["amal", "basim"]
    for path in (out / "amal").glob("*.conf"):  # which bratiaa looks for above the annotators
        (out / path.name).write_bytes(path.read_bytes())
    agreement = bratiaa.compute_f1_agreement(str(out))
    (mean, _), _ = agreement.mean_sd_total(), None
    shared = len(set(MARKS["amal"]) & set(MARKS["basim"]))
    assert mean == pytest.approx(2 * shared / sum(map(len, MARKS.values())))


@pytest.mark.parametrize(("form", "ending"), [("uima", ".xmi"), ("uima-json", ".json")])
def test_cassis_finds_every_span(labelled: Project, tmp_path: Path, form: str, ending: str) -> None:
    cassis = pytest.importorskip("cassis")
    out = tmp_path / "cas"
    export(labelled, out, ExportOptions(form, annotator="amal"))
    (path,) = out.glob(f"*{ending}")
    with path.open("rb") as file:
        if form == "uima":
            with (out / "TypeSystem.xml").open("rb") as types:
                cas = cassis.load_cas_from_xmi(file, typesystem=cassis.load_typesystem(types))
        else:
            cas = cassis.load_cas_from_json(file)
    found = cas.select("webanno.custom.Annotator")
    assert cas.sofa_string == TEXT
    assert sorted((one.begin, one.end, one.value) for one in found) == sorted(MARKS["amal"])
    assert {one.get_covered_text() for one in found} == {TEXT[start:end] for start, end, _ in MARKS["amal"]}
