"""The commands import, export and formats."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from annotator.cli.arguments import AsJson, ProjectPath, login
from annotator.domain.article import ArticleState


class State(StrEnum):
    """ArticleState as an option spells it."""

    NEW = "new"
    IN_PROGRESS = "in-progress"
    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    SKIPPED = "skipped"


def import_command(
    project: ProjectPath,
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files, or folders of files.")],
    format_name: Annotated[
        str | None, typer.Option("--format", metavar="NAME", help="See: annotator formats.")
    ] = None,
    annotator: Annotated[
        str | None, typer.Option(metavar="NAME", help="Whose the imported spans are.")
    ] = None,
    adds_labels: Annotated[
        bool, typer.Option("--add-labels", help="Add labels that the project lacks.")
    ] = False,
    encoding: Annotated[
        str | None, typer.Option(metavar="NAME", help="Of text files; found out otherwise.")
    ] = None,
    is_dry_run: Annotated[bool, typer.Option("--dry-run", help="Check everything, change nothing.")] = False,
    report: Annotated[Path | None, typer.Option(metavar="FILE.json", help="Write what was imported.")] = None,
) -> None:
    """Bring articles, and the spans that come with them, into a project."""
    from annotator.cli.output import progress_bar, say
    from annotator.services import reporting
    from annotator.services.importing import ImportOptions, import_files
    from annotator.services.projects import open_project

    options = ImportOptions(
        login=login(),
        annotator=annotator,
        format=format_name,
        encoding=encoding,
        adds_labels=adds_labels,
        is_dry_run=is_dry_run,
    )
    if report:
        reporting.refuse(report, project, *paths)
    with progress_bar("Importing") as progress:
        done = import_files(open_project(project), paths, options, progress)
    if report:
        reporting.write(report, done.as_json())
    counts = done.counts
    say(
        f"{'Would import' if is_dry_run else 'Imported'} {counts.articles:,} articles "
        f"and {counts.spans:,} spans from {len(done.files):,} files."
    )
    if counts.unchanged:
        say(f"{counts.unchanged:,} records were in the project already.")
    for encoding_name in sorted({file.encoding for file in done.files} - {"utf-8"}):
        named = [file.path for file in done.files if file.encoding == encoding_name]
        say(f"Read as {encoding_name}: {', '.join(named[:5])}{' …' if len(named) > 5 else ''}")
    if done.added_labels:
        say(f"Labels added: {', '.join(done.added_labels)}")
    if done.passed_over:
        say(f"Passed over, of no known format: {len(done.passed_over):,} files: {done.passed_over[0]} …")


def export_command(
    project: ProjectPath,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The file to write.")],
    format_name: Annotated[str, typer.Option("--format", metavar="NAME", help="See: annotator formats.")],
    annotator: Annotated[str | None, typer.Option(metavar="NAME", help="Whose layer to take.")] = None,
    takes_all: Annotated[bool, typer.Option("--all-annotators", help="Take every layer.")] = False,
    status: Annotated[
        list[State] | None, typer.Option(help="Only articles in this state; may be repeated.")
    ] = None,
    report: Annotated[Path | None, typer.Option(metavar="FILE.json", help="Write what was exported.")] = None,
) -> None:
    """Write a project's articles and labels to a file."""
    from annotator.cli.output import progress_bar, say
    from annotator.services import reporting
    from annotator.services.exporting import ExportOptions, export
    from annotator.services.projects import open_project

    if annotator and takes_all:
        raise typer.BadParameter("--annotator and --all-annotators exclude each other")
    states = tuple(ArticleState.named(state) for state in status or ())
    options = ExportOptions(format_name, annotator, takes_all=takes_all, states=states)
    if report:
        reporting.refuse(report, project, out)
    with progress_bar("Exporting") as progress:
        records = export(open_project(project), out, options, progress)
    if report:
        reporting.write(report, {"records": records, "format": format_name, "out": str(out)})
    say(f"Wrote {records:,} records to {out}.")


def formats_command(as_json: AsJson = False) -> None:
    """List the file formats, and what each can carry."""
    from annotator.cli.output import print_json, say
    from annotator.services.exporting import formats

    facts = formats()
    if as_json:
        print_json(facts)
        return
    for form in facts:
        ways = " and ".join(way for way, can in (("import", form.reads), ("export", form.writes)) if can)
        say(f"{form.name:<10}{ways:<20}{form.carries}")
