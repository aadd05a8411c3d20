"""Files within zip, gzip and Zstandard archives, read as streams: nothing is unpacked to the disk.

An archive is refused that leads out of its folder, holds links, or grows to more than news can be.
"""

import gzip
import lzma
import shutil
import stat
import zipfile
import zlib
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

MOST_BYTES = 16 << 30
MOST_TIMES = 200
"""No text is so much larger than its compressed form."""
_ALWAYS_ALLOWED = 64 << 20

_ZIPS = (b"PK\x03\x04", b"PK\x05\x06")
_GZIP, _ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
_DOCUMENTS = (".xlsx", ".xlsm", ".docx", ".ods", ".odt", ".pptx", ".epub")
_BROKEN = (
    *(zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, lzma.LZMAError, zstandard.ZstdError),
    *(EOFError, NotImplementedError, RuntimeError),
)


@dataclass(slots=True)
class Member(Source):
    """A file within an archive; path is the archive's with the member's name behind it."""

    archive: Path = field(default_factory=Path)
    member: str | None = None

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """Open it from its beginning. Raises FileError, and FormatError also while it is read."""
        with readable(self.archive) as file:
            try:
                with _opened(file, self.member) as stream:
                    limited = _Limited(stream, self.archive, _size(file, self.member))
                    yield cast("BinaryIO", BufferedReader(limited, 1 << 18))
            except _BROKEN as error:
                raise _damaged(self.archive, error) from error

    @contextmanager
    def on_disk(self) -> Iterator[Path]:
        """Give a copy that is there as long as it is read. Raises FileError and FormatError."""
        with NamedTemporaryFile(suffix=self.path.suffix) as copy:
            with self.open() as file:
                shutil.copyfileobj(file, copy)
            copy.flush()
            yield Path(copy.name)

    def beside(self, name: str) -> "Source | None":
        if self.member is None:
            return None
        other = str(PurePosixPath(self.member).with_name(name))
        with readable(self.archive) as file, zipfile.ZipFile(file) as archive:
            is_there = other in archive.namelist()
        return _member(self.archive, other, self) if is_there else None


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
            return [_member(source.path, None, source)]
        try:
            with zipfile.ZipFile(file) as archive:
                infos = [info for info in archive.infolist() if not info.is_dir()]
        except _BROKEN as error:
            raise _damaged(source.path, error) from error
    for info in infos:
        _refuse_odd(source.path, info)
    return [_member(source.path, info.filename, source) for info in infos]


def _member(archive: Path, member: str | None, like: Source) -> Member:
    path = archive.with_suffix("") if member is None else archive / member
    chosen = like.encoding, like.offset_unit, like.text_column, like.columns, like.keeps_names
    return Member(path, *chosen, archive=archive, member=member)


def _refuse_odd(archive: Path, info: zipfile.ZipInfo) -> None:
    path = PurePosixPath(info.filename.replace("\\", "/"))
    is_outside = path.is_absolute() or ".." in path.parts or ":" in path.parts[0]
    if is_outside or stat.S_ISLNK(info.external_attr >> 16):
        template = "{path} holds a file that leads out of its folder: {name}"
        raise FormatError(template, path=archive, name=info.filename)
    if info.file_size > MOST_BYTES:
        raise _too_large(archive)


@contextmanager
def _opened(file: BinaryIO, member: str | None) -> Iterator[IO[bytes]]:
    if member is not None:
        with zipfile.ZipFile(file) as archive, archive.open(member) as stream:
            yield stream
        return
    is_gzip = file.read(2) == _GZIP
    file.seek(0)
    with gzip.open(file) if is_gzip else _zstd(file) as stream:
        yield cast("IO[bytes]", stream)


def _zstd(file: BinaryIO) -> IO[bytes]:
    reader = zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(file, read_across_frames=True)
    return cast("IO[bytes]", reader)


def _size(file: BinaryIO, member: str | None) -> int:
    """Return how large a member is in its compressed form."""
    if member is not None:
        with zipfile.ZipFile(file) as archive:
            return archive.getinfo(member).compress_size
    return Path(file.name).stat().st_size


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
