"""The project into a file or a folder."""

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from annotator.domain.article import ArticleState
from annotator.domain.errors import FormatError, NotFoundError
from annotator.domain.losses import Losses
from annotator.domain.policies import Fitting
from annotator.domain.record import Record
from annotator.formats.fitting import Fitted
from annotator.formats.output import Output
from annotator.formats.registry import FORMATS, Format, named
from annotator.services.browsing import expected
from annotator.services.bulk import uncollected
from annotator.services.progress import Progress, silent
from annotator.storage.project import Project
from annotator.storage.unit_of_work import UnitOfWork

_EVERY = 200
_SHOWN_FILES = 4


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """Which layers: of one annotator, or of all; no states means any. renamed maps labels to other names."""

    format: str
    annotator: str | None = None
    takes_all: bool = False
    states: tuple[ArticleState, ...] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)
    fitting: Fitting = field(default_factory=Fitting)


@dataclass(frozen=True, slots=True)
class FormatFacts:
    name: str
    reads: bool
    writes: bool
    suffixes: tuple[str, ...]
    about: str
    carries: tuple[str, ...]
    has_folder: bool


def formats() -> list[FormatFacts]:
    return [
        FormatFacts(
            form.name,
            reads=form.read is not None,
            writes=form.write is not None,
            suffixes=form.suffixes,
            about=form.about,
            carries=tuple(sorted(form.carries)),
            has_folder=form.has_folder,
        )
        for form in FORMATS.values()
    ]


def export(project: Project, out: Path, options: ExportOptions, progress: Progress = silent) -> Losses:
    """Write the chosen layers, one record an article and layer; return what that changed or left out.

    Raises FileError, FormatError and NotFoundError; the target is whole or as it was.
    """
    form = _writable(options.format)
    _refuse_project(project, out)
    losses = Losses()
    with uncollected(), project.reading() as work:
        records = _Records(work, options, form)
        output = Output(out, work.labels.all(), options.renamed)
        with output.whole():
            _write(form, _fitted(form, _watched(records, progress), options, losses), output)
    return losses


def foresee(project: Project, options: ExportOptions, progress: Progress = silent) -> Losses:
    """Return what an export would change or leave out, without writing it."""
    form = _writable(options.format)
    losses = Losses()
    with uncollected(), project.reading() as work:
        for _ in _fitted(form, _watched(_Records(work, options, form), progress), options, losses):
            pass
    return losses


def count(project: Project, options: ExportOptions) -> int:
    """Return how many records an export would write."""
    with project.reading() as work:
        return _Records(work, options, named(options.format)).count()


def preview(project: Project, options: ExportOptions, records: int = 3) -> str:
    """Return the beginning of what an export would write: of a folder, its first files."""
    form = _writable(options.format)
    with project.reading() as work, tempfile.TemporaryDirectory() as folder:
        first = islice(_Records(work, options, form), records)
        output = Output(Path(folder) / "preview", work.labels.all(), options.renamed)
        with output.whole():
            _write(form, _fitted(form, first, options, Losses()), output)
        return _shown(output.path)


class _Records:
    """The records of an export, from the project."""

    def __init__(self, work: UnitOfWork, options: ExportOptions, form: Format) -> None:
        self._extract = work.extract
        self._extract.is_plain = form.is_plain
        self._annotators = _annotators(work.annotators.names(), options)
        self._options = options

    def count(self) -> int:
        return self._extract.count(self._annotators, self._options.states)

    def __iter__(self) -> Iterator[Record]:
        records = self._extract.records(self._annotators, self._options.states)
        names = self._options.renamed
        return (_renamed(record, names) for record in records) if names else records


def _renamed(record: Record, names: Mapping[str, str]) -> Record:
    """Give labels other names. Where two become one, what then stands twice is written once."""
    spans = {
        (span.start, -span.end, label): span._replace(label=label)
        for span in record.spans
        for label in [names.get(span.label, span.label)]
    }
    labels = {names.get(label, label) for label in record.labels}
    return replace(record, spans=tuple(spans[key] for key in sorted(spans)), labels=tuple(sorted(labels)))


def _fitted(
    form: Format, records: Iterable[Record], options: ExportOptions, losses: Losses
) -> Iterator[Fitted]:
    return (form.fitted(record, options.fitting, losses) for record in records)


def _write(form: Format, fitted: Iterator[Fitted], output: Output) -> None:
    assert form.write
    form.write(fitted, output)


def _shown(path: Path) -> str:
    files = sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
    return "\n".join(file.read_text("utf-8", errors="replace") for file in files[:_SHOWN_FILES])


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


def _watched(records: _Records, progress: Progress) -> Iterator[Record]:
    total = 0 if progress is silent else records.count()
    for done, record in enumerate(records):
        if done % _EVERY == 0:
            progress(done, total)
        yield record
    progress(total, total)
