"""What kind of a place a project's file lies in."""

import sys
from pathlib import Path
from typing import Literal

Risk = Literal["network", "cloud"]

_NETWORKS = frozenset(
    (
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "fuse.sshfs",
        "afs",
        "9p",
        "fuse.gvfsd-fuse",
        "davfs",
        "fuse.davfs",
    )
)
_CLOUDS = (
    "dropbox",
    "onedrive",
    "google drive",
    "googledrive",
    "icloud",
    "nextcloud",
    "owncloud",
    "syncthing",
)
_MOUNTS = Path("/proc/self/mounts")


def risk_of(path: Path) -> Risk | None:
    """Tell whether a file lies where SQLite's locks may not hold, or is copied elsewhere while it is open.

    A network is known from the table of mounts (Linux), or from how its paths begin (Windows); the folder of
    a cloud from its name.
    """
    place = path.absolute()
    if _file_system(place) in _NETWORKS or str(place).startswith("\\\\"):
        return "network"
    names = [part.casefold() for part in place.parts[:-1]]
    is_cloud = any(name.startswith(cloud) for name in names for cloud in _CLOUDS)
    return "cloud" if is_cloud or "mobile documents" in names else None


def _file_system(place: Path) -> str:
    """Return the type of the file system that a path is on, as the kernel names it; empty if unknown."""
    if sys.platform != "linux":
        return ""
    try:
        lines = _MOUNTS.read_text("utf-8", "surrogateescape").split("\n")
    except OSError:
        return ""
    found = ("", "")
    for line in lines:
        fields = line.split(" ")
        if len(fields) > 2:
            mount = _unescaped(fields[1])
            if len(mount) >= len(found[0]) and place.is_relative_to(mount):
                found = mount, fields[2]
    return found[1]


def _unescaped(mount: str) -> str:
    """Read a path as the table of mounts has it: spaces and their like as octal numbers."""
    for code, letter in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        mount = mount.replace(code, letter)
    return mount
