"""Plain text, one article a file, as news agencies ship it."""

from collections.abc import Iterable, Iterator

from annotator.domain.article import date_line
from annotator.domain.errors import FormatError
from annotator.domain.record import Record
from annotator.formats.encoding import encode
from annotator.formats.file_names import FileNames
from annotator.formats.fitting import Fitted
from annotator.formats.output import Output
from annotator.formats.source import Source

_ENDING = ".txt"


def read(source: Source) -> Iterator[Record]:
    """Yield the file's one article, verbatim, date line included; the file's name is its outside id.

    Raises FileError and FormatError.
    """
    text, found = source.text()
    if not text:
        raise FormatError("{path} is empty.", path=source.path)
    published = date_line(text)
    yield Record(
        text=text,
        external_id=source.path.name,
        meta={"published": published} if published else {},
        encoding=found,
    )


def write(fitted: Iterable[Fitted], out: Output) -> None:
    """Write a file for each article, once however many labelled it, in UTF-8."""
    folder, names = out.folder(), FileNames()
    for record, _, _ in fitted:
        (folder / f"{names.of(record, _ENDING)}{_ENDING}").write_bytes(encode(record.text))
