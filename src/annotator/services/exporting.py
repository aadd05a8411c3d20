"""The project into a file or a folder."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from annotator.domain.errors import FormatError
from annotator.domain.losses import Feature, Losses
from annotator.domain.progress import Progress, silent
from annotator.formats.fitting import Fitted
from annotator.formats.format import Format
from annotator.formats.output import Output
from annotator.formats.registry import FORMATS, named
from annotator.services.bulk import uncollected
from annotator.services.export_options import ExportOptions
from annotator.services.selecting import Selection
from annotator.storage.project import Project
from annotator.storage.sqlite import is_project_file
from annotator.storage.unit_of_work import UnitOfWork

_EVERY = 200
_SHOWN_FILES = 4


@dataclass(frozen=True, slots=True)
class FormatFacts:
    name: str
    reads: bool
    writes: bool
    suffixes: tuple[str, ...]
    about: str
    carries: tuple[str, ...]
    has_folder: bool
    has_tags: bool


def formats() -> list[FormatFacts]:
    return [
        FormatFacts(
            form.name,
            reads=form.read is not None,
            writes=form.write is not None,
            suffixes=form.suffixes,
            about=form.about,
            carries=tuple(feature.value for feature in Feature if feature in form.carries),
            has_folder=form.has_folder,
            has_tags=form.has_tags,
        )
        for form in FORMATS.values()
    ]


def export(project: Project, out: Path, options: ExportOptions, progress: Progress = silent) -> Losses:
    """Write the chosen layers, one record an article and layer; return what that changed or left out.

    Raises FileError, FormatError and NotFoundError; the target is whole or as it was.
    """
    form = _writable(options.format)
    _refuse_project(out)
    losses = Losses()
    with uncollected(), project.reading() as work:
        fitted = _fitted(form, Selection(work, options, form), options, losses, progress)
        output = _output(out, work, options)
        with output.whole():
            _write(form, fitted, output)
    return losses


def foresee(project: Project, options: ExportOptions, progress: Progress = silent) -> Losses:
    """Return what an export would change or leave out, without writing it."""
    form = _writable(options.format)
    losses = Losses()
    with uncollected(), project.reading() as work:
        selection = Selection(work, options, form)
        for _ in _fitted(form, selection, options, losses, progress):
            pass
    return losses


def count(project: Project, options: ExportOptions, progress: Progress = silent) -> int:
    """Return how many records an export would write."""
    with project.reading() as work:
        return Selection(work, options, _writable(options.format)).count(progress)


def preview(project: Project, options: ExportOptions, records: int = 3) -> str:
    """Return the beginning of what an export would write: of a folder, its first files."""
    form = _writable(options.format)
    with project.reading() as work, tempfile.TemporaryDirectory() as folder:
        selection = Selection(work, options, form)
        first = islice(_fitted(form, selection, options, Losses(), silent), records)
        output = _output(Path(folder) / f"preview{form.suffixes[0]}", work, options)
        with output.whole():
            _write(form, first, output)
        return _shown(output.path)


def _output(out: Path, work: UnitOfWork, options: ExportOptions) -> Output:
    return Output(out, work.labels.all(), options.renamed, options.columns, options.separator)


def _fitted(
    form: Format, selection: Selection, options: ExportOptions, losses: Losses, progress: Progress
) -> Iterator[Fitted]:
    total = selection.total()
    for done, record in enumerate(selection.records(losses)):
        if done % _EVERY == 0:
            progress(done, total)
        yield form.fitted(record, options.fitting, losses)
    progress(total, total)


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


def _refuse_project(out: Path) -> None:
    if is_project_file(out):
        raise FormatError("{path} is an Annotator project; name another file.", path=out)
