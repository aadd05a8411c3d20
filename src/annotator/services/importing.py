"""Files into the project: everything of one command in one unit of work."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import NoReturn

from annotator.arabic import hidden
from annotator.domain.errors import EditError, FileError, FormatError
from annotator.domain.names import checked, is_turned
from annotator.domain.offsets import OffsetUnit
from annotator.domain.progress import Progress, silent
from annotator.domain.record import Record
from annotator.domain.retention import Reason
from annotator.formats.archives import is_archive, members
from annotator.formats.files import files_within, is_folder
from annotator.formats.format import Format
from annotator.formats.recognising import is_companion, recognise, says_nothing
from annotator.formats.registry import named
from annotator.formats.source import Remark, Source
from annotator.formats.surroundings import with_days_told
from annotator.services import backing_up
from annotator.services.bulk import uncollected
from annotator.services.copies import Copies, FoundCopies, find
from annotator.storage.backend import Reach
from annotator.storage.intake import IntakeCounts, Receipt
from annotator.storage.project import Project
from annotator.storage.unit_of_work import UnitOfWork

_EVERY = 200


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """annotator owns all spans, whoever a record names; login owns those of records that name nobody.

    columns has the names under which columns of tables and other metadata are kept, by those of the files:
    "text", "external_id", "title", "source", "published", "url" or any other; none leaves them out.
    """

    login: str
    annotator: str | None = None
    format: str | None = None
    encoding: str | None = None
    offset_unit: OffsetUnit | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    adds_labels: bool = False
    copies: Copies = Copies.KEEP
    is_dry_run: bool = False


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """remarks are sentences with their line, the first thousand of remark_count."""

    path: str
    format: str
    encoding: str
    records: int
    remark_count: int = 0
    remarks: Sequence[Remark] = ()

    def as_json(self) -> dict[str, object]:
        return {
            "path": self.path,
            "format": self.format,
            "encoding": self.encoding,
            "records": self.records,
            "remark_count": self.remark_count,
            "remarks": [{"line": line, "sentence": str(sentence)} for line, sentence in self.remarks],
        }


@dataclass(slots=True)
class ImportReport:
    """passed_over are files of a folder that no format claims; hidden counts, by name, what nobody sees.

    copies are files and lines of articles that are nearly the same as others, with the names of these;
    left_out counts the spans of those that were not taken.
    """

    counts: IntakeCounts
    files: list[ImportedFile] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)
    added_labels: list[str] = field(default_factory=list)
    hidden: Counter[str] = field(default_factory=Counter)
    copies: list[tuple[str, int, str]] = field(default_factory=list)
    left_out: int = 0
    is_dry_run: bool = False
    receipt: Receipt | None = None

    def as_json(self) -> dict[str, object]:
        """Return the report as `--report` writes it."""
        return {
            **asdict(self.counts),
            "added_labels": self.added_labels,
            "hidden_characters": dict(sorted(self.hidden.items())),
            "left_out_spans": self.left_out,
            "copies": [{"path": path, "line": line, "of": name} for path, line, name in self.copies],
            "dry_run": self.is_dry_run,
            "files": [file.as_json() for file in self.files],
            "passed_over": self.passed_over,
        }


class _DryRun(Exception):  # noqa: N818 - it ends the unit of work, and is no error
    pass


def import_files(
    project: Project, paths: Sequence[Path], options: ImportOptions, progress: Progress = silent
) -> ImportReport:
    """Import files, and the files of folders, all or none.

    Raises FileError and FormatError, naming file and line, EditError for a name that cannot be an
    annotator's, and StorageError; nothing is changed then.
    """
    if options.annotator is not None:
        checked(options.annotator)
    report = ImportReport(IntakeCounts(), is_dry_run=options.is_dry_run)
    sources = list(_sources(paths, options, report))
    _refuse_odd_names(sources)
    if not sources:
        _refuse_nothing(paths)
    try:
        with uncollected(), project.unit_of_work(Reach.ARTICLES) as work:
            work.intake.adds_labels = options.adds_labels
            report.counts = work.intake.counts
            report.added_labels = work.intake.added_labels
            _take_in(work, sources, options, report, progress)
            report.receipt = work.intake.receipt()
            if options.is_dry_run:
                raise _DryRun  # noqa: TRY301 - what rolls a unit of work back
    except _DryRun:
        pass
    return report


def first_source(paths: Sequence[Path], options: ImportOptions) -> tuple[Source, Format]:
    """Return the first file that would be read, and how. Raises FileError and FormatError."""
    return next(_sources(paths, options, ImportReport(IntakeCounts())), None) or _refuse_nothing(paths)


def withdraw(project: Project, receipt: Receipt, progress: Progress = silent) -> None:
    """Remove what an import brought, after a backup.

    Raises EditError where it has been worked on since, ProjectError without a backup, and StorageError.
    """
    backing_up.before(project, Reason.BULK)
    with uncollected(), project.unit_of_work(Reach.ANYTHING) as work:
        if work.withdrawal.is_touched(receipt):
            raise EditError("The import stays: its articles have been worked on since.")
        for done in work.withdrawal.remove(receipt):
            progress(done, len(receipt.articles))


def _take_in(
    work: UnitOfWork,
    sources: Sequence[tuple[Source, Format]],
    options: ImportOptions,
    report: ImportReport,
    progress: Progress,
) -> None:
    is_one = len(sources) == 1
    total = _lines(sources[0][0], progress) if is_one else len(sources)
    found = FoundCopies() if options.copies is Copies.KEEP else find(work, sources)
    for place, (source, form) in enumerate(sources):
        work.intake.begin(source.path)
        assert form.read
        records = _Counted(with_days_told(source, form.read(source)))
        for record in records:
            report.hidden.update(hidden.counts(record.text))
            where = place, records.count - 1
            if where in found.originals:
                report.copies.append((str(source.path), record.line, found.originals[where]))
            taken = found.taken(where, record, options.copies)
            if taken is None:
                report.left_out += len(record.spans)
            else:
                work.intake.add(taken, options.annotator or record.annotator or options.login)
            if records.count % _EVERY == 0:
                progress(record.line if is_one else place, total)
        work.intake.finish()
        report.files.append(
            ImportedFile(
                str(source.path),
                form.name,
                source.encoding or records.encoding,
                records.count,
                source.remark_count,
                source.remarks,
            )
        )
        progress(total if is_one else place + 1, total)


class _Counted:
    """Iterates over records, keeping what the report says of their file."""

    def __init__(self, records: Iterator[Record]) -> None:
        self._records = records
        self.count = 0
        self.encoding = "utf-8"

    def __iter__(self) -> Iterator[Record]:
        for record in self._records:
            self.count += 1
            self.encoding = record.encoding or self.encoding
            yield record


def _sources(
    paths: Sequence[Path], options: ImportOptions, report: ImportReport
) -> Iterator[tuple[Source, Format]]:
    """Yield the files to read, of folders and archives too, and how; note in the report those passed over."""
    chosen = _readable(named(options.format)) if options.format else None
    for path in paths:
        source = _source(path, options)
        if is_folder(path) or is_archive(source):
            for file in _files(source, options):
                if is_companion(file) or says_nothing(file):
                    continue
                form = recognise(file) if chosen is None else _of_its_kind(file, chosen)
                if form is None or form.read is None:
                    report.passed_over.append(str(file.path).encode(errors="replace").decode())
                else:
                    yield file, form
            continue
        form = chosen or recognise(source)
        if form is None:
            raise FormatError("{path}: name its format; nothing in it tells.", path=path)
        yield source, _readable(form)


def _source(path: Path, options: ImportOptions) -> Source:
    texts = [name for name, kept in options.columns.items() if kept == "text"]
    if len(texts) > 1:
        raise FormatError("Only one column can be the text, not {names}.", names=", ".join(texts))
    text = texts[0] if texts else None
    return Source(path, options.encoding, options.offset_unit, text, columns=options.columns)


def _files(source: Source, options: ImportOptions) -> Iterator[Source]:
    """Yield the files of a folder or an archive, those of the folder's archives too.

    What is an archive within an archive comes as a file, which no format claims.
    """
    if not is_folder(source.path):
        yield from members(source)
        return
    for path in files_within(source.path):
        file = _source(path, options)
        yield from members(file) if is_archive(file) else [file]


def _of_its_kind(source: Source, chosen: Format) -> Format | None:
    return chosen if source.path.suffix.lower() in chosen.suffixes else None


def _readable(form: Format) -> Format:
    if form.read is None:
        raise FormatError("{name} can be written, but not read.", name=form.name)
    return form


def _refuse_nothing(paths: Sequence[Path]) -> NoReturn:
    raise FileError("There is nothing to import in {path}.", path=", ".join(map(str, paths)))


def _refuse_odd_names(sources: Sequence[tuple[Source, Format]]) -> None:
    """A name that is not UTF-8, as old archives leave it, could be stored no more than shown.

    One that looks like another would mislead whoever reads where an article is from.
    """
    for source, _ in sources:
        if is_turned(source.path.name):
            raise FileError(
                "The name of {path} holds marks that turn letters round; rename the file.",
                path=ascii(source.path.name),
            )
        try:
            str(source.path).encode()
        except UnicodeEncodeError:
            raise FileError("The name of {path} is not UTF-8; rename the file.", path=source.path) from None


def _lines(source: Source, progress: Progress) -> int:
    """Count the lines of a file, where somebody watches the progress."""
    if progress is silent:
        return 0
    with source.open() as file:
        return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))
