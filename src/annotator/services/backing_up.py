"""Backups: made, found, looked into, and restored to a new name."""

from pathlib import Path

from annotator.domain.errors import ProjectError
from annotator.domain.progress import Progress, silent
from annotator.domain.retention import Reason
from annotator.storage import copying
from annotator.storage.backup_settings import backup_settings, use_folder
from annotator.storage.backups import Backup, of_file
from annotator.storage.previews import Preview, preview
from annotator.storage.project import Project, restore_file

__all__ = [
    "Backup",
    "Preview",
    "back_up",
    "back_up_to",
    "backups",
    "backups_of_file",
    "before",
    "folder_of",
    "preview",
    "restore",
    "use_folder",
]


def back_up(project: Project, reason: Reason = Reason.HAND, progress: Progress = silent) -> Backup:
    """Add a backup to those of a project in a file. Raises ProjectError and StorageError."""
    _expect_file(project)
    return project.back_up(reason, progress)


def back_up_to(project: Project, target: Path, progress: Progress = silent) -> None:
    """Write a project, of a server too, to a new file. Raises ProjectError and StorageError."""
    if isinstance(project.place, Path):
        project.save_copy(target, progress)
    else:
        copying.copy(project, target, progress)


def backups(project: Project) -> list[Backup]:
    """Return those that there are, the newest first. Raises ProjectError."""
    _expect_file(project)
    return project.backups.all()


def backups_of_file(path: Path) -> list[Backup]:
    """Return those of a project that may not open any more, the newest first. Raises ProjectError."""
    return of_file(backup_settings(), path).all()


def folder_of(path: Path) -> Path:
    """Return where backups of a project in a file are kept."""
    return of_file(backup_settings(), path).folder


def restore(backup: Path, target: Path, progress: Progress = silent) -> None:
    """Make a project of a backup, which stays, under a new name. Raises ProjectError and StorageError."""
    restore_file(backup, target, progress)


def before(project: Project, reason: Reason) -> None:
    """Back a file up before much of it is changed. Raises ProjectError: then nothing is to be changed."""
    if isinstance(project.place, Path) and project.is_writable:
        try:
            project.back_up(reason, silent)
        except ProjectError as error:
            raise ProjectError(
                "{path} was not changed, since no backup could be made before. {reason}",
                path=project.place,
                reason=error,
            ) from error


def _expect_file(project: Project) -> None:
    if not isinstance(project.place, Path):
        raise ProjectError(
            "A project on a server is backed up to a file: name one, or use the server's own way."
        )
