"""Where a project lies, and what may happen to it there."""

from pathlib import Path

from annotator.domain.errors import AnnotatorError
from annotator.storage.network import is_on_network

_CLOUDS = (
    "dropbox",
    "onedrive",
    "google drive",
    "googledrive",
    "my drive",
    "icloud drive",
    "mobile documents",
    "nextcloud",
    "owncloud",
    "pcloud drive",
    "pclouddrive",
    "mega",
    "megasync",
    "yandex.disk",
    "box sync",
    "seafile",
    "proton drive",
    "synologydrive",
)
_MARKS = (".stfolder", ".dropbox", ".owncloudsync.log", ".sync_.db")
"""What Syncthing, Dropbox and ownCloud leave in a folder that they keep the same elsewhere."""


def doubt(path: Path) -> AnnotatorError | None:
    """Return what is to be said of a project's place: on a network, or where a program copies files away."""
    place = path.absolute()
    if is_on_network(place):
        return AnnotatorError(
            "{path} lies on another computer. Nobody else should work on it there meanwhile; "
            "for a team, a server is safer.",
            path=path,
        )
    if any(_is_in_cloud(folder) for folder in place.parents):
        return AnnotatorError(
            "{path} lies in a folder that is copied to other computers, perhaps while it is half written. "
            "Keep it elsewhere, and put backups or packages there.",
            path=path,
        )
    return None


def _is_in_cloud(folder: Path) -> bool:
    # A company's folder of OneDrive is called “OneDrive - Company”.
    name = folder.name.lower().partition(" - ")[0]
    return name in _CLOUDS or any((folder / mark).exists() for mark in _MARKS)
