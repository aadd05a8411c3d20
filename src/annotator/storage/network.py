"""Whether a file lies on another machine, whose locks and shared memory are not this one's."""

import subprocess
import sys
from pathlib import Path
from unicodedata import normalize

if sys.platform == "win32":
    import ctypes

_NETWORKS = frozenset(
    [
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "afpfs",
        "webdav",
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
_MOUNT = "/sbin/mount"
_PATIENCE_S = 5

_NO_ROOT, _REMOTE = 1, 4
"""What GetDriveTypeW returns for a drive that is not there, and for one of another computer; 0 is unknown."""


def is_on_network(path: Path) -> bool | None:
    """Ask the system what kind of place a path is on; None where that cannot be told."""
    place = path.absolute()
    if str(place).startswith("\\\\"):
        return True
    if sys.platform == "win32":
        drive = ctypes.windll.kernel32.GetDriveTypeW(place.anchor)
        found = drive == _REMOTE if drive > _NO_ROOT else None
    elif sys.platform == "darwin":
        found = _is_far_from_mac(place)
    else:
        kind = _file_system(place)
        found = kind in _NETWORKS if kind else None
    return found


def _is_far_from_mac(place: Path) -> bool | None:
    """Read what mount(8) says, in lines such as `//amal@server/news on /Volumes/news (smbfs, nodev)`."""
    try:
        done = subprocess.run(  # noqa: S603 - a program of the system, told nothing  # nosec B603
            [_MOUNT], capture_output=True, check=True, timeout=_PATIENCE_S
        )
    except (OSError, subprocess.SubprocessError):
        return None
    # The system may spell a name otherwise than the path does.
    said = normalize("NFC", done.stdout.decode("utf-8", "surrogateescape"))
    mounts = [line.rpartition(" (") for line in said.splitlines()]
    for folder in place.parents:
        name = normalize("NFC", f" on {folder}")
        if found := [about for mount, _, about in mounts if mount.endswith(name)]:
            kind, *traits = found[-1].removesuffix(")").split(", ")
            return True if kind in _NETWORKS else False if "local" in traits else None
    return None


def _file_system(place: Path) -> str:
    """Return the type of the file system that a path is on, as Linux names it; empty if unknown."""
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
