"""The backups of one project: made, found, and let go when they are old."""

import re
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection

from annotator.domain.errors import ProjectError, reason_of
from annotator.domain.identity import is_id
from annotator.domain.progress import Progress
from annotator.domain.retention import Kept, Reason, outlived
from annotator.storage.backup_settings import BackupSettings
from annotator.storage.copies import copy_file
from annotator.storage.engine import Access, project_id

_NAME = re.compile(r"(\d{4,}) (\d{4}-\d\d-\d\d \d\d-\d\d-\d\d) ([a-z]+)\.annotator").fullmatch
_MOMENT = "%Y-%m-%d %H-%M-%S"
_ABANDONED_S = 86_400
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*()]')


@dataclass(frozen=True, slots=True)
class Backup:
    """serial counts on; moment is UTC; size is in bytes."""

    path: Path
    serial: int
    moment: datetime
    reason: Reason
    size: int


class Backups:
    """Those of the project with an id, in a folder of their own."""

    def __init__(self, settings: BackupSettings, project: str, name: str) -> None:
        self._settings = settings
        self._project = project
        self._name = _folder_name(name)

    @property
    def folder(self) -> Path:
        """Return the folder of this project, also where the project had another name when it was made."""
        ending = f"({self._project})"
        found = sorted(self._settings.folder.glob(f"* {ending}")) if self._settings.folder.is_dir() else []
        return found[0] if found else self._settings.folder / f"{self._name} {ending}"

    def all(self) -> list[Backup]:
        """Return them, the newest first. Raises ProjectError."""
        try:
            return self._found()
        except OSError as error:
            raise ProjectError(
                "{path} cannot be read: {reason}.", path=self._settings.folder, reason=reason_of(error)
            ) from error

    def _found(self) -> list[Backup]:
        folder = self.folder
        paths = [*folder.iterdir()] if folder.is_dir() else []
        return sorted((backup for path in paths if (backup := _read(path))), key=lambda one: -one.serial)

    def make(self, connection: Connection, reason: Reason, progress: Progress) -> Backup:
        """Back up what a connection, in no transaction, sees; then remove what has outlived its use.

        Raises ProjectError; then the older backups are all there.
        """
        serial = max((backup.serial for backup in self.all()), default=0) + 1
        try:
            folder = self.folder
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise ProjectError(
                "{path} cannot be made: {reason}.", path=self._settings.folder, reason=reason_of(error)
            ) from error
        moment = datetime.now(UTC).replace(microsecond=0)
        path = folder / f"{serial:04} {moment.strftime(_MOMENT)} {reason}.annotator"
        copy_file(connection, path, progress)
        with suppress(OSError):  # the backup is made; what cannot be removed now is looked at the next time
            self._let_go()
        return Backup(path, serial, moment, reason, path.stat().st_size)

    def _let_go(self) -> None:
        backups = self._found()
        old = outlived([Kept(one.serial, one.moment, one.size) for one in backups], self._settings.most_bytes)
        for backup in backups:
            if backup.serial in old:
                backup.path.unlink(missing_ok=True)
        for part in self.folder.glob(".*.part"):  # of a program that was killed while it made one
            if time.time() - part.stat().st_mtime > _ABANDONED_S:
                part.unlink(missing_ok=True)


def of_file(settings: BackupSettings, path: Path) -> "Backups":
    """Return those of a project by its file, which may be damaged: by its id, or its name if that is lost."""
    project = project_id(path, Access.READ_ALONE) if path.is_file() else None
    if project is None and settings.folder.is_dir():
        of_name = re.compile(rf"{re.escape(_folder_name(path.stem))} \((.+)\)").fullmatch
        named = (match[1] for folder in settings.folder.iterdir() if (match := of_name(folder.name)))
        project = min(filter(is_id, named), default=None)
    return Backups(settings, project or "", path.stem)


def _folder_name(name: str) -> str:
    return _NOT_IN_NAMES.sub("_", name)[:60].strip(" .") or "project"


def _read(path: Path) -> Backup | None:
    parts = _NAME(path.name)
    if parts is None or parts[3] not in set(Reason):
        return None
    try:
        moment = datetime.strptime(parts[2], _MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(path, int(parts[1]), moment, Reason(parts[3]), path.stat().st_size)
