"""Questions that the system's own dialogs ask."""

from itertools import count
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from annotator.gui.translation import tr

SUFFIX = ".annotator"


def new_project(parent: QWidget) -> Path | None:
    suggested = str(Path.home() / f"{tr('news')}{SUFFIX}")
    name, _ = QFileDialog.getSaveFileName(parent, tr("New project"), suggested, _pattern())
    path = Path(name)
    return (path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)) if name else None


def project_to_open(parent: QWidget) -> Path | None:
    name, _ = QFileDialog.getOpenFileName(parent, tr("Open project"), str(Path.home()), _pattern())
    return Path(name) if name else None


def files_to_import(parent: QWidget) -> list[Path]:
    pattern = tr("Articles ({suffixes})").format(suffixes="*.txt *.jsonl *.ndjson")
    every = tr("All files ({suffixes})").format(suffixes="*")
    names, _ = QFileDialog.getOpenFileNames(
        parent, tr("Import articles"), str(Path.home()), f"{pattern};;{every}"
    )
    return [Path(name) for name in names]


def packages_to_take_in(parent: QWidget) -> list[Path]:
    names, _ = QFileDialog.getOpenFileNames(parent, tr("Take in work packages"), str(Path.home()), _pattern())
    return [Path(name) for name in names]


def folder_to_import(parent: QWidget) -> list[Path]:
    name = QFileDialog.getExistingDirectory(parent, tr("Import a folder"), str(Path.home()))
    return [Path(name)] if name else []


def copy_to_make(parent: QWidget, path: Path) -> Path | None:
    """Ask for a new file beside a project's, under a name that nothing has yet."""
    names = (path.with_stem(f"{path.stem} {number}") for number in count(2))
    suggested = next(name for name in names if not name.exists())
    name, _ = QFileDialog.getSaveFileName(parent, tr("Save as"), str(suggested), _pattern())
    chosen = Path(name)
    return (chosen if chosen.suffix == SUFFIX else chosen.with_name(chosen.name + SUFFIX)) if name else None


def is_wanted(parent: QWidget, title: str, said: str, go: str) -> bool:
    """Ask something that is answered by what a button says, or not at all."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(said)
    wanted = box.addButton(go, QMessageBox.ButtonRole.AcceptRole)
    box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(wanted)
    box.exec()
    return box.clickedButton() is wanted


def _pattern() -> str:
    return tr("Projects ({suffixes})").format(suffixes=f"*{SUFFIX}")
