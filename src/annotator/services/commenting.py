"""What is said of an annotator's layers."""

from annotator.domain.review import Comment
from annotator.storage.project import Project


def comments(project: Project, article: str, annotator: str) -> list[Comment]:
    """Return what was said of one layer, in the order of saying."""
    with project.reading() as work:
        return [comment for comment in work.reviews.comments(article) if comment.annotator == annotator]
