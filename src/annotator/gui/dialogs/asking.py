"""Questions that the system's own dialogs ask."""

from pathlib import Path

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


def show_bug(parent: QWidget | None, report: str) -> None:
    """Show an error that is the program's own; the report names places in the program, never any text."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(tr("Something went wrong"))
    box.setText(tr("The program made an error. What was shown as saved is saved."))
    box.setInformativeText(tr("Please send the report below to the people who make Annotator."))
    box.setDetailedText(report)
    box.exec()


def _pattern() -> str:
    return tr("Projects ({suffixes})").format(suffixes=f"*{SUFFIX}")
