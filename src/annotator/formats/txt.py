"""Plain text, one article a file, as news agencies ship it."""

from collections.abc import Iterator
from pathlib import Path

from annotator.domain.article import date_line
from annotator.domain.errors import FormatError
from annotator.domain.record import Record
from annotator.formats.encoding import decode
from annotator.formats.files import readable


def read(path: Path, encoding: str | None = None) -> Iterator[Record]:
    """Yield the file's one article, verbatim, date line included; the file's name is its outside id.

    Raises FileError and FormatError.
    """
    with readable(path) as file:
        data = file.read()
    text, found = decode(data, path, encoding) if data else ("", "utf-8")
    if not text.strip():
        raise FormatError("{path} is empty.", path=path)
    published = date_line(text)
    yield Record(
        text=text,
        external_id=path.name,
        meta={"published": published} if published else {},
        encoding=found,
    )
