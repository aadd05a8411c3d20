"""The command line: what commands there are, and how they end."""

import io
import os
import signal
import sys
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from annotator.cli import (
    checking,
    exporting,
    importing,
    measuring,
    packing,
    reading,
    reporting,
    safekeeping,
    searching,
)
from annotator.cli.arguments import take_annotator, take_project, text
from annotator.domain.errors import AnnotatorError
from annotator.domain.place import Place, place_of


class OpenWindow(Protocol):
    """Opens the desktop program, on its welcome page or on a project, and returns its exit status."""

    def __call__(
        self, project: Place | None = None, article: str | None = None, annotator: str | None = None
    ) -> int: ...


def build(
    open_window: OpenWindow, self_test: Callable[[], str], print_pdf: Callable[[str], bytes]
) -> ArgumentParser:
    """Put the commands together. The command line knows no window, so what needs Qt comes from outside.

    A command's `does` takes the arguments that it declares by name, and may return an exit status.
    """
    parser = ArgumentParser(
        prog="annotator",
        description="Label Arabic news: offline, saved as you work, right to the code point. "
        "Without a command, the desktop program.",
        allow_abbrev=False,
    )
    parser.set_defaults(does=open_window)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    def add(
        name: str, does: Callable[..., int | None], takes: Callable[[ArgumentParser], None] = _take_nothing
    ) -> None:
        command = commands.add_parser(name, help=does.__doc__, description=does.__doc__, allow_abbrev=False)
        command.set_defaults(does=does)
        takes(command)

    def open_command(project: Place, article: str | None, annotator: str | None) -> int:
        """Open a project in the desktop program."""
        return open_window(project, article, annotator)

    def self_test_command() -> None:
        """Label, save, export and compare, in a temporary folder."""
        print(self_test())

    def report_command(project: Place, out: Path, language: str) -> None:
        """Write progress, agreement and quality as a report."""
        reporting.report_command(print_pdf, project=project, out=out, language=language)

    add("open", open_command, _take_open)
    add("new", new_command, _take_new)
    add("import", importing.import_command, importing.take_import)
    add("export", exporting.export_command, exporting.take_export)
    add("formats", exporting.formats_command, exporting.take_formats)
    add("articles", reading.articles_command, reading.take_articles)
    add("show", reading.show_command, reading.take_show)
    add("search", searching.search_command, searching.take_search)
    add("stats", reading.stats_command, reading.take_stats)
    add("agreement", measuring.agreement_command, measuring.take_agreement)
    add("report", report_command, reporting.take_report)
    add("copy", copy_command, _take_copy)
    add("check", checking.check_command, checking.take_check)
    add("pack", packing.pack_command, packing.take_pack)
    add("merge", packing.merge_command, packing.take_merge)
    add("backup", safekeeping.backup_command, safekeeping.take_backup)
    add("restore", safekeeping.restore_command, safekeeping.take_restore)
    add("rescue", safekeeping.rescue_command, safekeeping.take_rescue)
    add("self-test", self_test_command)
    return parser


def new_command(project: Place, labels: Path | None) -> None:
    """Make an empty project."""
    from annotator.cli.output import say
    from annotator.services.projects import create

    create(project, labels).close()
    say(f"Made {project}.")


def copy_command(project: Place, target: Place) -> None:
    """Copy a project to a database server, or from it to a file."""
    from annotator.cli.output import progress_of, say
    from annotator.services.copying import copy
    from annotator.services.projects import open_project

    with open_project(project) as opened, progress_of("Copying") as progress:
        rows = copy(opened, target, progress)
    say(f"Copied {project} to {target}: {rows:,} rows, read again and compared.")


def run(parser: ArgumentParser) -> int:
    """Run the command line and return its exit status: one plain sentence on stderr for what fails."""
    # Python's own, which a shell turns off for what it runs in the background. Its KeyboardInterrupt is no
    # Exception, so that no library takes it for an error of its own.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # of an old code page, which has no Arabic
    try:
        arguments = vars(parser.parse_args())
        does = arguments.pop("does")
        status = does(**arguments)
        if sys.stdout is not None:  # as in a program of Windows that has no console
            sys.stdout.flush()
    except AnnotatorError as error:
        from annotator.cli.output import plain

        print(plain(error), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Interrupted; nothing was changed.", file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Whoever read the output has seen enough; Python would complain once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return status or 0


def _take_nothing(_: ArgumentParser) -> None:
    pass


def _take_open(parser: ArgumentParser) -> None:
    take_project(parser)
    parser.add_argument("--article", metavar="ID", type=text, help="the article to open")
    take_annotator(parser, "who labels")


def _take_copy(parser: ArgumentParser) -> None:
    take_project(parser)
    parser.add_argument(
        "target", metavar="TARGET", type=place_of, help="where it is copied to: a new project"
    )


def _take_new(parser: ArgumentParser) -> None:
    take_project(parser)
    parser.add_argument("--labels", metavar="FILE.toml", type=Path, help="the label set; news by default")
