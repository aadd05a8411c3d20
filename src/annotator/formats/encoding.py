"""Finding out how a text file is encoded."""

import codecs
import re
import unicodedata
from pathlib import Path

from annotator.domain.errors import FormatError

# The longer marks first: UTF-32's little-endian mark begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16-be"),
)
_WIDE = ("utf-16-le", "utf-16-be")
_LEGACY = ("windows-1256", "iso8859-6")
_ENOUGH_LETTERS = 0.5
_HALF_PAIR = re.compile("[\ud800-\udfff]")


def decode(data: bytes, path: Path, encoding: str | None = None) -> tuple[str, str]:
    """Return a file's text, without its byte-order mark, and the name of its encoding.

    Raises FormatError for bytes that are no text, or whose encoding is in doubt.
    """
    text, name = _decoded(data, path, encoding) if encoding else _found_out(data, path)
    place = text.find("\0")
    if place >= 0:  # where SQLite would take the text to end
        line = text.count("\n", 0, place) + 1
        raise FormatError("{path}, line {line}: the text holds U+0000.", path=path, line=line)
    half = _HALF_PAIR.search(text)
    if half:  # UTF-7 and escapes can write one
        line = text.count("\n", 0, half.start()) + 1
        raise FormatError("{path}, line {line}: the text holds half a surrogate pair.", path=path, line=line)
    return text, name


def encode(text: str) -> bytes:
    """Return UTF-8 that decodes to this text: the U+FEFF of one that begins with it is taken for no mark."""
    return (codecs.BOM_UTF8 if text.startswith("\ufeff") else b"") + text.encode()


def _decoded(data: bytes, path: Path, encoding: str) -> tuple[str, str]:
    try:
        for mark, marked, name in _MARKS:
            if data.startswith(mark) and codecs.lookup(encoding).name in {name, marked}:
                return data.decode(marked), marked
        return data.decode(encoding), encoding
    except LookupError:
        raise FormatError("There is no encoding called {encoding}.", encoding=encoding) from None
    except UnicodeError as error:
        read: bytes = getattr(error, "object", data)  # without its mark, as the error's place counts
        line = read.count(b"\n", 0, getattr(error, "start", 0)) + 1
        raise FormatError(
            "{path}, line {line}: not text in {encoding}.", path=path, line=line, encoding=encoding
        ) from None


def _found_out(data: bytes, path: Path) -> tuple[str, str]:
    for mark, marked, _ in _MARKS:
        if data.startswith(mark):
            return _decoded(data, path, marked)
    text = _attempt(data, "utf-8")
    if text is not None and "\0" not in text:
        return text, "utf-8"
    for encoding in _WIDE if b"\0" in data else _likely(data):
        guess = _attempt(data, encoding)
        if guess is not None and _is_arabic(guess):
            return guess, encoding
    if text is not None and text.count("\0") * 10 < len(text):
        return text, "utf-8"
    raise FormatError("{path} is not a text file, or its encoding must be named.", path=path)


def _attempt(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _likely(data: bytes) -> list[str]:
    """Order the one-byte encodings of Arabic by what charset-normalizer makes of the bytes."""
    # Only files that are neither UTF-8 nor UTF-16 need it, and it is slow to import.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    guesses = [match.encoding for match in from_bytes(data, cp_isolation=["cp1256", "iso8859_6"])]
    names = {"cp1256": _LEGACY[0], "iso8859_6": _LEGACY[1]}
    ranked = [names[guess] for guess in guesses if guess in names]
    return ranked + [name for name in (_LEGACY[1], _LEGACY[0]) if name not in ranked]


def _is_arabic(text: str) -> bool:
    """A wrong decoding of Arabic has few Arabic letters, or control characters among them."""
    letters = [letter for letter in text if letter.isalpha()]
    arabic = sum("\u0621" <= letter <= "\u064a" for letter in letters)
    has_controls = any(unicodedata.category(letter) == "Cc" and letter not in "\t\r\n\f" for letter in text)
    return bool(letters) and arabic >= _ENOUGH_LETTERS * len(letters) and not has_controls
