"""The composition root: builds the program, once."""

import gc
import sys
from importlib import import_module
from pathlib import Path

from annotator.cli.main import build, run


def main() -> None:
    sys.exit(run(build(open_window, self_test)))


def open_window(project: Path | None = None, article: str | None = None, annotator: str | None = None) -> int:
    # Collecting finds nothing among what imports leave, and takes a tenth of the start; the window turns
    # it on again.
    gc.disable()
    # Qt and SQLAlchemy take most of the start, which `annotator --help` should not. SQLAlchemy goes first:
    # PySide looks into every import after its own, and makes it half as slow again.
    import_module("annotator.services.browsing")
    from annotator.gui.application import start  # noqa: PLC0415

    return start(project, article, annotator)


def self_test() -> str:
    from annotator.self_test import check_everything  # noqa: PLC0415 - as above

    return check_everything()
