"""A database file made beside its place, and put there whole or not at all."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from annotator.domain.identity import new_id

_SIDES = ("-journal", "-wal", "-shm")


@contextmanager
def made_whole(path: Path) -> Iterator[Path]:
    """Give the block a new file, for nobody else to read, to fill and let go; then put it in its place.

    It is on the disk before it has its name, which nobody may have taken meanwhile. Raises OSError; then
    there is nothing but what was there before.
    """
    part = path.with_name(f".{new_id()}.part")
    try:
        part.touch(0o600, exist_ok=False)  # news may be confidential
        yield part
        _expect_all_in(part)
        _sync(part)
        if path.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        for stale in side_files(path):  # SQLite would play it into the new file
            stale.unlink(missing_ok=True)
        part.rename(path)
        _sync(path.parent)
    finally:
        for rest in (part, *side_files(part)):
            # The file is in its place, or something else went wrong, which is what has to be said.
            with suppress(OSError):
                rest.unlink(missing_ok=True)


def _expect_all_in(part: Path) -> None:
    """SQLite says nothing if it cannot play a log in when it closes a file."""
    for side in side_files(part):
        if not side.name.endswith("-shm") and side.exists() and side.stat().st_size:
            raise OSError(errno.EIO, os.strerror(errno.EIO))


def side_files(path: Path) -> list[Path]:
    """Return where SQLite keeps what belongs to a file and is not in it yet."""
    return [path.with_name(path.name + side) for side in _SIDES]


def _sync(path: Path) -> None:
    if path.is_dir() and os.name == "nt":
        return  # Windows opens no folders, and writes their entries by itself
    handle = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
