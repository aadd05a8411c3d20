"""The command report: the figures of a project for people who do not open it."""

from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.cli.arguments import take_project

if TYPE_CHECKING:
    from annotator.domain.place import Place


def take_report(parser: ArgumentParser) -> None:
    take_project(parser)
    parser.add_argument(
        "out", metavar="OUT", type=Path, help="the file to write; .pdf, .html, .xlsx or .json tells its form"
    )
    parser.add_argument("--language", choices=("ar", "en"), default="ar", help="Arabic (ar) or English (en)")


def report_command(print_pdf: Callable[[str], bytes], *, project: "Place", out: Path, language: str) -> None:
    """Write progress, agreement and quality as a report."""
    from annotator.cli.output import progress_of, say
    from annotator.reports.writing import write_report
    from annotator.services.projects import open_project

    with open_project(project) as opened, progress_of("Measuring") as progress:
        write_report(opened, out, language, print_pdf, progress)
    say(f"Wrote the report {out}.")
