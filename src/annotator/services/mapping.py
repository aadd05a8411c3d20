"""What columns and other metadata a file has, before it is imported, and what becomes of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from annotator.domain.errors import FormatError
from annotator.domain.offsets import OffsetUnit
from annotator.domain.record import Record
from annotator.formats import tables
from annotator.formats.source import Source
from annotator.formats.surroundings import OUTSIDE, dated
from annotator.services.importing import ImportOptions, first_source

TEXT = "text"
KEPT_AS = (TEXT, OUTSIDE, "title", "source", "published", "url")
"""The names that mean something to the program. Metadata under other names are kept and given back."""

_ROWS = 5


@dataclass(frozen=True, slots=True)
class Column:
    """values are those of the first articles, "" where one has none; kept_as is what it becomes by itself."""

    name: str
    values: Sequence[str]
    kept_as: str


def columns(paths: Sequence[Path], options: ImportOptions) -> list[Column]:
    """Return what the first of some files has besides annotations. Raises FileError and FormatError."""
    bare = replace(options, columns={})
    try:
        # What offsets count is found out from all of a file, which may be large.
        source, found = _first(paths, replace(bare, offset_unit=options.offset_unit or OffsetUnit.CODE_POINT))
    except FormatError:
        source, found = _first(paths, bare)
    names = dict.fromkeys(name for record in found for name in record.meta)
    listed = []
    for name in names:
        values = [_shown(record.meta.get(name)) for record in found]
        listed.append(Column(name, values, _kept_as(name, values)))
    if source.found_text is None:
        return listed
    return [Column(source.found_text, [record.text for record in found], TEXT), *listed]


def _first(paths: Sequence[Path], options: ImportOptions) -> tuple[Source, list[Record]]:
    source, form = first_source(paths, options)
    source.keeps_names = True
    assert form.read
    return source, [*islice(form.read(source), _ROWS)]


def _kept_as(name: str, values: Sequence[str]) -> str:
    known = tables.kept_as(name)
    if known == "date" and "published" in dated({known: next(filter(None, values), "")}):
        return "published"
    return known if known in KEPT_AS else name


def _shown(value: object) -> str:
    return "" if value is None else str(value)
