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
    part = _part(path)
    try:
        with part.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path.resolve())
    except OSError as error:
        raise FileError("{path} cannot be written: {reason}.", path=path, reason=reason_of(error)) from error
    finally:
        part.unlink(missing_ok=True)


def refuse_place(path: Path) -> None:
    """Raise FileError where no file can be written, before any work is done for it."""
    part = _part(path)
    try:
        part.touch()
    except OSError as error:
        raise FileError("{path} cannot be written: {reason}.", path=path, reason=reason_of(error)) from error
    finally:
        part.unlink(missing_ok=True)


def _part(path: Path) -> Path:
    """Return a name beside a file, of its own: nobody's file is overwritten, and it is never too long."""
    if is_folder(path):
        raise FileError("{path} is a folder; name a file to write.", path=path)
    if not is_folder(path.parent):
        raise FileError("There is no folder {path} to write into.", path=path.parent)
    try:
        target = path.resolve()
        is_special = target.exists() and not target.is_file()
    except (OSError, RuntimeError) as error:
        reason = reason_of(error) if isinstance(error, OSError) else str(error)
        raise FileError("{path} cannot be written: {reason}.", path=path, reason=reason) from error
    if is_special:
        raise FileError("{path} is a device or a pipe; name a file to write.", path=path)
    return target.with_name(f".{new_id()}.part")
