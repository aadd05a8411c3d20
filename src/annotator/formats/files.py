"""Opening files for reading, and writing them whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from annotator.domain.errors import FileError, reason_of
from annotator.domain.identity import new_id


@contextmanager
def readable(path: Path) -> Iterator[BinaryIO]:
    """Open a file for reading; raises FileError, naming it, for whatever stands in the way."""
    try:
        with path.open("rb") as file:
            yield file
    except OSError as error:
        raise FileError("{path} cannot be read: {reason}.", path=path, reason=reason_of(error)) from error


def is_folder(path: Path) -> bool:
    """Tell whether it is one, also for a path that cannot exist, where Path.is_dir raises."""
    try:
        return path.is_dir()
    except OSError:
        return False


@contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """Write beside the target, then put the file in its place; an exception leaves what was there.

    Raises FileError where that is not possible.
    """
    if is_folder(path):
        raise FileError("{path} is a folder; name a file to write.", path=path)
    if not is_folder(path.parent):
        raise FileError("There is no folder {path} to write into.", path=path.parent)
    # A name of its own: nobody's file is overwritten, and it is never too long.
    part = path.with_name(f".{new_id()}.part")
    try:
        with part.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise FileError("{path} cannot be written: {reason}.", path=path, reason=reason_of(error)) from error
    finally:
        part.unlink(missing_ok=True)
