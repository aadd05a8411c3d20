"""Work packages taken back in: by the articles' texts and the history of edits, never overwriting."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from annotator.domain.errors import AnnotatorError, ProjectError
from annotator.domain.names import checked
from annotator.domain.progress import Progress, silent
from annotator.domain.retention import Reason
from annotator.domain.work_package import Outcome, WorkPackage, digest
from annotator.services import backing_up
from annotator.services.bulk import uncollected
from annotator.storage.merging import merge_comments, merge_layers, merge_times
from annotator.storage.project import Project
from annotator.storage.unit_of_work import UnitOfWork


@dataclass(slots=True)
class MergeReport:
    """What became of a package's articles, by their ids; edits counts what came in.

    late are those, by their ids here, whose review was closed before; remarks are sentences
    about the package as a whole.
    """

    path: Path
    annotator: str
    articles: dict[Outcome, list[str]] = field(default_factory=lambda: {outcome: [] for outcome in Outcome})
    edits: int = 0
    late: list[str] = field(default_factory=list)
    remarks: list[AnnotatorError] = field(default_factory=list)

    @property
    def sentences(self) -> list[AnnotatorError]:
        """What has to be said: the remarks, and a sentence for every article that did not come in."""
        refused = [
            AnnotatorError(template, article=article)
            for outcome, template in _REFUSALS.items()
            for article in self.articles[outcome]
        ]
        late = [AnnotatorError(_LATE, article=article) for article in self.late]
        return self.remarks + refused + late

    def as_json(self) -> dict[str, object]:
        return {
            "path": str(self.path),
            "annotator": self.annotator,
            "edits": self.edits,
            **{outcome.name.lower(): self.articles[outcome] for outcome in Outcome},
            "sentences": [str(sentence) for sentence in self.sentences],
        }


_REFUSALS = {
    Outcome.CONFLICT: "Article {article} was edited in the project, or in two copies of the package, too; "
    "the project's stays.",
    Outcome.ALTERED: "Article {article} was changed by hand, past the program; it was not taken.",
    Outcome.GONE: "The project has no article {article} of this text; its labels were not taken.",
}
_LATE = "Article {article} was accepted before this work came: look at it again."


def merge(project: Project, paths: Sequence[Path], progress: Progress = silent) -> list[MergeReport]:
    """Take packages in, all of them or none, and tell what was new in each.

    Raises ProjectError for what is no package of this project, or uses labels that it does not have, and
    StorageError.
    """
    reports = []
    with ExitStack() as stack:
        opened = [stack.enter_context(Project.open(path)) for path in paths]
        with project.reading() as work:  # what is refused needs no backup; on a server it is asked once more
            for path, package in zip(paths, opened, strict=True):
                with package.reading() as theirs, _readable(path):
                    _expected(work, theirs, project.id, path)
        backing_up.before(project, Reason.MERGE)
        with uncollected(), project.unit_of_work() as work:
            for path, package in zip(paths, opened, strict=True):
                with package.reading() as theirs, _readable(path):
                    reports.append(_merge(work, theirs, project.id, path, progress))
    return reports


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    """Refuse what is in a package that no program of ours has written."""
    try:
        yield
    except (ValueError, KeyError, TypeError) as error:
        raise ProjectError("{path} is damaged: what it holds cannot be read.", path=path) from error


def _merge(work: UnitOfWork, theirs: UnitOfWork, project: str, path: Path, progress: Progress) -> MergeReport:
    package = _expected(work, theirs, project, path)
    report = MergeReport(path, package.annotator)
    report.remarks += _remarks(work, theirs, package)
    total = theirs.inspection.article_count()
    here, gold = {}, work.annotators.gold()
    reviewed = {*work.annotations.closed(gold)} if gold else set()
    for done, article in enumerate(merge_layers(work, theirs, package.annotator), 1):
        report.articles[article.outcome].append(article.article)
        report.edits += article.edits
        if article.here:
            here[article.article] = article.here
        if article.outcome is Outcome.NEW and article.here in reviewed:
            report.late.append(article.here)
        progress(done, total)
    merge_comments(work, theirs, here)
    merge_times(work, theirs, package.annotator)
    return report


def _expected(work: UnitOfWork, theirs: UnitOfWork, project: str, path: Path) -> WorkPackage:
    package = theirs.packages.own()
    if package is None:
        raise ProjectError("{path} is a project, not a work package.", path=path)
    if package.project != project:
        raise ProjectError("{path} is a work package of another project.", path=path)
    checked(package.annotator)
    here = work.packages.find(package.id)
    if here and here.annotator != package.annotator:
        raise ProjectError(
            "{path} was made for {annotator}, and now says that it is {other}'s.",
            path=path,
            annotator=here.annotator,
            other=package.annotator,
        )
    known = {label.id for label in work.labels.all()}
    used = theirs.uses.counts().keys() - known
    if used:
        names = sorted(label.name for label in theirs.labels.all() if label.id in used)
        raise ProjectError(
            "{path} uses labels that the project does not have: {labels}.", path=path, labels=", ".join(names)
        )
    return package


def _remarks(work: UnitOfWork, theirs: UnitOfWork, package: WorkPackage) -> list[AnnotatorError]:
    said = []
    now = work.guidelines.version()
    if package.guidelines != now:
        said.append(
            AnnotatorError(
                "The package follows guidelines {old}; the project has {new} now.",
                old=package.guidelines or "–",
                new=now or "–",
            )
        )
    if theirs.labels.all() != work.labels.all():
        said.append(AnnotatorError("The package has the label set of another day; the project's stays."))
    if digest(theirs.articles.fingerprints([*theirs.packages.assigned()]).items()) != package.digest:
        said.append(AnnotatorError("The package does not hold the articles that were packed."))
    said += [
        AnnotatorError(
            "The work of {name} in the package was not taken: it is {owner}'s.", name=name, owner=owner
        )
        for owner in [package.annotator]
        for name in theirs.annotators.names()
        if name != owner
    ]
    return said
