"""How far the annotators of a project agree."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from annotator.domain.article import CLOSED_STATES
from annotator.domain.mark import ComparedArticle, marks_of
from annotator.domain.measures import Tokenizer
from annotator.domain.progress import Progress, silent
from annotator.domain.record import Record
from annotator.quality import agreement as measures
from annotator.quality.agreement import Agreement
from annotator.services.browsing import expected
from annotator.services.bulk import uncollected
from annotator.storage.project import Project
from annotator.storage.unit_of_work import UnitOfWork

_EVERY = 200


def agreement(
    project: Project,
    *,
    annotators: Sequence[str] = (),
    tokenizer: Tokenizer = Tokenizer.ARABIC,
    progress: Progress = silent,
) -> Agreement:
    """Measure the articles that at least two of the annotators, of all if none are named, have submitted.

    Work that is not submitted counts for nothing; a submitted layer without spans counts. Raises
    NotFoundError for an annotator that the project does not have, and StorageError.
    """
    with uncollected(), project.reading_by_page() as work:
        names = _chosen(work, annotators)
        layers = _Layers(work, names, progress)
        found = measures.agreement(layers.articles(), names, tokenizer)
        return replace(found, guidelines=layers.guidelines())


def _chosen(work: UnitOfWork, annotators: Sequence[str]) -> list[str]:
    known = work.annotators.names()
    return [expected(name, known) for name in dict.fromkeys(annotators)] or known


class _Layers:
    """The layers that are compared, read one article after the other."""

    def __init__(self, work: UnitOfWork, annotators: Sequence[str], progress: Progress) -> None:
        self._work = work
        self._annotators = annotators
        self._progress = progress
        self._versions: set[str] = set()

    def articles(self) -> Iterator[ComparedArticle]:
        """Yield the articles that several have submitted, in the project's order."""
        self._work.extract.is_plain = True
        total = self._work.extract.count(self._annotators, CLOSED_STATES)
        done = 0
        for records in self._work.extract.by_article(self._annotators, CLOSED_STATES):
            if len(records) > 1:
                self._versions.update(record.guidelines for record in records if record.guidelines)
                yield _compared(records)
            if done // _EVERY != (done + len(records)) // _EVERY:
                self._progress(done, total)
            done += len(records)
        self._progress(total, total)

    def guidelines(self) -> str | None:
        """Return the versions that the layers read so far name; the newest where they name none."""
        if self._versions:
            return ", ".join(sorted(self._versions, key=lambda version: (len(version), version)))
        newest = self._work.guidelines.version()
        return None if newest is None else str(newest)


def _compared(records: Sequence[Record]) -> ComparedArticle:
    first = records[0]
    assert first.id
    assert first.sha256
    layers = {record.annotator: tuple(marks_of(record)) for record in records if record.annotator}
    return ComparedArticle(first.id, first.sha256, first.text, layers)
