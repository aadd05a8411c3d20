"""Tables with commas or tabs (RFC 4180), with the columns of tables.py and a mark for spreadsheets."""

import csv
from collections.abc import Callable, Iterable, Iterator
from io import TextIOWrapper

from annotator.domain.record import Record
from annotator.formats import tables
from annotator.formats.fitting import Fitted
from annotator.formats.output import Output
from annotator.formats.source import Source

_LONGEST_CELL = 64 << 20
_DELIMITERS = ",;\t|"


def read(source: Source) -> Iterator[Record]:
    """Yield an article a row; delimiter and columns are found out. Raises FileError and FormatError."""
    yield from tables.records(source, _rows(source))


def writer(delimiter: str) -> Callable[[Iterable[Fitted], Output], None]:
    """Return what writes a row for each record."""

    def write(fitted: Iterable[Fitted], out: Output) -> None:
        file = TextIOWrapper(out.file(), "utf-8-sig", newline="", write_through=True)
        rows = csv.writer(file, delimiter=delimiter)
        rows.writerow(tables.COLUMNS)
        rows.writerows(tables.row_of(record) for record, _, _ in fitted)
        file.detach()

    return write


def _rows(source: Source) -> Iterator[tables.Row]:
    csv.field_size_limit(_LONGEST_CELL)
    with source.open_text() as file:
        head = next(source.lines(file), "")
    has_tabs = source.path.suffix.lower() in {".tsv", ".tab"}
    delimiter = "\t" if has_tabs else max(_DELIMITERS, key=head.count)
    with source.open_text(newline="") as file:
        rows = csv.reader(source.lines(file), delimiter=delimiter, strict=True)
        line = 1
        try:
            for cells in rows:
                if cells:
                    yield line, cells
                line = rows.line_num + 1
        except csv.Error as error:
            source.refuse(line, "this row of the table is broken ({reason}).", reason=error)
