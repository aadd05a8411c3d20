"""The composition root: builds the program, once."""

import builtins
import gc
import sys
from importlib import import_module
from runpy import run_module

from annotator.cli.main import build, run
from annotator.domain.place import Place
from annotator.formats.workers import WORKER


def main() -> None:
    if sys.argv[1:2] == [WORKER] and getattr(sys, "frozen", False):
        module = sys.argv[2]
        sys.argv[1:] = sys.argv[3:]
        run_module(module, run_name="__main__")
        return
    sys.exit(run(build(open_window, self_test, print_pdf)))


def open_window(
    project: Place | None = None, article: str | None = None, annotator: str | None = None
) -> int:
    # Collecting finds nothing among what imports leave, and takes a tenth of the start; the window does it
    # by itself.
    gc.disable()
    # Qt and SQLAlchemy take most of the start, which `annotator --help` should not. SQLAlchemy goes first:
    # after PySide it takes longer. PySide reads the source of whatever is imported after it, to find out
    # whether it writes Qt's names in snake case; ours does not, so the import of before is put back.
    import_module("annotator.services.browsing")
    import_plainly = builtins.__import__
    import_module("PySide6.QtCore")
    builtins.__import__ = import_plainly
    from annotator.gui.application import start  # noqa: PLC0415

    return start(project, article, annotator)


def self_test() -> str:
    from annotator.self_test import check_everything  # noqa: PLC0415 - as above

    return check_everything()


def print_pdf(html: str) -> bytes:
    """Make a PDF of an HTML page, without a screen too."""
    from annotator.gui.application import printed  # noqa: PLC0415 - as above

    return printed(html)
