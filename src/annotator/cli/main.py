"""The command line: what commands there are, and how they end."""

import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Annotated, NoReturn, Protocol

import typer

from annotator.cli.arguments import ProjectPath
from annotator.cli.exchange import export_command, formats_command, import_command
from annotator.cli.reading import articles_command, check_command, show_command, stats_command
from annotator.domain.errors import AnnotatorError, InterruptedByUserError


class OpenWindow(Protocol):
    """Opens the desktop program, on its welcome page or on a project, and returns its exit status."""

    def __call__(
        self, project: Path | None = None, article: str | None = None, annotator: str | None = None
    ) -> int: ...


def build(open_window: OpenWindow, self_test: Callable[[], str]) -> typer.Typer:
    """Put the commands together. The command line knows no window, so both come from outside."""
    app = typer.Typer(
        help="Label Arabic news: offline, saved as you work, right to the code point.",
        no_args_is_help=False,
        add_completion=False,
        pretty_exceptions_enable=False,
    )

    @app.callback(invoke_without_command=True)
    def welcome(context: typer.Context) -> None:
        if context.invoked_subcommand is None:
            raise typer.Exit(open_window())

    @app.command("open")
    def open_command(
        project: ProjectPath,
        article: Annotated[str | None, typer.Option(metavar="ID", help="The article to open.")] = None,
        annotator: Annotated[str | None, typer.Option(metavar="NAME", help="Who labels.")] = None,
    ) -> None:
        """Open a project in the desktop program."""
        raise typer.Exit(open_window(project, article, annotator))

    app.command("new")(new_command)
    app.command("import")(import_command)
    app.command("export")(export_command)
    app.command("formats")(formats_command)
    app.command("articles")(articles_command)
    app.command("show")(show_command)
    app.command("stats")(stats_command)
    app.command("check")(check_command)

    @app.command("self-test")
    def self_test_command() -> None:
        """Label, save, export and compare, in a temporary folder."""
        typer.echo(self_test())

    return app


def new_command(
    project: ProjectPath,
    labels: Annotated[
        Path | None, typer.Option(metavar="FILE.toml", help="The label set; news by default.")
    ] = None,
) -> None:
    """Make an empty project."""
    from annotator.cli.output import say
    from annotator.services.projects import create

    create(project, labels).close()
    say(f"Made {project}.")


def run(app: typer.Typer) -> int:
    """Run the command line and return its exit status: one plain sentence on stderr for what fails."""
    signal.signal(signal.SIGINT, _interrupt)
    try:
        app()
    except AnnotatorError as error:
        from annotator.cli.output import plain

        print(plain(error), file=sys.stderr)
        return 1
    return 0


def _interrupt(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise InterruptedByUserError("Interrupted; nothing was changed.")
