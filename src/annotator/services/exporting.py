"""The project into a file."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from annotator.domain.article import ArticleState
from annotator.domain.errors import FormatError, NotFoundError
from annotator.domain.record import Record
from annotator.formats.files import written_whole
from annotator.formats.registry import FORMATS, Format, named
from annotator.services.browsing import expected
from annotator.services.bulk import uncollected
from annotator.services.progress import Progress, silent
from annotator.storage.project import Project

_EVERY = 200


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """Which layers: of one annotator, or of all; no states means any."""

    format: str
    annotator: str | None = None
    takes_all: bool = False
    states: tuple[ArticleState, ...] = ()


@dataclass(frozen=True, slots=True)
class FormatFacts:
    name: str
    reads: bool
    writes: bool
    suffixes: tuple[str, ...]
    carries: str


def formats() -> list[FormatFacts]:
    return [
        FormatFacts(
            form.name, reads=True, writes=form.write is not None, suffixes=form.suffixes, carries=form.carries
        )
        for form in FORMATS.values()
    ]


def export(project: Project, out: Path, options: ExportOptions, progress: Progress = silent) -> int:
    """Write the chosen layers, one record an article and layer, and return how many records.

    Raises FileError, FormatError and NotFoundError; the target is whole or as it was.
    """
    form = _writable(options.format)
    _refuse_project(project, out)
    with uncollected(), project.reading() as work:
        chosen = _annotators(work.annotators.names(), options)
        total = 0 if progress is silent else work.extract.count(chosen, options.states)
        work.extract.is_plain = form.is_plain
        records = work.extract.records(chosen, options.states)
        with written_whole(out) as file:
            assert form.write
            return form.write(_watched(records, total, progress), file)


def count(project: Project, options: ExportOptions) -> int:
    """Return how many records an export would write."""
    with project.reading() as work:
        return work.extract.count(_annotators(work.annotators.names(), options), options.states)


def preview(project: Project, options: ExportOptions, records: int = 3) -> str:
    """Return the first lines of what an export would write."""
    form = _writable(options.format)
    file = io.BytesIO()
    with project.reading() as work:
        chosen = _annotators(work.annotators.names(), options)
        assert form.write
        form.write(islice(work.extract.records(chosen, options.states), records), file)
    return file.getvalue().decode()


def _writable(name: str) -> Format:
    form = named(name)
    if form.write is None:
        raise FormatError("{name} can be read, but not written.", name=name)
    return form


def _annotators(names: Sequence[str], options: ExportOptions) -> Sequence[str]:
    if options.takes_all or (len(names) <= 1 and options.annotator is None):
        return names
    if options.annotator is None:
        raise NotFoundError(
            "The project has several annotators; name one of them, or take all: {known}.",
            known=", ".join(names),
        )
    return [expected(options.annotator, names)]


def _refuse_project(project: Project, out: Path) -> None:
    try:
        is_project = out.samefile(project.path)
    except OSError:  # there is no such file yet
        is_project = False
    if is_project:
        raise FormatError("{path} is the project itself; name another file.", path=out)


def _watched(records: Iterator[Record], total: int, progress: Progress) -> Iterator[Record]:
    for done, record in enumerate(records):
        if done % _EVERY == 0:
            progress(done, total)
        yield record
    progress(total, total)
