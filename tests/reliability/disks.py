"""Disks of a test's own: small, to be filled, taken away or made read-only. Only root may mount."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


class Disk:
    """A file system in memory, with so many bytes."""

    def __init__(self, folder: Path, size: int) -> None:
        self.folder = folder
        folder.mkdir()
        _run("mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder))

    @property
    def room(self) -> int:
        found = os.statvfs(self.folder)
        return found.f_bavail * found.f_frsize

    def fill(self, leaving: int = 0) -> None:
        """Take up what room there is, but for so many bytes."""
        (self.folder / "ballast").write_bytes(bytes(max(self.room - leaving, 0)))

    def make_read_only(self) -> None:
        _run("mount", "-o", "remount,ro", str(self.folder))

    def pull(self) -> None:
        """Take it away as a stick is pulled: what is open stays open, and has no name any more."""
        _run("umount", "-l", str(self.folder))


@contextmanager
def disk(folder: Path, size: int) -> Iterator[Disk]:
    try:
        made = Disk(folder, size)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("only root may mount a file system")
    try:
        yield made
    finally:
        while os.path.ismount(folder):
            made.pull()


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)
