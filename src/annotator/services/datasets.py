"""The project into a dataset: a folder with parts for training and testing, and with what describes them."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from pathlib import Path

import orjson

from annotator.domain.errors import FormatError
from annotator.domain.losses import Losses
from annotator.domain.progress import Progress, silent
from annotator.domain.record import Record
from annotator.formats import huggingface, huggingface_card
from annotator.formats.croissant import DataFile, croissant
from annotator.formats.dataset_card import Dataset, Part, card
from annotator.formats.files import folder_written_whole
from annotator.formats.fitting import Fitted
from annotator.formats.format import Format
from annotator.formats.output import Output
from annotator.formats.registry import named
from annotator.services.bulk import uncollected
from annotator.services.export_options import ExportOptions
from annotator.services.selecting import Selection
from annotator.services.splitting import Assignment, Split, assign
from annotator.storage.project import Project
from annotator.storage.unit_of_work import UnitOfWork

MANIFEST = "manifest.json"
CROISSANT = "croissant.json"
README = "README.md"
_SCHEMA = "annotator-dataset/1"
_EVERY = 200
_HUB: Mapping[str, huggingface.Put] = {
    "huggingface": huggingface.put_jsonl,
    "huggingface-parquet": huggingface.put_parquet,
}


@dataclass(frozen=True, slots=True)
class ExportedDataset:
    losses: Losses
    parts: Mapping[str, Part]


def export_dataset(  # noqa: PLR0913 - what a dataset is asked for
    project: Project,
    out: Path,
    options: ExportOptions,
    split: Split,
    progress: Progress = silent,
    *,
    licence: str | None = None,
) -> ExportedDataset:
    """Write a folder with a file, or a folder, for each part, and with what describes them.

    The project is read once for each part, and once before to find near duplicates: in memory are but the
    sketches of texts, then the part of each. Raises FileError, FormatError and NotFoundError; the target is
    whole or as it was.
    """
    form = named(options.format)
    if form.write is None:
        raise FormatError("{name} can be read, but not written.", name=form.name)
    with folder_written_whole(out) as folder, uncollected(), project.reading() as work:
        watched = _Watched(progress, work.extract.count([]) * (1 + len(split.parts)))
        found = assign(watched(work.extract.records([])), split)
        written = _Parts(work, folder, form, options, found)
        for part in split.parts:
            written.write(part, watched)
        dataset = Dataset(
            name=project.path.stem,
            format=form.name,
            about=form.about,
            parts=written.parts,
            labels=work.labels.all(),
            renamed=options.renamed,
            losses=written.losses,
            state=written.state.hexdigest(),
            program=f"Annotator {version('annotator')}",
            split=str(split),
            seed=split.seed,
            guidelines=work.guidelines.version(),
            licence=licence,
            head=written.head(),
            has_tokens=form.fit is not None,
        )
        _describe(folder, dataset, options)
    return ExportedDataset(written.losses, written.parts)


@dataclass(slots=True)
class _Watched:
    """Tells the progress of several passes as of one."""

    progress: Progress
    total: int
    done: int = 0

    def __call__(self, records: Iterator[Record]) -> Iterator[Record]:
        for record in records:
            if self.done % _EVERY == 0:
                self.progress(min(self.done, self.total), self.total)
            self.done += 1
            yield record


@dataclass(slots=True)
class _Parts:
    """Writes the parts of a dataset, one after the other."""

    work: UnitOfWork
    folder: Path
    form: Format
    options: ExportOptions
    found: Assignment
    parts: dict[str, Part] = field(default_factory=dict)
    losses: Losses = field(default_factory=Losses)
    state: "hashlib._Hash" = field(default_factory=hashlib.sha256)
    _names: huggingface.TagNames = field(init=False)

    def __post_init__(self) -> None:
        self._names = huggingface.TagNames(self._output(self.folder).label_names())

    def write(self, name: str, watched: Callable[[Iterator[Record]], Iterator[Record]]) -> None:
        selection = Selection(self.work, self.options, self.form)
        part = Part("")
        # What is noted of all records is noted once: in the first pass.
        records = selection.records(None if self.parts else self.losses)
        if not self.parts:
            records = self._fingerprinted(records)
        fitted = self._fitted(watched(records), name, part)
        self.parts[name] = part
        if self.form.name in _HUB:
            part.path = _HUB[self.form.name](fitted, self.folder, name, self._names)
            return
        ending = self.form.suffixes[0]
        part.path = name if self.form.has_folder else f"{name}{ending}"
        output = self._output(self.folder / part.path)
        assert self.form.write
        with output.whole():
            self.form.write(fitted, output)

    def head(self) -> str:
        """Return what `datasets` must be told of the files."""
        if self.form.name not in _HUB:
            return ""
        # The library opens no empty file, but has to be told of one.
        paths = {name: part.path for name, part in self.parts.items()}
        filled = {name: path for name, path in paths.items() if self.parts[name].records}
        return huggingface_card.head(filled or paths, self._names)

    def _fitted(self, records: Iterator[Record], name: str, part: Part) -> Iterator[Fitted]:
        for record in records:
            article = record.id or ""
            if self.found.parts[article] == name:
                fitted = self.form.fitted(record, self.options.fitting, self.losses)
                part.count(fitted.record, self.found.stories[article])
                yield fitted

    def _fingerprinted(self, records: Iterator[Record]) -> Iterator[Record]:
        """Take all records into the fingerprint of the state: what any format may carry of them."""
        for record in records:
            told = (
                *(record.id, record.sha256, record.external_id, record.meta, record.annotator),
                *(record.state, record.guidelines, record.note, record.labels),
                sorted((*span[:3], span.note or "") for span in record.spans),
                sorted(map(tuple, record.relations)),
            )
            self.state.update(orjson.dumps(told, option=orjson.OPT_APPEND_NEWLINE | orjson.OPT_SORT_KEYS))
            yield record

    def _output(self, path: Path) -> Output:
        options = self.options
        return Output(path, self.work.labels.all(), options.renamed, options.columns, options.separator)


def _describe(folder: Path, dataset: Dataset, options: ExportOptions) -> None:
    """Write what tells of the data: the card, croissant.json and the manifest."""
    names = {part.path: name for name, part in dataset.parts.items()}
    data = [_data_file(folder, path, names) for path in _files(folder)]
    about = f"Arabic news with labelled spans, {dataset.records} records in {len(dataset.parts)} parts."
    described = croissant(dataset.name, about, dataset.format, data, dataset.licence)
    (folder / README).write_bytes(card(dataset).encode())
    (folder / CROISSANT).write_bytes(described)
    files = [*data, *(_data_file(folder, folder / name, {}) for name in (README, CROISSANT))]
    manifest = {
        "schema": _SCHEMA,
        "program": dataset.program,
        "format": dataset.format,
        "options": {key: value for key, value in asdict(options).items() if key != "format"},
        "licence": dataset.licence,
        "split": dataset.split,
        "seed": dataset.seed,
        "guidelines": dataset.guidelines,
        "state": dataset.state,
        "parts": {
            name: {"path": part.path, "articles": part.articles, "records": part.records}
            for name, part in dataset.parts.items()
        },
        "losses": {key: value for key, value in dataset.losses.as_json().items() if key != "examples"},
        "files": [
            {
                "name": file.name,
                "records": dataset.parts[file.part].records if file.part else None,
                "sha256": file.sha256,
            }
            for file in files
        ],
    }
    (folder / MANIFEST).write_bytes(
        orjson.dumps(manifest, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE | orjson.OPT_SORT_KEYS)
    )


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _data_file(folder: Path, path: Path, parts: Mapping[str, str]) -> DataFile:
    name = path.relative_to(folder).as_posix()
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return DataFile(name, digest, path.stat().st_size, parts.get(name))
