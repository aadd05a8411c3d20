"""One window for a project: a lock beside its file, and a bell that another start of the program rings."""

import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, QSysInfo, Signal

from annotator.domain.errors import ElsewhereError
from annotator.services import own_files

_LONGEST_NAME = 255
_ANSWERED_S = 2.0
_POLL_S = 0.02


class Guard(QObject):
    """Commands may work on the project meanwhile: SQLite lets one of them write at a time."""

    wanted = Signal()
    """Another start of the program asks for this window."""

    def __init__(self, path: Path, lock: QLockFile | None, *, was_left: bool = False) -> None:
        """was_left tells that a program ended without letting the project go."""
        super().__init__()
        self.was_left = was_left
        self.path = path
        self._lock = lock
        self._bell = _bell(path)
        self._watcher = QFileSystemWatcher()
        with suppress(OSError):  # without a bell the window is only not brought to the front
            self._bell.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._bell.write_bytes(b"")
            self._watcher.addPath(str(self._bell))
        self._watcher.fileChanged.connect(self._answer)

    @classmethod
    def take(cls, path: Path, may_go_on: Callable[[], bool]) -> "Guard | None":
        """Lock the project for this window; None if the person would rather not.

        may_go_on is asked where a program that had the project open ended without letting it go. Where no
        lock can be made, in a folder for reading only, there is none. Raises ElsewhereError.
        """
        place = lock_of(path)
        was_there = place.exists()
        lock = QLockFile(str(place))
        lock.setStaleLockTime(0)  # however old: what counts is whether its program runs
        if lock.tryLock(0):
            if was_there and not may_go_on():
                lock.unlock()
                return None
            return cls(path, lock, was_left=was_there)
        if lock.error() is QLockFile.LockError.LockFailedError:
            _refuse(path, lock)
        return cls(path, None)

    def release(self) -> None:
        self._watcher.removePath(str(self._bell))
        with suppress(OSError):
            self._bell.unlink()
        if self._lock:
            self._lock.unlock()

    def _answer(self) -> None:
        with suppress(OSError):
            if self._bell.stat().st_size:
                os.truncate(self._bell, 0)
                self.wanted.emit()


def lock_of(path: Path) -> Path:
    """Return where a lock lies: beside the project itself, so that other computers see it too."""
    path = path.resolve()
    name = f"{path.name}.lock"
    if len(os.fsencode(name)) > _LONGEST_NAME:
        name = f"{own_files.name_for(path)}.lock"
    return path.with_name(name)


def is_held(path: Path) -> bool:
    """Tell whether another window has the project open."""
    lock = QLockFile(str(lock_of(path)))
    lock.setStaleLockTime(0)
    if lock.tryLock(0):
        lock.unlock()
        return False
    return lock.error() is QLockFile.LockError.LockFailedError


def _refuse(path: Path, lock: QLockFile) -> None:
    _, host, _ = lock.getLockInfo()
    if host and host != QSysInfo.machineHostName():
        raise ElsewhereError(
            "{path} is open on the computer {host}. If it is not, delete the file {lock}.",
            path=path,
            host=host,
            lock=lock_of(path).name,
        )
    if _ring(_bell(path)):
        error = ElsewhereError(
            "{path} is open in another window, which was asked to come forward.", path=path
        )
        error.has_answered = True
        raise error
    raise ElsewhereError(
        "{path} is open in another window, which does not answer. If there is none, delete the file {lock}.",
        path=path,
        lock=lock_of(path).name,
    )


def _ring(bell: Path) -> bool:
    """Ask the window that has a project open to come to the front; tell whether it heard."""
    end = time.monotonic() + _ANSWERED_S
    with suppress(OSError):
        with bell.open("r+b") as file:
            file.write(b"!")
        while time.monotonic() < end:
            if not bell.stat().st_size:
                return True
            time.sleep(_POLL_S)
    return False


def _bell(path: Path) -> Path:
    return own_files.own_place("open", f"{own_files.name_for(path)}.bell")
