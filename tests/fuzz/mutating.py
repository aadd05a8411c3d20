"""Changes to files: to their bytes, or, of what is packed, to what is within, so that it still unpacks."""

import gzip
import io
import json
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from random import Random

import zstandard

Change = Callable[[bytes], bytes]

PIECES = (
    *(b"\0", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"\r", b"\r\n", b"\n\n", b"\t", b" ", b"\xe2\x80\xa8"),
    *(b'"', b"'", b"\\", b"{", b"}", b"[", b"]", b"<", b">", b"&", b"|", b",", b":", b";", b"#", b"-1"),
    *(b"\\ud800", b"\\u0000", b"\\x", b"null", b"true", b"{}", b"[]", b'""', b"NaN", b"1e999", b"0.5"),
    *(b"9" * 25, b"9" * 5000, b"[" * 3000, b'{"a":' * 1000, b"<b>" * 3000, b"(" * 500, b"a" * 70_000),
    *("باكو".encode(), "\u202e".encode(), "🎉".encode(), "\u064e".encode() * 500, b"<!DOCTYPE a>"),
    *(struct.pack("<I", 0xFFFFFFFF), struct.pack("<I", 0x7FFFFFFF), bytes(64)),
)
"""What readers stumble over, put in here and there."""

_MOST_UNPACKED = 1 << 22


def changed(data: bytes, kind: str, place: float, share: float, piece: bytes) -> bytes:
    """Return the data with one change, of a kind of KINDS, at a place that is a share of the length."""
    start = int(place * len(data))
    end = start + int(share * (len(data) - start))
    before, chosen, after = data[:start], data[start:end], data[end:]
    flipped = bytes(byte ^ 1 << int(share * 7) for byte in chosen[:1]) + chosen[1:]
    ways = {
        "insert": before + piece + chosen + after,
        "replace": before + piece + data[start + len(piece) :],
        "drop": before + after,
        "cut": before,
        "repeat": before + chosen * 4 + after,
        "move": before + after + chosen,
        "flip": before + flipped + after,
    }
    return ways[kind]


KINDS = ("insert", "replace", "drop", "cut", "repeat", "move", "flip")

_VALUES = (
    *(None, True, 0, -1, 1.5, 10**20, 2**31, "", "باكو", "PLACE", "\ud800", "a\0b", "🎉" * 3, "9" * 5000),
    *([], {}, [0, 1], ["a", 1], [[]], {"a": {}}, [None], {"": ""}, [{"start": 0, "end": 1}]),
)
_TOKEN = re.compile(rb'"[^"]*"|[0-9]+|\w+')


def restructured(data: bytes, random: Random) -> bytes:
    """Put another value somewhere into a file of JSON or a line of JSON Lines; else swap two words."""
    lines = data.split(b"\n")
    nth = random.randrange(len(lines))
    for begin, end in ((0, len(lines)), (nth, nth + 1)):
        try:
            value = json.loads(b"\n".join(lines[begin:end]))
            written = json.dumps(_replaced(value, random), ensure_ascii=False)
        except (ValueError, RecursionError):
            continue
        return b"\n".join([*lines[:begin], written.encode(errors="surrogatepass"), *lines[end:]])
    return _swapped(data, random)


def _replaced(value: object, random: Random) -> object:
    """Go down a value by chance, and put another in the place where that ends."""
    if isinstance(value, dict) and value and random.random() < 0.9:
        key = random.choice([*value])
        if random.random() < 0.1:
            return {other: part for other, part in value.items() if other != key}
        return {**value, key: _replaced(value[key], random)}
    if isinstance(value, list) and value and random.random() < 0.9:
        nth = random.randrange(len(value))
        if random.random() < 0.1:
            return value + value
        return [*value[:nth], _replaced(value[nth], random), *value[nth + 1 :]]
    return random.choice(_VALUES)


def _swapped(data: bytes, random: Random) -> bytes:
    words = [found.span() for found in _TOKEN.finditer(data)]
    if len(words) < 2:
        return data
    (start, end), (begin, after) = sorted(random.sample(words, 2))
    return data[:start] + data[begin:after] + data[end:begin] + data[start:end] + data[after:]


def within(data: bytes, change: Change, random: Random) -> bytes:
    """Make a change to a file, or to what is packed in it where it is an archive that can be unpacked."""
    for magic, unpacked in _PACKED.items():
        if data.startswith(magic):
            try:
                return unpacked(data, change, random)
            except (OSError, ValueError, EOFError, RuntimeError, NotImplementedError, *_ERRORS):
                break
    return change(data)


_ERRORS = (zipfile.BadZipFile, zlib.error, zstandard.ZstdError, struct.error)


def _in_zip(data: bytes, change: Change, random: Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = archive.infolist()
        if sum(info.file_size for info in infos) > _MOST_UNPACKED:
            raise ValueError("too large")
        parts = [(info, archive.read(info)) for info in infos]
    chosen = random.randrange(len(parts)) if parts else -1
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for nth, (info, content) in enumerate(parts):
            archive.writestr(info.filename, change(content) if nth == chosen else content)
    return out.getvalue()


def _in_gzip(data: bytes, change: Change, random: Random) -> bytes:
    with gzip.open(io.BytesIO(data)) as file:
        return gzip.compress(change(file.read(_MOST_UNPACKED)), 1, mtime=0)


def _in_zstd(data: bytes, change: Change, random: Random) -> bytes:
    with zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(data) as file:
        return zstandard.compress(change(file.read(_MOST_UNPACKED)), 1)


def _in_zlib(data: bytes, change: Change, random: Random) -> bytes:
    return zlib.compress(change(zlib.decompressobj().decompress(data, _MOST_UNPACKED)), 1)


_PACKED = {b"PK\x03\x04": _in_zip, b"\x1f\x8b": _in_gzip, b"\x28\xb5\x2f\xfd": _in_zstd, b"x": _in_zlib}
