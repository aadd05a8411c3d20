"""Writes the sheet of keys into the pages of Help, from the program's own actions: `make pictures`."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from annotator.formats import label_file
from annotator.gui.application import make_window
from annotator.gui.help.key_sheet import key_sheet
from annotator.gui.help.pages import Page, with_sheet
from annotator.gui.settings import Settings
from annotator.gui.text.caret import Arrows
from annotator.gui.translation import Language
from annotator.resources import help_folder, resource


def main() -> None:
    for path, text in written(QApplication([])):
        path.write_text(text, "utf-8")


def written(app: QApplication) -> Iterator[tuple[Path, str]]:
    """Yield each page of keys with what belongs in it: the keys that a new project has from the start."""
    labels = label_file.read(resource("labels", "news.toml"))
    with tempfile.TemporaryDirectory() as name:
        window = make_window(app, Settings(QSettings(f"{name}/settings.ini", QSettings.Format.IniFormat)))
        for language in Language:
            window.use_language(language)
            window.retranslate()
            path = help_folder() / language / f"{Page.KEYS}.md"
            yield (
                path,
                with_sheet(path.read_text("utf-8"), key_sheet(window.actions_, labels, Arrows.READING)),
            )
        window.close()


if __name__ == "__main__":
    main()
