"""What a command did, as a file for scripts."""

from pathlib import Path

import orjson

from annotator.domain.errors import FileError
from annotator.domain.place import Place
from annotator.formats.files import is_folder, refuse_place, written_whole


def refuse(report: Path, *taken: Place) -> None:
    """Raise FileError, before any work, where a report has no place or would overwrite what is taken."""
    if is_folder(report):
        raise FileError("{path} is a folder; name a file to write.", path=report)
    if not is_folder(report.parent):
        raise FileError("There is no folder {path} to write the report into.", path=report.parent)
    if report.resolve() in {place.resolve() for place in taken if isinstance(place, Path)}:
        raise FileError("{path} is in use already; name another file for the report.", path=report)
    refuse_place(report)


def write(report: Path, value: object) -> None:
    """Raises FileError."""
    with written_whole(report) as file:
        file.write(orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
