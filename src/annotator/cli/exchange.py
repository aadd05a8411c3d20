"""The commands import, export and formats."""

from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.cli.arguments import login, take_annotator, take_json, take_project
from annotator.domain.article import ArticleState
from annotator.domain.offsets import OffsetUnit
from annotator.domain.policies import Fitting, Nesting, Policy

if TYPE_CHECKING:
    from annotator.domain.losses import Losses
    from annotator.services.importing import ImportedFile, ImportReport

_FIRST = 5
_STATES = [state.value.replace(" ", "-") for state in ArticleState]


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
    parser.add_argument("--encoding", metavar="NAME", help="of text files; found out otherwise")
    parser.add_argument(
        "--offset-unit",
        metavar="UNIT",
        type=OffsetUnit,
        choices=[*OffsetUnit],
        help=f"what offsets count: {', '.join(OffsetUnit)}; found out otherwise",
    )
    parser.add_argument(
        "--dry-run", dest="is_dry_run", action="store_true", help="check everything, change nothing"
    )
    parser.add_argument("--report", metavar="FILE.json", type=Path, help="write what was imported")


def import_command(
    *,
    project: Path,
    paths: list[Path],
    format_name: str,
    annotator: str | None,
    adds_labels: bool,
    encoding: str | None,
    offset_unit: OffsetUnit | None,
    is_dry_run: bool,
    report: Path | None,
) -> None:
    """Bring articles, and the spans that come with them, into a project."""
    from annotator.cli.output import progress_of
    from annotator.services import reporting
    from annotator.services.importing import ImportOptions, import_files
    from annotator.services.projects import open_project

    options = ImportOptions(
        login=login(),
        annotator=annotator,
        format=None if format_name == "auto" else format_name,
        encoding=encoding,
        offset_unit=offset_unit,
        adds_labels=adds_labels,
        is_dry_run=is_dry_run,
    )
    if report:
        reporting.refuse(report, project, *paths)
    with open_project(project) as opened, progress_of("Importing") as progress:
        done = import_files(opened, paths, options, progress)
        if report:
            reporting.write(report, done.as_json())
    _say_report(done)


def _say_report(done: "ImportReport") -> None:
    from annotator.cli.output import say

    counts = done.counts
    say(
        f"{'Would import' if done.is_dry_run else 'Imported'} {counts.articles:,} articles "
        f"and {counts.spans:,} spans from {len(done.files):,} files."
    )
    if counts.unchanged:
        say(f"{counts.unchanged:,} records were in the project already.")
    for encoding_name in sorted({file.encoding for file in done.files} - {"utf-8"}):
        named = [file.path for file in done.files if file.encoding == encoding_name]
        say(f"Read as {encoding_name}: {', '.join(named[:5])}{' …' if len(named) > 5 else ''}")
    if done.added_labels:
        say(f"Labels added: {', '.join(done.added_labels)}")
    if done.hidden:
        found = ", ".join(f"{count:,} {name}" for name, count in done.hidden.most_common())
        say(f"Characters that are not seen, kept as they are: {found}")
    for file in done.files:
        _say_remarks(file)
    if done.passed_over:
        say(f"Passed over, of no known format: {len(done.passed_over):,} files: {done.passed_over[0]} …")


def _say_remarks(file: "ImportedFile") -> None:
    from annotator.cli.output import say

    for line, sentence in file.remarks[:_FIRST]:
        say(f"{file.path}{f', line {line}' if line else ''}: {sentence}.")
    if file.remark_count > _FIRST:
        say(f"{file.path}: {file.remark_count - _FIRST:,} more like these; --report has them.")


def take_export(parser: ArgumentParser) -> None:
    take_project(parser)
    parser.add_argument("out", metavar="OUT", type=Path, help="the file to write")
    parser.add_argument(
        "--format", dest="format_name", metavar="NAME", required=True, help="see: annotator formats"
    )
    layers = parser.add_mutually_exclusive_group()
    layers.add_argument("--annotator", metavar="NAME", help="whose layer to take")
    layers.add_argument("--all-annotators", dest="takes_all", action="store_true", help="take every layer")
    parser.add_argument(
        "--status",
        action="append",
        default=[],
        choices=_STATES,
        help="only articles in this state; may be repeated",
    )
    parser.add_argument(
        "--map",
        dest="renamed",
        metavar="OLD=NEW",
        action="append",
        type=_pair,
        default=[],
        help="write a label under another name; may be repeated",
    )
    parser.add_argument(
        "--policy",
        type=Policy,
        choices=[*Policy],
        default=Policy.SPLIT,
        help="what becomes of a span that begins or ends within a word, where a format knows but words",
    )
    parser.add_argument(
        "--nested",
        type=Nesting,
        choices=[*Nesting],
        default=Nesting.OUTERMOST,
        help="which of nested spans become tags; layers: all, in columns",
    )
    parser.add_argument("--report", metavar="FILE.json", type=Path, help="write what was exported, and lost")


def _pair(argument: str) -> tuple[str, str]:
    old, equals, new = argument.partition("=")
    if not (old and equals and new):
        raise ArgumentTypeError(f"not OLD=NEW: {argument}")
    return old, new


def export_command(
    *,
    project: Path,
    out: Path,
    format_name: str,
    annotator: str | None,
    takes_all: bool,
    status: list[str],
    renamed: list[tuple[str, str]],
    policy: Policy,
    nested: Nesting,
    report: Path | None,
) -> None:
    """Write a project's articles and labels to a file."""
    from annotator.cli.output import progress_of, say
    from annotator.services import reporting
    from annotator.services.exporting import ExportOptions, export
    from annotator.services.projects import open_project

    states = tuple(ArticleState.named(state) for state in status)
    options = ExportOptions(
        format_name,
        annotator,
        takes_all=takes_all,
        states=states,
        renamed=dict(renamed),
        fitting=Fitting(policy, nested),
    )
    if report:
        reporting.refuse(report, project, out)
    with open_project(project) as opened, progress_of("Exporting") as progress:
        losses = export(opened, out, options, progress)
        if report:
            reporting.write(report, {"format": format_name, "out": str(out), **losses.as_json()})
    say(f"Wrote {losses.records:,} records to {out}.")
    _say_losses(losses)


def _say_losses(losses: "Losses") -> None:
    from annotator.cli.output import say

    changes = ", ".join(f"{count:,} {change}" for change, count in losses.changes.most_common())
    if changes:
        say(f"Of {losses.spans:,} spans: {changes}.")
    if losses.changed_texts:
        say(f"Texts that the format cannot hold as they are: {losses.changed_texts:,}.")
    if losses.not_carried:
        left = ", ".join(f"{feature} ({count:,})" for feature, count in losses.not_carried.most_common())
        say(f"Not carried by this format: {left}.")
    if losses.lost:
        say(f"A re-import would not give back {losses.lost:,} of {losses.spans:,} spans exactly.")
        for example in losses.examples.get("lost", ()):
            say(f"  {example.article}, {example.start}–{example.end} {example.label}: {example.text}")


def take_formats(parser: ArgumentParser) -> None:
    take_json(parser)


def formats_command(*, as_json: bool) -> None:
    """List the file formats, and what each can carry."""
    from annotator.cli.output import print_json, say
    from annotator.services.exporting import formats

    facts = formats()
    if as_json:
        print_json(facts)
        return
    for form in facts:
        ways = " and ".join(way for way, can in (("import", form.reads), ("export", form.writes)) if can)
        say(f"{form.name:<19}{ways:<19}{form.about}")
        say(f"{'':<38}text, {', '.join(form.carries)}" if form.carries else f"{'':<38}text")
