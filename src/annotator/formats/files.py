"""Opening files for reading, and writing them whole or not at all."""

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from annotator.domain.errors import FileError, reason_of
from annotator.domain.identity import new_id
from annotator.domain.names import is_turned

SUMS = "SHA256SUMS"
_OURS = "# Annotator wrote this folder, and replaces it only while all of it is as listed here."


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
        _clear_away(part)


def refuse_place(path: Path) -> None:
    """Raise FileError where no file can be written, before any work is done for it."""
    part = _part(path)
    try:
        part.touch()
    except OSError as error:
        raise FileError("{path} cannot be written: {reason}.", path=path, reason=reason_of(error)) from error
    finally:
        _clear_away(part)


def _clear_away(part: Path) -> None:
    # The file is in its place, or something else went wrong, which is what has to be said.
    with suppress(OSError):
        part.unlink(missing_ok=True)


def _part(path: Path) -> Path:
    """Return a name beside a file, of its own: nobody's file is overwritten, and it is never too long."""
    _refuse_turned(path)
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


def files_within(folder: Path) -> list[Path]:
    """Return the files of a folder and of the folders in it, in order. Raises FileError."""
    found: list[Path] = []

    def refuse(error: OSError) -> None:
        raise FileError("{path} cannot be read: {reason}.", path=error.filename, reason=reason_of(error))

    for place, _, names in os.walk(folder, onerror=refuse):
        found += (Path(place, name) for name in names)
    return sorted(path for path in found if path.is_file())


@contextmanager
def folder_written_whole(path: Path) -> Iterator[Path]:
    """Give a new folder to write into; at the end it gets SHA256SUMS and its place.

    A folder that is there is replaced only if it is empty, or an export as this leaves one: each of its files
    is listed in its SHA256SUMS, and is still what it was. Raises FileError.
    """
    _refuse_folder(path)
    target = path.resolve()
    part, old = (target.with_name(f".{new_id()}.part") for _ in range(2))
    try:
        part.mkdir()
        yield part
        _write_sums(part)
        if target.exists():
            target.rename(old)
        try:
            part.rename(target)
        except OSError:
            if old.exists():
                old.rename(target)
            raise
    except OSError as error:
        raise FileError("{path} cannot be written: {reason}.", path=path, reason=reason_of(error)) from error
    finally:
        for folder in (part, old):
            shutil.rmtree(folder, ignore_errors=True)


def _refuse_turned(path: Path) -> None:
    if is_turned(path.name):
        raise FileError(
            "{path} cannot be written: its name holds marks that turn letters round.", path=ascii(path.name)
        )


def _refuse_folder(path: Path) -> None:
    _refuse_turned(path)
    if path.exists() and not is_folder(path):
        raise FileError("{path} is a file; name a folder to write.", path=path)
    if not is_folder(path.parent):
        raise FileError("There is no folder {path} to write into.", path=path.parent)
    if is_folder(path):
        _refuse_what_would_be_lost(path)


def _refuse_what_would_be_lost(folder: Path) -> None:
    try:
        sums = folder / SUMS
        head, *lines = sums.read_text("utf-8", "replace").splitlines() or [""] if sums.exists() else [_OURS]
        listed = {line[66:]: line[:64] for line in lines}
        names = _names(folder)
        if head != _OURS or not listed.keys() >= {*names}:
            raise FileError("{path} is a folder with files of its own; name a new folder.", path=folder)
        changed = next((name for name in names if listed[name] != _digest(folder / name)), None)
    except OSError as error:
        raise FileError("{path} cannot be read: {reason}.", path=folder, reason=reason_of(error)) from error
    if changed is not None:
        raise FileError(
            "{path} was changed after it was exported: {name}. Name a new folder.", path=folder, name=changed
        )


def _write_sums(folder: Path) -> None:
    """Write a checksum for each file, as `sha256sum --check` reads them, which passes over the first line."""
    lines = [f"{_digest(folder / name)}  {name}" for name in _names(folder)]
    (folder / SUMS).write_text("\n".join((_OURS, *lines, "")), "utf-8", newline="\n")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _names(folder: Path) -> list[str]:
    files = (path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())
    names = (path.relative_to(folder).as_posix() for path in files)
    return sorted(name for name in names if name != SUMS)
