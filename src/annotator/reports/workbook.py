"""A report as an Excel workbook, a sheet for each table."""

import io
from typing import TYPE_CHECKING

from annotator.domain.measures import Undefined
from annotator.reports.tables import Report, Table

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_LONGEST_NAME = 31
_WIDEST = 46


def workbook(report: Report) -> bytes:
    """Return the file. What has no value is left empty."""
    import xlsxwriter  # noqa: PLC0415 - only where a workbook is made

    file = io.BytesIO()
    book = xlsxwriter.Workbook(
        file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    bold = book.add_format({"bold": True, "bottom": 1})
    share = book.add_format({"num_format": "0.000"})
    facts = book.add_worksheet("0")
    _set_up(facts, report)
    for row, (name, value) in enumerate([(report.title, ""), *report.facts]):
        facts.write_string(row, 0, name, bold if row == 0 else None)
        facts.write_string(row, 1, value)
    facts.autofit(max_width=8 * _WIDEST)
    for nth, table in enumerate(report.tables, 1):
        sheet = book.add_worksheet(_name(nth, table))
        _set_up(sheet, report)
        _write(sheet, table, bold, share)
    book.close()
    return file.getvalue()


def _set_up(sheet: "Worksheet", report: Report) -> None:
    if report.language == "ar":
        sheet.right_to_left()


def _write(sheet: "Worksheet", table: Table, bold: "Format", share: "Format") -> None:
    sheet.write_string(0, 0, table.title, bold)
    sheet.write_string(1, 0, table.about)
    for column, name in enumerate(table.columns):
        sheet.write_string(3, column, name, bold)
        sheet.set_column(column, column, min(max(len(name) + 2, 10), _WIDEST))
    for row, cells in enumerate(table.rows, 4):
        for column, cell in enumerate(cells):
            match cell:
                case Undefined() | None:
                    pass
                case float():
                    sheet.write_number(row, column, cell, share)
                case int():
                    sheet.write_number(row, column, cell)
                case str():
                    sheet.write_string(row, column, cell)
    sheet.freeze_panes(4, 1)


def _name(nth: int, table: Table) -> str:
    """Return a sheet's name: numbered, so that no two are alike, without what Excel takes for syntax."""
    cleaned = "".join(letter for letter in table.title if letter not in "[]:*?/\\'")
    return f"{nth} {cleaned}"[:_LONGEST_NAME]
