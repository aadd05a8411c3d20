"""Finds the files that come with the program: fonts, icons, labels, translations, the sample."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def resource(*parts: str) -> Path:
    """Return the path of a resource: in an installed package, or beside the sources of an editable one."""
    installed = _PACKAGE / "_resources"
    folder = installed if installed.is_dir() else _PACKAGE.parents[1] / "resources"
    return folder.joinpath(*parts)


def help_folder() -> Path:
    """Return the folder with the pages of Help, by language: beside the sources it is the documentation's."""
    installed = resource("help")
    return installed if installed.is_dir() else _PACKAGE.parents[1] / "docs" / "help"
