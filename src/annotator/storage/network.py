"""Whether a file lies on another machine, whose locks and shared memory are not this one's."""

import sys
from pathlib import Path

_NETWORKS = frozenset(
    [
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "afs",
        "9p",
        "davfs",
        "fuse.sshfs",
        "fuse.gvfsd-fuse",
        "fuse.davfs",
        "fuse.rclone",
    ]
)
_MOUNTS = Path("/proc/self/mounts")
_ESCAPES = (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\"))


def is_on_network(path: Path) -> bool:
    """Look it up in the table of mounts (Linux), or in how the path begins (Windows)."""
    place = path.absolute()
    return str(place).startswith("\\\\") or _file_system(place) in _NETWORKS


def _file_system(place: Path) -> str:
    """Return the type of the file system that a path is on, as the kernel names it; empty if unknown."""
    if sys.platform != "linux":
        return ""
    try:
        lines = _MOUNTS.read_text("utf-8", "surrogateescape").split("\n")
    except OSError:
        return ""
    mounts = [fields[1:3] for line in lines if len(fields := line.split(" ")) > 2]
    above = [(_unescaped(mount), kind) for mount, kind in mounts if place.is_relative_to(_unescaped(mount))]
    # Of two mounts on one folder the later hides the earlier, which the order of the table keeps apart.
    return max(reversed(above), key=lambda found: len(found[0]), default=("", ""))[1]


def _unescaped(mount: str) -> str:
    """Read a path as the table of mounts has it (fstab(5)): spaces and their like as octal numbers."""
    for code, letter in _ESCAPES:
        mount = mount.replace(code, letter)
    return mount
