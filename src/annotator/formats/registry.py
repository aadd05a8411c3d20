"""The formats there are, by name."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from annotator.domain.errors import FormatError
from annotator.domain.record import Record
from annotator.formats import doccano, jsonl, txt


@dataclass(frozen=True, slots=True)
class Format:
    """read takes a file and the name of its encoding, or None to find it out; carries says what survives.

    is_plain says that of an annotation only span and label are written.
    """

    name: str
    suffixes: tuple[str, ...]
    carries: str
    read: Callable[[Path, str | None], Iterator[Record]]
    write: Callable[[Iterable[Record], BinaryIO], int] | None = None
    is_plain: bool = False


FORMATS = {
    form.name: form
    for form in (
        Format(
            "jsonl",
            (".jsonl", ".ndjson"),
            "everything; also reads the minimal and doccano's form",
            jsonl.read,
            jsonl.write,
        ),
        Format(
            "doccano", (".jsonl",), "text, metadata and spans", doccano.read, doccano.write, is_plain=True
        ),
        Format("txt", (".txt",), "text and the agency's date line", txt.read),
    )
}


def named(name: str) -> Format:
    if name not in FORMATS:
        raise FormatError(
            "There is no format {name}; there are: {known}.", name=name, known=", ".join(FORMATS)
        )
    return FORMATS[name]


def by_suffix(path: Path) -> Format | None:
    """Return the first format that files of this name usually have."""
    return next((form for form in FORMATS.values() if path.suffix.lower() in form.suffixes), None)
