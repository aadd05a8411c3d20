"""Documents that are zip files by their make: refusing those that unpack to more than a document can be."""

import lzma
import zlib
from zipfile import BadZipFile, ZipFile

from annotator.domain.errors import FormatError
from annotator.formats.source import Source

BROKEN = (BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError)
"""What Python raises for a zip file that is broken, beside OSError and, before it is read, ValueError."""

_MOST = 1 << 30
_MOST_TIMES = 400
_ALWAYS_ALLOWED = 64 << 20
_BLOCK = 1 << 20


def refuse_bomb(source: Source) -> None:
    """Unpack a document to nowhere, and stop where it grows too large: its own figures may lie.

    Raises FileError and FormatError.
    """
    packed = len(source.data())
    most = min(_MOST, max(_ALWAYS_ALLOWED, _MOST_TIMES * packed))
    count = 0
    try:
        with source.seekable() as file, ZipFile(file) as document:
            for info in document.infolist():
                with document.open(info) as part:
                    while block := part.read(_BLOCK):
                        count += len(block)
                        if count > most:
                            raise FormatError("{path} unpacks to far more than a document.", path=source.path)
    except (*BROKEN, ValueError, OSError) as error:
        template = "{path} is a damaged document ({reason})."
        raise FormatError(template, path=source.path, reason=error) from error
