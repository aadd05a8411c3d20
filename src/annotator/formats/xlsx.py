"""Excel workbooks: articles in from any, and a workbook for review out.

Its first sheet, from right to left, has a row for each span with what stands around it, to be read, filtered
and commented on. The sheet "articles" has the columns of tables.py, with which it is read again; a cell holds
32,767 characters at most, so that a long article takes several rows, those after the first without an id.
"""

import json
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from tempfile import SpooledTemporaryFile
from threading import Timer
from typing import TYPE_CHECKING, Any, NoReturn

import orjson

from annotator.domain.errors import FormatError
from annotator.domain.record import Record
from annotator.formats import tables
from annotator.formats.fitting import Fitted
from annotator.formats.output import Output
from annotator.formats.source import Source
from annotator.formats.workers import most_seconds, worker
from annotator.formats.zipped import refuse_bomb

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_WORKER = "annotator.formats.xlsx_worker"
_TIMES_AS_LONG = 10
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
    if _is_zip(source):
        refuse_bomb(source)
    with (
        source.on_disk() as path,
        worker(_WORKER, str(path), _ARTICLES, errors=subprocess.DEVNULL) as process,
        _patience(process, path.stat().st_size),
    ):
        assert process.stdout
        names = _names(source, process.stdout.readline())
        for nth, line in enumerate(process.stdout, 1):
            if not line.endswith(b"\n"):
                break
            cells = orjson.loads(line)
            if any(cells):
                yield nth, cells
        if process.wait():
            _refuse(source, "it cannot be read to its end")
    if len(names) > 1 and _ARTICLES not in names:
        source.remark(0, "only the sheet {name} was read, of {count}", name=names[0], count=len(names))


@contextmanager
def _patience(process: "subprocess.Popen[bytes]", size: int) -> Iterator[None]:
    """End a process that takes far longer than it may: it ends itself where the system can count its time."""
    timer = Timer(_TIMES_AS_LONG * most_seconds(size), process.kill)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _names(source: Source, line: bytes) -> list[str]:
    """Return the names of the sheets, which come first."""
    if not line:
        _refuse(source, "reading it fails, or takes too much time or memory")
    told: dict[str, Any] = orjson.loads(line)
    if "reason" in told:
        _refuse(source, told["reason"])
    return [*map(str, told["names"])]


def _is_zip(source: Source) -> bool:
    with source.open() as file:
        return file.read(4) == b"PK\x03\x04"


def _refuse(source: Source, reason: str) -> NoReturn:
    template = "{path} is no Excel workbook, or is damaged ({reason})."
    raise FormatError(template, path=source.path, reason=reason)


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
