"""Which articles were handed to whom."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, insert, select

from annotator.domain.work_package import WorkPackage
from annotator.storage.annotators import Annotators
from annotator.storage.review_tables import AssignmentRows, WorkPackageRows
from annotator.storage.tables import AnnotatorRows, ArticleRows, ProjectRows


class Packages:
    """Those that the project handed out; in a package itself, the one that it is."""

    def __init__(self, connection: Connection, annotators: Annotators) -> None:
        self._connection = connection
        self._annotators = annotators

    def add(self, package: WorkPackage, articles: Sequence[int]) -> None:
        """Keep what was handed out: the numbers of articles, assigned to the package's annotator."""
        row = {
            "id": package.id,
            "project": package.project,
            "annotator": self._annotators.find_or_add(package.annotator),
            "created": package.created,
            "guidelines": package.guidelines,
            "digest": package.digest,
        }
        self._connection.execute(insert(WorkPackageRows), [row])
        if articles:
            rows = [{"package": package.id, "article": number} for number in articles]
            self._connection.execute(insert(AssignmentRows), rows)

    def find(self, package_id: str) -> WorkPackage | None:
        return self._one(WorkPackageRows.c.id == package_id)

    def own(self) -> WorkPackage | None:
        """Return what this project is, if it is a package of another."""
        project = select(ProjectRows.c.id).scalar_subquery()
        return self._one(WorkPackageRows.c.project != project)

    def assigned(self) -> dict[str, set[str]]:
        """Return to whom articles were handed out, by the articles' ids."""
        query = (
            select(ArticleRows.c.id, AnnotatorRows.c.name)
            .select_from(AssignmentRows)
            .join(ArticleRows, ArticleRows.c.number == AssignmentRows.c.article)
            .join(WorkPackageRows, WorkPackageRows.c.id == AssignmentRows.c.package)
            .join(AnnotatorRows, AnnotatorRows.c.number == WorkPackageRows.c.annotator)
        )
        found: dict[str, set[str]] = {}
        for article, name in self._connection.execute(query):
            found.setdefault(article, set()).add(name)
        return found

    def _one(self, condition: Any) -> WorkPackage | None:
        row = WorkPackageRows.c
        columns = row.id, row.project, AnnotatorRows.c.name, row.created, row.guidelines, row.digest
        query = select(*columns).join(AnnotatorRows, AnnotatorRows.c.number == row.annotator)
        found = self._connection.execute(query.where(condition)).first()
        return WorkPackage(*found) if found else None
