"""The command import."""

from argparse import ArgumentParser
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.cli.arguments import each_once, login, omission, take_annotator, take_project
from annotator.domain.offsets import OffsetUnit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.domain.place import Place
    from annotator.services.importing import ImportedFile, ImportOptions, ImportReport

_FIRST = 10


def take_import(parser: ArgumentParser) -> None:
    take_project(parser)
    parser.add_argument("paths", metavar="PATH", nargs="+", type=Path, help="files, or folders of files")
    parser.add_argument(
        "--format", dest="format_name", metavar="NAME", default="auto", help="see: annotator formats"
    )
    take_annotator(parser, "whose the imported spans are")
    parser.add_argument(
        "--add-labels", dest="adds_labels", action="store_true", help="add labels that the project lacks"
    )
    parser.add_argument(
        "--column",
        dest="columns",
        metavar="NAME=KEY",
        type=omission,
        action="append",
        default=[],
        help="keep a column of a table, or metadata, as text, external_id, title, source, published, url or "
        "another key; NAME= leaves it out; may be repeated",
    )
    parser.add_argument("--encoding", metavar="NAME", help="of text files; found out otherwise")
    parser.add_argument(
        "--offset-unit",
        metavar="UNIT",
        type=OffsetUnit,
        choices=[*OffsetUnit],
        help=f"what offsets count: {', '.join(OffsetUnit)}; found out otherwise",
    )
    parser.add_argument(
        "--near-duplicates",
        dest="copies",
        choices=("keep", "report", "skip", "link"),
        default="keep",
        help="look for articles that are nearly the same as older ones: name them, leave them out, "
        "or keep them with the name of the original",
    )
    parser.add_argument(
        "--dry-run", dest="is_dry_run", action="store_true", help="check everything, change nothing"
    )
    parser.add_argument("--report", metavar="FILE.json", type=Path, help="write what was imported")


def import_command(
    *,
    project: "Place",
    paths: list[Path],
    format_name: str,
    annotator: str | None,
    columns: list[tuple[str, str]],
    adds_labels: bool,
    encoding: str | None,
    offset_unit: OffsetUnit | None,
    copies: str,
    is_dry_run: bool,
    report: Path | None,
) -> None:
    """Bring articles, and the spans that come with them, into a project."""
    from annotator.cli.output import progress_of
    from annotator.services import reporting
    from annotator.services.copies import Copies
    from annotator.services.importing import ImportOptions, import_files
    from annotator.services.projects import open_project

    options = ImportOptions(
        login=login(),
        annotator=annotator,
        format=None if format_name == "auto" else format_name,
        encoding=encoding,
        offset_unit=offset_unit,
        columns=each_once(columns, "--column"),
        adds_labels=adds_labels,
        copies=Copies(copies),
        is_dry_run=is_dry_run,
    )
    if report:
        reporting.refuse(report, project, *paths)
    with open_project(project) as opened, progress_of("Importing") as progress:
        done = import_files(opened, paths, options, progress)
        if report:
            reporting.write(report, done.as_json())
    _say_report(done, options)


def _say_report(done: "ImportReport", options: "ImportOptions") -> None:
    from annotator.cli.output import counted, say

    counts = done.counts
    say(
        f"{'Would import' if done.is_dry_run else 'Imported'} {counted(counts.articles, 'article')} "
        f"and {counted(counts.spans, 'span')} from {counted(len(done.files), 'file')}."
    )
    if counts.unchanged:
        say(f"In the project already: {counted(counts.unchanged, 'record')}; its metadata stay as they were.")
    for encoding_name in sorted({file.encoding for file in done.files} - {"utf-8"}):
        named = [file.path for file in done.files if file.encoding == encoding_name]
        say(f"Read as {encoding_name}: {', '.join(named[:5])}{' …' if len(named) > 5 else ''}")
    if done.added_labels:
        say(f"Labels added: {', '.join(done.added_labels)}")
    if done.hidden:
        found = ", ".join(f"{count:,} {name}" for name, count in done.hidden.most_common())
        say(f"Characters that are not seen, kept as they are: {found}")
    _say_remarks(done.files)
    _say_copies(done, options)
    if done.passed_over:
        say(f"Passed over, of no known format: {len(done.passed_over):,} files: {done.passed_over[0]} …")


def _say_copies(done: "ImportReport", options: "ImportOptions") -> None:
    from annotator.cli.output import counted, say
    from annotator.services.copies import Copies

    if not done.copies:
        return
    ending = f", left out with {counted(done.left_out, 'span')}" if options.copies is Copies.SKIP else ""
    say(f"Nearly the same as older articles: {len(done.copies):,}{ending}.")
    for path, line, name in done.copies[:_FIRST]:
        say(f"  {path}, line {line}: {name}")
    if len(done.copies) > _FIRST:
        say(f"  and {len(done.copies) - _FIRST:,} more; --report FILE.json names them")


def _say_remarks(files: "Sequence[ImportedFile]") -> None:
    from annotator.cli.output import say

    told = [(file.path, line, sentence) for file in files for line, sentence in file.remarks]
    for path, line, sentence in told[:_FIRST]:
        say(f"{path}{f', line {line}' if line else ''}: {sentence}.")
    count = sum(file.remark_count for file in files)
    if count > _FIRST:
        say(f"There are {count - _FIRST:,} more remarks like these; --report FILE.json keeps them.")
