"""The composition root: builds the program, once."""

import gc
import sys
from pathlib import Path

from annotator.cli.main import build, run


def main() -> None:
    sys.exit(run(build(open_window, self_test)))


def open_window(project: Path | None = None, article: str | None = None, annotator: str | None = None) -> int:
    # Collecting finds nothing among what imports leave, and takes a tenth of the start; the window turns
    # it on again.
    gc.disable()
    # Qt and SQLAlchemy take half a second to import, which `annotator --help` should not.
    from annotator.gui.application import start  # noqa: PLC0415

    return start(project, article, annotator)


def self_test() -> str:
    from annotator.self_test import check_everything  # noqa: PLC0415 - as above

    return check_everything()
