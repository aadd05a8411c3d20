"""A report as one HTML page, for a browser and for Qt, which makes a PDF of it.

Qt reads a subset of HTML 4. Bars are images of one pixel, drawn as wide as they have to be; the columns of
a table in Arabic have to stand in the order in which Qt draws them, from the left.
"""

import struct
import zlib
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from html import escape

from annotator.reports.tables import Cell, Report, Table, shown

_STYLE = """
body { font-family: "Vazirmatn", "Noto Naskh Arabic", "Segoe UI", "Helvetica Neue", sans-serif;
       color: #1c2128; margin: 32px; }
h1 { font-size: 24px; } h2 { font-size: 17px; margin-top: 28px; }
p { color: #57606a; font-size: 13px; }
table.figures { border-collapse: collapse; font-size: 13px; }
table.figures th { background-color: #f0f2f5; }
table.figures th, table.figures td { padding: 5px 9px; border: 1px solid #d0d7de; }
"""
_BAR = "#0072B2"
_WIDTH = 120


class _Page:
    def __init__(self, report: Report, *, is_mirrored: bool) -> None:
        self._report = report
        self._direction = "rtl" if report.language == "ar" else "ltr"
        self._is_mirrored = is_mirrored and self._direction == "rtl"

    def html(self) -> str:
        report, direction = self._report, self._direction
        title = escape(report.title)
        facts = (
            self._row([f"<td>{escape(name)}</td>", f"<td><b>{_in_order(value)}</b></td>"])
            for name, value in report.facts
        )
        sections = [self._section(table) for table in report.tables]
        body = "\n".join([f"<h1>{title}</h1>", self._table(facts), *sections])
        return (
            f'<!DOCTYPE html>\n<html lang="{report.language}" dir="{direction}">\n<head>'
            f'<meta charset="utf-8"><title>{title}</title>\n<style>{_STYLE}</style></head>\n'
            f'<body dir="{direction}">\n{body}\n</body>\n</html>\n'
        )

    def _section(self, table: Table) -> str:
        head = self._row(f"<th>{escape(column)}</th>" for column in _columns(table))
        rows = (self._row(self._cells(row, table)) for row in table.rows)
        return f"<h2>{escape(table.title)}</h2>\n<p>{escape(table.about)}</p>\n{self._table([head, *rows])}"

    def _table(self, rows: Iterable[str]) -> str:
        direction = "" if self._is_mirrored else f' dir="{self._direction}"'
        body = "\n".join(rows)
        return f'<table class="figures"{direction} cellspacing="0">\n{body}\n</table>'

    def _row(self, cells: Iterable[str]) -> str:
        ordered = [*cells][::-1] if self._is_mirrored else cells
        return f"<tr>{''.join(ordered)}</tr>"

    def _cells(self, row: Sequence[Cell], table: Table) -> Iterator[str]:
        colours = self._report.colours
        for nth, cell in enumerate(row):
            yield _cell(cell, colours.get(str(cell)) if nth == table.label_column else None)
            if nth == table.bar:
                yield f"<td>{_bar(cell, colours.get(str(row[0])) or _BAR)}</td>"


def page(report: Report, *, is_mirrored: bool = False) -> str:
    """Return the whole page; is_mirrored is for Qt, which draws all tables from the left."""
    return _Page(report, is_mirrored=is_mirrored).html()


def _columns(table: Table) -> Iterator[str]:
    for nth, column in enumerate(table.columns):
        yield column
        if nth == table.bar:
            yield ""


def _cell(cell: Cell, colour: str | None) -> str:
    if type(cell) in {int, float}:
        return f'<td align="right">{shown(cell)}</td>'
    style = f' style="border-bottom: 3px solid {colour}"' if colour else ""
    return f"<td{style}>{_in_order(shown(cell))}</td>"


def _in_order(text: str) -> str:
    """Return a text that keeps its order within Arabic; Qt knows no bdi."""
    is_plain = text.isascii() and any(letter.isalnum() for letter in text)
    return f"\u202a{escape(text)}\u202c" if is_plain else escape(text)


def _bar(cell: Cell, colour: str) -> str:
    if not isinstance(cell, float):
        return ""
    width = max(1, round(_WIDTH * min(cell, 1)))
    return f'<img src="{_pixel(colour)}" width="{width}" height="10" alt="">'


@cache
def _pixel(colour: str) -> str:
    """Return a PNG of one pixel as an address (PNG, third edition, §5: signature, header, data, end)."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    data = zlib.compress(bytes([0, red, green, blue]))
    chunks = (_chunk(b"IHDR", header), _chunk(b"IDAT", data), _chunk(b"IEND", b""))
    return "data:image/png;base64," + b64encode(b"\x89PNG\r\n\x1a\n" + b"".join(chunks)).decode()


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
