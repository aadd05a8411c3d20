"""Lines of JSON: reading them one by one, within bounds."""

import codecs
import json
from collections.abc import Iterator
from pathlib import Path

import orjson

from annotator.domain.errors import FormatError
from annotator.formats.files import readable

LONGEST_LINE = 64 * 1024 * 1024
_ROUNDED = 2.0**63
_SPANS = {"spans", "label", "entities", "relations"}


def objects(path: Path) -> Iterator[tuple[int, dict[str, object]]]:
    """Yield each line's number, from 1, and its object; blank lines are passed over.

    Lines end with LF alone, since U+2028 and its like are ordinary characters within JSON. orjson refuses
    NaN, half surrogate pairs and broken UTF-8.
    """
    with readable(path) as file:
        number = 0
        while line := file.readline(LONGEST_LINE + 1):
            number += 1
            if number == 1:
                line = line.removeprefix(codecs.BOM_UTF8)
            if len(line) > LONGEST_LINE:
                raise FormatError("{path}, line {line}: longer than 64 MiB.", path=path, line=number)
            if not line.strip():
                continue
            try:
                value = _value(line)
            except ValueError as error:
                raise FormatError(
                    "{path}, line {line}: broken JSON ({reason}).", path=path, line=number, reason=error
                ) from None
            if not isinstance(value, dict):
                raise FormatError("{path}, line {line}: not a JSON object.", path=path, line=number)
            yield number, value
    if not number:
        raise FormatError("{path} is empty.", path=path)


def _value(line: bytes) -> object:
    value: object = orjson.loads(line)
    # orjson rounds whole numbers of more than 64 bits. Spans have none that could be meant.
    return json.loads(line) if _may_be_rounded(value) else value


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
