"""Articles and annotations for tests that need some."""

from annotator.domain.annotation import Annotation
from annotator.domain.record import Record
from annotator.domain.span import Span
from annotator.storage.project import Project


def add_articles(project: Project, *texts: str) -> list[str]:
    """Put texts into a project and return the ids of all its articles, in order."""
    with project.unit_of_work() as work:
        work.intake.begin(project.path)
        for text in texts:
            work.intake.add(Record(text=text), "nobody")
        work.intake.finish()
        return [record.id or "" for record in work.extract.records([])]


def annotation(article: str, start: int, end: int, label: str = "place", by: str = "amal") -> Annotation:
    return Annotation.new(article, by, label, Span(start, end))
