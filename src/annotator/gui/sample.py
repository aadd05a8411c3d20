"""The sample project: made once, in the person's own data folder."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from annotator.domain.errors import ProjectError, reason_of
from annotator.services import projects


def sample_project(annotator: str) -> Path:
    """Return the sample's path; make it if it is not there, for this annotator. Raises ProjectError."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ProjectError(
            "{path} cannot be made: {reason}.", path=folder, reason=reason_of(error)
        ) from error
    path = folder / "sample.annotator"
    if not path.exists():
        projects.create_sample(path, annotator)
    return path
