"""Files within zip, gzip and Zstandard archives, read as streams: nothing is unpacked to the disk.

An archive is refused that leads out of its folder, holds links, or grows to more than news can be.
"""

import gzip
import os
import shutil
import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BufferedReader, RawIOBase
from pathlib import Path, PurePosixPath
from tempfile import NamedTemporaryFile
from typing import IO, BinaryIO, cast

import zstandard

from annotator.domain.errors import FormatError
from annotator.formats.files import readable
from annotator.formats.source import Source
from annotator.formats.zipped import BROKEN

MOST_BYTES = 16 << 30
MOST_TIMES = 200
"""No text is so much larger than its compressed form."""
_ALWAYS_ALLOWED = 64 << 20

_ZIPS = (b"PK\x03\x04", b"PK\x05\x06")
_GZIP, _ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
_DOCUMENTS = (".xlsx", ".xlsm", ".docx", ".ods", ".odt", ".pptx", ".epub")
_BROKEN = (*BROKEN, gzip.BadGzipFile, zstandard.ZstdError)


@dataclass(slots=True)
class Member(Source):
    """A file within an archive; path is the archive's with the member's name behind it.

    zip is open as long as one of its members is there, since to open it takes long where it has many.
    """

    archive: Path = field(default_factory=Path)
    zip: zipfile.ZipFile | None = None
    member: zipfile.ZipInfo | None = None

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """Open it from its beginning. Raises FileError, and FormatError also while it is read."""
        with readable(self.archive) as file:
            try:
                with self._stream(file) as stream:
                    limited = _Limited(stream, self.archive, self._size(file))
                    yield cast("BinaryIO", BufferedReader(limited, 1 << 18))
            except _BROKEN as error:
                raise _damaged(self.archive, error) from error

    def _stream(self, file: BinaryIO) -> IO[bytes]:
        if self.zip is None or self.member is None:
            return _unpacked(file)
        try:
            return self.zip.open(self.member)
        except ValueError as error:  # a name that is not UTF-8, a place before the file
            raise _damaged(self.archive, error) from error

    def is_empty(self) -> bool:
        return self.member is not None and self.member.file_size == 0

    def _size(self, file: BinaryIO) -> int:
        """Return how large it is in its compressed form."""
        return self.member.compress_size if self.member else os.fstat(file.fileno()).st_size

    @contextmanager
    def on_disk(self) -> Iterator[Path]:
        """Give a copy that is there as long as it is read. Raises FileError and FormatError."""
        with NamedTemporaryFile(suffix=self.path.suffix) as copy:
            with self.open() as file:
                shutil.copyfileobj(file, copy)
            copy.flush()
            yield Path(copy.name)

    def beside(self, name: str) -> "Source | None":
        if self.zip is None or self.member is None:
            return None
        other = self.zip.NameToInfo.get(str(PurePosixPath(self.member.filename).with_name(name)))
        return _member(self.archive, self, self.zip, other) if other else None


def is_archive(source: Source) -> bool:
    """Tell whether a file holds files. Documents that are zip files by their make are none."""
    with source.open() as file:
        magic = file.read(4)
    is_zip = magic in _ZIPS and source.path.suffix.lower() not in _DOCUMENTS
    return is_zip or magic.startswith((_GZIP, _ZSTD))


def members(source: Source) -> list[Source]:
    """Return the files of an archive. Raises FileError and FormatError."""
    with readable(source.path) as file:
        if file.read(4) not in _ZIPS:
            return [_member(source.path, source)]
    try:
        archive = zipfile.ZipFile(source.path)
    except (*_BROKEN, OSError, ValueError) as error:
        raise _damaged(source.path, error) from error
    infos = [info for info in archive.infolist() if not info.filename.endswith("/")]
    for info in infos:
        _refuse_odd(source.path, info)
    return [_member(source.path, source, archive, info) for info in infos]


def _member(
    archive: Path,
    like: Source,
    opened: zipfile.ZipFile | None = None,
    member: zipfile.ZipInfo | None = None,
) -> Member:
    path = archive / member.filename if member else archive.with_suffix("")
    chosen = like.encoding, like.offset_unit, like.text_column, like.columns, like.keeps_names
    return Member(path, *chosen, archive=archive, zip=opened, member=member)


def _refuse_odd(archive: Path, info: zipfile.ZipInfo) -> None:
    path = PurePosixPath(info.filename.replace("\\", "/"))
    is_outside = not path.parts or path.is_absolute() or ".." in path.parts or ":" in path.parts[0]
    if is_outside or stat.S_ISLNK(info.external_attr >> 16):
        template = "{path} holds a file that leads out of its folder: {name}"
        raise FormatError(template, path=archive, name=info.filename)
    if info.file_size > MOST_BYTES:
        raise _too_large(archive)


def _unpacked(file: BinaryIO) -> IO[bytes]:
    is_gzip = file.read(2) == _GZIP
    file.seek(0)
    return cast("IO[bytes]", gzip.open(file)) if is_gzip else _zstd(file)


def _zstd(file: BinaryIO) -> IO[bytes]:
    reader = zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(file, read_across_frames=True)
    return cast("IO[bytes]", reader)


class _Limited(RawIOBase):
    """Counts what comes out of an archive, and stops where no text could be so well compressed."""

    def __init__(self, stream: IO[bytes], archive: Path, compressed: int) -> None:
        self._stream = stream
        self._archive = archive
        self._most = min(MOST_BYTES, max(_ALWAYS_ALLOWED, MOST_TIMES * compressed))
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        self._count += len(data)
        if self._count > self._most:
            raise _too_large(self._archive)
        buffer[: len(data)] = data
        return len(data)


def _too_large(archive: Path) -> FormatError:
    return FormatError("{path} unpacks to far more than it could hold; it was not read.", path=archive)


def _damaged(archive: Path, error: BaseException) -> FormatError:
    return FormatError(
        "{path} is a damaged archive ({reason}).", path=archive, reason=str(error).lower() or "cut"
    )
