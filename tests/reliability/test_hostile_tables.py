"""Cases 63 and 64: cells that a spreadsheet would compute, and workbooks that would run or fetch."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.services.export_options import ExportOptions
from annotator.services.exporting import export
from annotator.services.importing import ImportOptions, import_files
from annotator.services.projects import create
from annotator.storage.project import Project
from tests.reliability.hostile import imported
from tests.reliability.test_hostile_markup import CORPUS, Listener, rezipped
from tests.texts import write_lines

FORMULAS = {
    "equals": "=HYPERLINK(1)",
    "at": "@SUM(1)",
    "tab": "\t=1+1",
    "return": "\r=1+1",
    "plus": "+cmd|' /C calc'!A0",
    "minus": "-2+3+cmd|' /C calc'!A0",
    "minus-sum": "-SUM(1)",
    "behind-RLM": "\u200f=1+1",
    "behind-a-mark": "\ufeff\u202b=1+1",
    "behind-a-zero-width": "\u200b@SUM(1)",
    "wide-equals": "＝1+1",
    "wide-plus": "＋cmd|x",
    "quoted": "'=1+1",
}
_COMPUTED = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=@\t\r＝＠]")


@pytest.fixture
def listener() -> Iterator[Listener]:
    made = Listener()
    yield made
    made.close()


@pytest.fixture
def exported(project: Project, tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A folder with the project's formats of tables; everything that people wrote in it is a formula."""
    formula = request.param
    label = formula if formula.isprintable() and not _COMPUTED.match(formula[1:]) else "=A1"
    values = {"id": formula, "text": f"{formula} نص", "title": formula, "spans": [], "note": formula}
    span = {"start": 0, "end": 3, "label": label, "note": formula}
    source = write_lines(tmp_path / "in.jsonl", values | {"spans": [span]})
    import_files(project, [source], ImportOptions(login="=amal", adds_labels=True))
    folder = tmp_path / "out"
    folder.mkdir()
    for form in ("csv", "tsv", "xlsx"):
        export(project, folder / f"a.{form}", ExportOptions(form))
    return folder


@pytest.mark.parametrize(
    "exported", FORMULAS.values(), ids=[f"case-63-{name}" for name in FORMULAS], indirect=True
)
def test_a_cell_is_never_computed_and_read_again_as_it_was(
    exported: Path, project_path: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    formula = request.node.callspec.params["exported"]
    for form, delimiter in (("csv", ","), ("tsv", "\t")):
        text = (exported / f"a.{form}").read_bytes().decode("utf-8-sig")
        rows = [*csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)]
        assert not [cell for row in rows for cell in row if _COMPUTED.match(cell)]
        assert not [cell for row in rows for cell in row if cell.startswith(("+cmd", "-2+3", "-SUM", "＋"))]
    with zipfile.ZipFile(exported / "a.xlsx") as book:
        parts = [book.read(name).decode() for name in book.namelist() if name.endswith(".xml")]
    assert not [part for part in parts if "<f>" in part or "<f " in part]
    for form in ("csv", "tsv", "xlsx"):
        project = tmp_path / f"{form}.annotator"
        create(project).close()
        (found,) = imported(project, exported / f"a.{form}")
        assert found["text"] == f"{formula} نص"
        assert found["meta"]["title"] == formula  # type: ignore[index]


def hostile_workbook(url: str) -> bytes:
    """Return a workbook with a macro, an external link and formulas; the values beside them are news."""
    sheet = "xl/worksheets/sheet1.xml"

    def change(part: str) -> str:
        formulas = (f'WEBSERVICE("{url}")', "[1]Sheet1!A1", "cmd|' /C calc'!A0")
        cells = "".join(
            f'<row r="{nth}"><c r="A{nth}" t="str"><f>{formula.replace(chr(34), "&quot;")}</f>'
            f"<v>خبر {nth}</v></c></row>"
            for nth, formula in enumerate(formulas, 4)
        )
        return part.replace("</sheetData>", f"{cells}</sheetData>")

    data = io.BytesIO(rezipped(CORPUS / "xlsx" / "small.xlsx", sheet, change))
    with zipfile.ZipFile(data, "a") as book:
        book.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))
        relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath"
        book.writestr(
            "xl/externalLinks/_rels/externalLink1.xml.rels",
            f'<Relationships><Relationship Id="rId1" Type="{relation}" Target="{url}" TargetMode="External"/>'
            "</Relationships>",
        )
    return data.getvalue()


def test_case_64_of_a_workbook_values_are_read_and_nothing_is_run_or_fetched(
    project_path: Path, listener: Listener
) -> None:
    path = project_path.with_name("a.xlsx")
    path.write_bytes(hostile_workbook(listener.url))
    texts = [one["text"] for one in imported(project_path, path)]
    assert texts[-3:] == ["خبر 4", "خبر 5", "خبر 6"]
    assert listener.calls() == 0
    assert sorted(file.name for file in project_path.parent.iterdir()) == ["a.xlsx", project_path.name]
