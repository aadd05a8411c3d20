"""Arguments and options that several commands share."""

import getpass
from pathlib import Path
from typing import Annotated

import typer

ProjectPath = Annotated[Path, typer.Argument(metavar="PROJECT", help="The project file, NAME.annotator.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON value.")]


def login() -> str:
    """Return the user's login name, for whom nobody else is named."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user id without a name, as in a container
        return "annotator"
