"""Objects of JSON, from lines or from one array, one by one and within bounds."""

import codecs
import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO, NoReturn

import orjson

from annotator.formats.source import Source

LONGEST = 64 * 1024 * 1024
_CHUNK = 1 << 20
_ROUNDED = 2.0**63
_SPANS = {"spans", "label", "entities", "relations", "tokens", "annotations", "predictions"}
_SPACE = b" \t\r\n"

# Up to the next bracket, strings passed over. Possessive: a broken string is not tried again and again.
_TO_BRACKET = re.compile(rb'(?:[^"\[\]{}]++|"(?:[^"\\]++|\\.)*+")*+([\[\]{}])', re.DOTALL)

# An element that has its line, as many programs write arrays, needs no look for its end.
_ON_A_LINE = re.compile(rb"(\{[^\n]*\})[ \t\r]*(?:,[ \t\r]*)?\n")
_BETWEEN = re.compile(rb"[ \t\r\n,]*")

Numbered = tuple[int, dict[str, object]]

_Part = tuple[int, bytes, object]
"""Where an object begins, how it is written, and what it is if that is known."""


def objects(source: Source) -> Iterator[Numbered]:
    """Yield each object with the line on which it begins, from 1: of JSON Lines, or of an array of objects.

    Lines end with LF alone, since U+2028 and its like are ordinary characters within JSON; blank ones are
    passed over. Refused are NaN, half surrogate pairs and broken UTF-8 (orjson), a key that stands twice,
    more than 64 MiB for one object. Raises FileError and FormatError.
    """
    source.expect_utf8("JSON files")
    with source.open() as file:
        opening = _opening(file)
        if not opening:
            source.refuse(1, "the file is empty.")
        parts = _elements(source, file, opening) if opening[-1:] == b"[" else _lines(source, file, opening)
        for line, data, found in parts:
            value = _parsed(source, line, data, found)
            if not isinstance(value, dict):
                source.refuse(line, "not a JSON object.")
            yield line, value


def _opening(file: BinaryIO) -> bytes:
    """Read as far as the first byte that is no space."""
    read = file.read(1)
    if read == codecs.BOM_UTF8[:1]:
        read = (read + file.read(2)).removeprefix(codecs.BOM_UTF8) or file.read(1)
    while read and read[-1:] in _SPACE and len(read) < LONGEST:
        more = file.read(1)
        if not more:
            return b""
        read += more
    return read


def _lines(source: Source, file: BinaryIO, opening: bytes) -> Iterator[_Part]:
    number = opening.count(b"\n")
    first = opening.rsplit(b"\n", 1)[-1] + file.readline(LONGEST + 1)
    if first.strip() == b"{":  # the file is one object, written for people
        first += file.read(LONGEST + 1)
    for line in chain([first], iter(lambda: file.readline(LONGEST + 1), b"")):
        number += 1
        if len(line) > LONGEST:
            source.refuse(number, "longer than 64 MiB.")
        if line.strip():
            yield number, line, None


def _elements(source: Source, file: BinaryIO, opening: bytes) -> Iterator[_Part]:
    """Yield the elements of an array whose opening bracket has been read."""
    line = opening.count(b"\n") + 1  # where the element begins
    buffer, begin, place, depth = b"", 0, 0, 0
    lines = _Lines()
    while True:
        if depth == 0 and (found := lines.element(buffer, begin)):
            start, written, value = found
            line += buffer.count(b"\n", begin, start)
            yield line, written, value
            begin = place = start + len(written)
            continue
        match = _TO_BRACKET.match(buffer, place)
        if match is None:
            buffer, begin, place = _more(source, file, line, buffer[begin:]), 0, place - begin
            lines.read_on()
            continue
        place = match.end()
        if depth == 0:
            _expect_comma(source, line, buffer[begin : place - 1])
            line += buffer.count(b"\n", begin, place)
            begin = place - 1
        depth += 1 if match[1] in b"[{" else -1
        if depth < 0:
            _expect_end(source, line, buffer[place:] + file.read(_CHUNK))
            return
        if depth == 0:
            yield line, buffer[begin:place], None
            line += buffer.count(b"\n", begin, place)
            begin = place


class _Lines:
    """Finds elements that have a line each, as long as all have one."""

    def __init__(self) -> None:
        self._have_all = True
        self._is_cut = False

    def element(self, buffer: bytes, begin: int) -> tuple[int, bytes, object] | None:
        """Return where the next element begins, how it is written and what it is, if it has a line.

        Where there is none, it is looked for no more: on a line of many, each would be looked for in all.
        """
        if not self._have_all or self._is_cut:
            return None
        start = _BETWEEN.match(buffer, begin).end()  # type: ignore[union-attr]
        self._is_cut = buffer.find(b"\n", start) < 0
        found = None if self._is_cut else _ON_A_LINE.match(buffer, start)
        value = _whole(found[1]) if found else None
        self._have_all = self._is_cut or value is not None
        return (start, found[1], value) if found and value is not None else None

    def read_on(self) -> None:
        """Say that there is more behind what ended within a line."""
        self._is_cut = False


def _more(source: Source, file: BinaryIO, line: int, rest: bytes) -> bytes:
    """Read on behind the rest of an element; as much again as there is, lest a long one take long."""
    if len(rest) > LONGEST:
        source.refuse(line, "longer than 64 MiB.")
    more = file.read(min(max(_CHUNK, len(rest)), LONGEST + _CHUNK - len(rest)))
    if not more:
        source.refuse(line, "the array of JSON has no end.")
    return rest + more


def _whole(data: bytes) -> object:
    """Return what is written on a line, None for what is not whole."""
    try:
        return orjson.loads(data)
    except ValueError:
        return None


def _expect_comma(source: Source, line: int, data: bytes) -> None:
    if data.strip(_SPACE + b","):
        source.refuse(line, "not a JSON object.")


def _expect_end(source: Source, line: int, data: bytes) -> None:
    if data.strip():
        source.refuse(line, "something follows the array of JSON.")


def _parsed(source: Source, line: int, data: bytes, found: object) -> object:
    try:
        value: object = orjson.loads(data) if found is None else found
    except ValueError as error:
        source.refuse(line, "broken JSON ({reason}).", reason=error)
    # A key that stands twice is dropped without a word. What is written as orjson writes it has none.
    if not _is_as_written(value, data):
        try:
            whole = json.loads(data, object_pairs_hook=lambda pairs: _distinct(source, line, pairs))
        except RecursionError:
            source.refuse(line, "broken JSON ({reason}).", reason="it is nested too deep")
        # orjson rounds whole numbers of more than 64 bits. Spans have none that could be meant.
        return whole if _may_be_rounded(value) else value
    return value


def _is_as_written(value: object, data: bytes) -> bool:
    try:
        return orjson.dumps(value) == data.strip()
    except TypeError:  # nested deeper than orjson writes
        return False


def _distinct(source: Source, line: int, pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        _refuse_twice(source, line, [key for key, _ in pairs])
    return found


def _refuse_twice(source: Source, line: int, keys: list[str]) -> NoReturn:
    key = Counter(keys).most_common(1)[0][0]
    source.refuse(line, "the key “{key}” stands twice in one object.", key=key)


def _may_be_rounded(value: object) -> bool:
    match value:
        case float():
            return abs(value) >= _ROUNDED
        case dict():
            return any(_may_be_rounded(part) for key, part in value.items() if key not in _SPANS)
        case list():
            return any(map(_may_be_rounded, value))
        case _:
            return False
