"""Saving what can be read of a damaged project."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from annotator.domain.errors import AnnotatorError, ProjectError, reason_of
from annotator.domain.progress import Progress, silent
from annotator.storage import rescue as rescuing
from annotator.storage.salvage import Salvage, salvaged


@dataclass(frozen=True, slots=True)
class RescueReport:
    """losses are sentences about what is not in the new project, or not as it was."""

    articles: int
    annotations: int
    losses: tuple[AnnotatorError, ...]


def rescue(broken: Path, target: Path, progress: Progress = silent) -> RescueReport:
    """Make a new project of what can be read of a damaged one, which stays as it is. Raises ProjectError."""
    if not broken.is_file():
        raise ProjectError("There is no project {path}.", path=broken)
    try:
        # Beside the new project, where there is room, or there is none for that either.
        with (
            tempfile.TemporaryDirectory(prefix=".rescue-", dir=target.parent) as folder,
            salvaged(broken, Path(folder)) as salvage,
        ):
            _expect_project(salvage, broken)
            found = rescuing.rescue(salvage, target, progress)
    except OSError as error:
        raise ProjectError(
            "{path} cannot be made: {reason}.", path=target, reason=reason_of(error)
        ) from error
    losses = tuple(AnnotatorError(template, **facts) for template, facts in found.faults)
    return RescueReport(found.articles, found.annotations, losses)


def _expect_project(salvage: Salvage, broken: Path) -> None:
    if not salvage.columns("article_text"):
        raise ProjectError("Nothing of {path} can be read.", path=broken)
