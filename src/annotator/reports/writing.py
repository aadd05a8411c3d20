"""A report into a file, by the ending of its name."""

from collections.abc import Callable
from pathlib import Path

import orjson

from annotator.domain.errors import FileError
from annotator.domain.progress import Progress, silent
from annotator.formats.files import written_whole
from annotator.quality.agreement import Agreement
from annotator.reports.html import page
from annotator.reports.report import as_table, make_report
from annotator.reports.tables import Report
from annotator.reports.workbook import workbook
from annotator.services import reporting
from annotator.services.agreement_json import as_json
from annotator.storage.project import Project

Print = Callable[[str], bytes]
"""Makes a PDF of an HTML page, which only the window's library can."""

ENDINGS = (".pdf", ".html", ".xlsx", ".json")


def write_report(
    project: Project, out: Path, language: str, print_pdf: Print, progress: Progress = silent
) -> None:
    """Measure a project and write it as PDF, HTML, Excel or JSON. Raises FileError."""
    check(project, out)
    report, measured = make_report(project, language, progress=progress)
    write(out, report, measured, print_pdf)


def check(project: Project, out: Path) -> None:
    """Raise FileError, before any work, for what cannot be a report's file."""
    if out.suffix.lower() not in ENDINGS:
        raise FileError(
            "{path}: a report ends with {endings}.", path=out, endings=", ".join(name for name in ENDINGS)
        )
    reporting.refuse(out, project.place)


def write(out: Path, report: Report, measured: Agreement, print_pdf: Print) -> None:
    """Write a report that was made, in the form that the file's ending says. Raises FileError."""
    match out.suffix.lower():
        case ".pdf":
            content = print_pdf(page(report, is_mirrored=True))
        case ".html":
            content = page(report).encode()
        case ".xlsx":
            content = workbook(report)
        case _:
            content = _json(report, measured)
    with written_whole(out) as file:
        file.write(content)


def _json(report: Report, measured: Agreement) -> bytes:
    value = {
        "title": report.title,
        "facts": dict(report.facts),
        "tables": {table.name: as_table(table) for table in report.tables},
        "agreement": as_json(measured),
    }
    return orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
