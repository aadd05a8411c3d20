"""What a reader reads: a file, how to understand it, and what there was to remark on it."""

import codecs
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, NamedTuple, NoReturn, TextIO

from annotator.domain.errors import AnnotatorError, FormatError
from annotator.domain.offsets import OffsetUnit
from annotator.formats.encoding import decode
from annotator.formats.files import is_folder, readable

MOST_REMARKS = 1000
LARGEST = 256 << 20
LONGEST_LINE = 64 << 20
_HEAD = 1 << 20


class Remark(NamedTuple):
    """What was read otherwise than it stands, or passed over; line counts from 1, 0 is the whole file."""

    line: int
    sentence: AnnotatorError


@dataclass(slots=True)
class Source:
    """A file to read records from. path is what sentences call it.

    encoding, offset_unit and text_column are None where they are to be found out. columns has the names under
    which metadata are kept, by those of the file, none for what is left out; with keeps_names all others stay
    as they stand. remarks holds the first thousand of what a reader had to remark, of which there were
    remark_count; found_text is the column that it took for the text.
    """

    path: Path
    encoding: str | None = None
    offset_unit: OffsetUnit | None = None
    text_column: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    keeps_names: bool = False
    remarks: list[Remark] = field(default_factory=list)
    remark_count: int = 0
    found_text: str | None = None

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """Open it from its beginning, as often as a reader likes. Raises FileError."""
        with readable(self.path) as file:
            yield file

    @contextmanager
    def on_disk(self) -> Iterator[Path]:
        """Give a file of this content, for what reads nothing else. Raises FileError."""
        with readable(self.path):
            yield self.path

    @contextmanager
    def seekable(self) -> Iterator[BinaryIO]:
        """Open it for what reads here and there. Raises FileError and FormatError."""
        with self.on_disk() as path, readable(path) as file:
            yield file

    def is_empty(self) -> bool:
        """Tell whether there is nothing in it, as far as that is known without reading it."""
        try:
            return self.path.stat().st_size == 0
        except OSError:
            return False

    def data(self) -> bytes:
        """Return all of a file that is one article or so. Raises FileError, and FormatError over 256 MiB."""
        data = bytearray()
        with self.open() as file:
            while block := file.read(_HEAD):  # for a large number, room would be made for so much
                data += block
                if len(data) > LARGEST:
                    template = "{path} is larger than 256 MiB, and cannot be one article."
                    raise FormatError(template, path=self.path)
        return bytes(data)

    def text(self) -> tuple[str, str]:
        """Return all of a text file and the name of its encoding. Raises FileError and FormatError."""
        data = self.data()
        return decode(data, self.path, self.encoding) if data else ("", "utf-8")

    @contextmanager
    def open_text(self, newline: str | None = None) -> Iterator[TextIO]:
        """Open a text file whose lines may end in LF, CR LF or CR; each reads as LF, unless newline is "".

        Its encoding is found out from its beginning, and kept. Raises FileError and FormatError.
        """
        with self.open() as file:
            head = file.read(_HEAD)
        if self.encoding is None and head:
            self.encoding = decode(head if len(head) < _HEAD else _whole_lines(head), self.path)[1]
        encoding = self.encoding or "utf-8"
        try:
            with self.open() as file, TextIOWrapper(file, _unmarked(encoding, head), newline=newline) as text:
                yield text
        except (UnicodeError, LookupError):
            with self.open() as file:
                decode(file.read(), self.path, encoding)  # says where
            raise

    def lines(self, file: TextIO) -> Iterator[str]:
        """Yield the lines of an opened text file, and refuse one that is longer than 64 MiB."""
        number = 0
        while line := file.readline(LONGEST_LINE + 1):
            number += 1
            if len(line) > LONGEST_LINE:
                self.refuse(number, "longer than 64 MiB.")
            yield line

    def beside(self, name: str) -> "Source | None":
        """Return the file of this name in the same folder, if there is one."""
        path = self.path.with_name(name)
        is_there = path.exists() and not is_folder(path)
        return Source(path, self.encoding, self.offset_unit) if is_there else None

    def refuse(self, line: int, template: str, **facts: object) -> NoReturn:
        raise FormatError("{path}, line {line}: " + template, path=self.path, line=line, **facts)

    def remark(self, line: int, template: str, **facts: object) -> None:
        self.remark_count += 1
        if len(self.remarks) < MOST_REMARKS:
            self.remarks.append(Remark(line, FormatError(template, **facts)))

    def expect_utf8(self, what: str) -> None:
        """Refuse another encoding that was named, for a format that has but this one."""
        named = (self.encoding or "utf-8").lower().replace("_", "-")
        if named not in {"utf-8", "utf8", "utf-8-sig"}:
            raise FormatError(
                "{path}: {what} are UTF-8, not {encoding}.",
                path=self.path,
                what=what,
                encoding=self.encoding,
            )


def _whole_lines(head: bytes) -> bytes:
    """Leave out what follows the last line feed, which may end within a character."""
    place = head.rfind(b"\n")
    marks = codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE
    unit = 4 if head.startswith(marks) else 2 if b"\0" in head[: max(place, 0)] else 1
    return head[: (place // unit + 1) * unit] or head


def _unmarked(encoding: str, head: bytes) -> str:
    """Return the codec that passes over a byte-order mark, if there is one."""
    return "utf-8-sig" if encoding == "utf-8" and head.startswith(codecs.BOM_UTF8) else encoding
