"""The process that reads a workbook: `python -m annotator.formats.xlsx_worker FILE SHEET`.

calamine lays a sheet out as a table with every cell up to the last: two cells may stand for millions, and
a broken file may make it hang or abort. Where the system can, the process ends itself then.

It writes lines of JSON: {"names"}, all sheets, then a list of texts for each row of the sheet with this name
or else of the first; or {"reason"} where it cannot be read.
"""

import os
import sys
from datetime import date
from importlib.util import find_spec
from typing import Any

import orjson
from python_calamine import CalamineError, load_workbook

from annotator.formats.workers import most_seconds

_MEMORY, _MEMORY_A_BYTE = 1 << 30, 60
"""What a workbook of no size may take, and how much more one of some size."""


def _limit(size: int) -> None:
    if find_spec("resource") is None:  # not on Windows, where the one who asked waits no longer than it says
        return
    import resource  # noqa: PLC0415

    seconds, memory = most_seconds(size), _MEMORY + _MEMORY_A_BYTE * size
    for what, most in ((resource.RLIMIT_CPU, seconds), (resource.RLIMIT_AS, memory)):
        _, hard = resource.getrlimit(what)
        resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def write_rows(path: str, sheet: str) -> None:
    out = sys.stdout.buffer
    _limit(os.path.getsize(path))  # noqa: PTH202 - pathlib takes as long to import as a small workbook to read
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - as above
            book = load_workbook(file)
            names = book.sheet_names
            rows = book.get_sheet_by_name(sheet if sheet in names else names[0]).iter_rows()
    except (CalamineError, OSError, ValueError, IndexError) as error:
        out.write(orjson.dumps({"reason": str(error)}))
        return
    out.write(orjson.dumps({"names": names}, option=orjson.OPT_APPEND_NEWLINE))
    for cells in rows:
        texts = [cell if isinstance(cell, str) else _shown(cell) for cell in cells]
        out.write(orjson.dumps(texts, option=orjson.OPT_APPEND_NEWLINE))


def _shown(cell: Any) -> str:
    """Return a number or a date as a person would write it."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return cell.isoformat() if isinstance(cell, date) else str(cell)


if __name__ == "__main__":
    write_rows(*sys.argv[1:])
