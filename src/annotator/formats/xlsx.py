"""Excel workbooks: articles in from any, and a workbook for review out.

Its first sheet, from right to left, has a row for each span with what stands around it, to be read, filtered
and commented on. The sheet "articles" has the columns of tables.py, with which it is read again; a cell holds
32,767 characters at most, so that a long article takes several rows, those after the first without an id.
"""

import json
import re
import shutil
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, Any

from annotator.domain.errors import FormatError
from annotator.domain.record import Record
from annotator.formats import tables
from annotator.formats.fitting import Fitted
from annotator.formats.output import Output
from annotator.formats.source import Source
from annotator.formats.zipped import refuse_bomb

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_ARTICLES = "articles"
_MOST_ROWS = 1_048_576
_LONGEST_CELL = 32_000
_AROUND = 60
_REVIEW = {
    "article": 14,
    "title": 30,
    "annotator": 12,
    "label": 12,
    "before": 40,
    "span": 26,
    "after": 40,
    "start": 8,
    "end": 8,
    "note": 30,
    "decision": 12,
    "comment": 40,
}
"""The columns of the review, and how wide they are."""

# Readers do not agree on what a workbook writes as _x0041_, nor on noncharacters.
_DISPUTED = re.compile('_x[0-9A-Fa-f]{4}_|[\ufffe\uffff]|^json:"')
_JSON = "json:"
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
"""Written as the time of making, so that one state gives the same bytes twice."""


def read(source: Source) -> Iterator[Record]:
    """Yield an article a row of the sheet "articles", or of the first. Raises FileError and FormatError."""
    yield from tables.records(source, _whole(_rows(source)))


def write(fitted: Iterable[Fitted], out: Output) -> None:
    """Write both sheets. Raises FormatError for more spans than a sheet has rows."""
    import xlsxwriter  # noqa: PLC0415 - takes long to import, and few exports need it

    # It seeks in the file, and closes it.
    options = {"constant_memory": True, "in_memory": False, "default_date_format": "yyyy-mm-dd"}
    with SpooledTemporaryFile(1 << 24) as file:
        book = xlsxwriter.Workbook(file, options)
        book.set_properties({"created": _EPOCH})
        review, articles = book.add_worksheet("review"), book.add_worksheet(_ARTICLES)
        review.right_to_left()
        bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
        for column, (name, width) in enumerate(_REVIEW.items()):
            review.set_column(column, column, width, wrapped)
            review.write_string(0, column, name, bold)
        review.freeze_panes(1, 0)
        _write_row(articles, 0, tables.COLUMNS)
        span_rows, article_rows = 1, 1
        for record, _, _ in fitted:
            span_rows = _write_spans(review, span_rows, record)
            article_rows = _write_article(articles, article_rows, record)
        review.autofilter(0, 0, max(1, span_rows - 1), len(_REVIEW) - 1)
        book.close()
        file.seek(0)
        shutil.copyfileobj(file, out.file())


def _write_spans(sheet: "Worksheet", row: int, record: Record) -> int:
    """Write a row for each span; return the next row."""
    text = record.text
    for span in record.spans:
        cells = (
            record.external_id or record.id or "",
            str(record.meta.get("title") or ""),
            record.annotator or "",
            span.label,
            text[max(0, span.start - _AROUND) : span.start],
            text[span.start : span.end],
            text[span.end : span.end + _AROUND],
            str(span.start),
            str(span.end),
            span.note or "",
        )
        _write_row(sheet, row, [tables.guarded(cell)[:_LONGEST_CELL] for cell in cells])
        row += 1
    return row


def _write_article(sheet: "Worksheet", row: int, record: Record) -> int:
    cells = [_undisputed(cell) for cell in tables.row_of(record)]
    for begin in range(0, max(map(len, cells)), _LONGEST_CELL):
        _write_row(sheet, row, [cell[begin : begin + _LONGEST_CELL] for cell in cells])
        row += 1
    return row


def _write_row(sheet: "Worksheet", row: int, cells: Iterable[str]) -> None:
    if row >= _MOST_ROWS:
        raise FormatError("A sheet holds {count} rows, and the export has more.", count=f"{_MOST_ROWS:,}")
    for column, cell in enumerate(cells):
        if cell:
            sheet.write_string(row, column, cell)


def _undisputed(cell: str) -> str:
    if not _DISPUTED.search(cell):
        return cell
    return _JSON + json.dumps(cell).replace("_x", "\\u005fx")


def _meant(cell: str) -> str:
    return json.loads(cell[len(_JSON) :]) if cell.startswith(f'{_JSON}"') else cell


def _rows(source: Source) -> Iterator[tables.Row]:
    from python_calamine import CalamineError, load_workbook  # noqa: PLC0415 - few imports need it

    if source.path.suffix.lower() in {".xlsx", ".ods"}:
        refuse_bomb(source)
    with source.seekable() as file:
        try:
            book = load_workbook(file)
            names = book.sheet_names
            sheet = book.get_sheet_by_name(_ARTICLES if _ARTICLES in names else names[0])
            rows: list[list[Any]] = sheet.to_python()
        except (CalamineError, OSError, ValueError, IndexError) as error:
            raise FormatError(
                "{path} is no Excel workbook, or is damaged ({reason}).", path=source.path, reason=error
            ) from None
    if len(names) > 1 and _ARTICLES not in names:
        source.remark(0, "only the sheet {name} was read, of {count}", name=names[0], count=len(names))
    for nth, cells in enumerate(rows, 1):
        if any(cell != "" for cell in cells):
            yield nth, [cell if isinstance(cell, str) else _shown(cell) for cell in cells]


def _shown(cell: object) -> str:
    """Return a number or a date as a person would write it."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _whole(rows: Iterator[tables.Row]) -> Iterator[tables.Row]:
    """Put the rows of one article together, where a table is ours."""
    first = next(rows, None)
    if first is None:
        return
    yield first
    if not {"id", *tables.COLUMNS[-5:]} <= set(first[1]):  # text, and what is nested
        yield from rows
        return
    identity = first[1].index("id")
    pending: tables.Row | None = None
    for line, cells in rows:
        if pending and not cells[identity]:
            pending = pending[0], [one + more for one, more in zip(pending[1], cells, strict=True)]
            continue
        if pending:
            yield pending[0], [*map(_meant, pending[1])]
        pending = line, cells
    if pending:
        yield pending[0], [*map(_meant, pending[1])]
