"""How long articles were read and labelled."""

from annotator.storage.backend import Reach
from annotator.storage.project import Project

LEAST_S = 2.0
"""A shorter time is a glance."""


def record(project: Project, annotator: str, article: str, seconds: float) -> None:
    """Keep in the history that an annotator had an article open so long. Raises StorageError."""
    with project.unit_of_work(Reach.LAYERS) as work:
        work.history.add_reading(article, annotator, seconds)
