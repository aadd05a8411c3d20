"""Moving a project: from a file to a database server, or back."""

from annotator.domain.place import Place
from annotator.domain.progress import Progress, silent
from annotator.services.bulk import uncollected
from annotator.storage import copying
from annotator.storage.project import Project


def copy(project: Project, target: Place, progress: Progress = silent) -> int:
    """Make the same project at a new place, whole or not at all, compare all of it, and count its rows.

    Raises ProjectError where anything is there already, and StorageError.
    """
    with uncollected():
        return copying.copy(project, target, progress)
