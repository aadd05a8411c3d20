"""A label set as TOML: [[label]] tables, and forbid_overlaps = [["ACTOR", "ACTOR"]].

A label with retired = true stays on what has it, and is not offered.
"""

import re
import tomllib
from pathlib import Path
from typing import Any

from annotator.domain.errors import AnnotatorError, FormatError
from annotator.domain.label import COLOURS, PATTERNS, Label, LabelSet
from annotator.formats.files import readable

_LARGEST = 1 << 20
# Python takes the square of the number of dots to read a key, on a line or in an inline table. Each part is
# looked at once only: a line of a million letters is read at once too.
_PART = rb"""(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')"""
_DEEP = re.compile(rb"(?<![\w-])(?:" + _PART + rb"[ \t]*+\.[ \t]*+){100}")


def read(path: Path) -> LabelSet:
    """Raises FileError and FormatError."""
    with readable(path) as file:
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST or _DEEP.search(data):
        raise FormatError("{path} is too large, or nested too deep, for a label set.", path=path)
    try:
        return _label_set(tomllib.loads(data.decode("utf-8-sig")))
    except RecursionError:
        reason = "it is nested too deep"
        raise FormatError("{path} is not a label set: {reason}.", path=path, reason=reason) from None
    except (ValueError, KeyError, TypeError, AttributeError, AnnotatorError) as error:
        raise FormatError("{path} is not a label set: {reason}.", path=path, reason=error) from error


def _label_set(values: dict[str, Any]) -> LabelSet:
    tables = values.get("label")
    if not isinstance(tables, list) or not tables:
        raise ValueError("it has no [[label]]")
    labels = tuple(_label(_Table(table, place), place) for place, table in enumerate(tables))
    ids = {label.name: label.id for label in labels}
    pairs = values.get("forbid_overlaps", [])
    if any(len(pair) != 2 for pair in pairs):
        raise ValueError("forbid_overlaps names pairs")
    unknown = [name for pair in pairs for name in pair if name not in ids]
    if unknown:
        raise ValueError(f"forbid_overlaps names {unknown[0]}, which is no label")
    return LabelSet(labels, frozenset(frozenset(ids[name] for name in pair) for pair in pairs))


def _label(table: "_Table", place: int) -> Label:
    name = table.text("name", "")
    return Label(
        id=table.text("id", name.lower()),
        name=name,
        colour=table.text("colour", COLOURS[place % len(COLOURS)]),
        key=table.text("key", "").lower(),
        pattern=table.text("pattern", PATTERNS[place % len(PATTERNS)]),
        display=table.texts("display"),
        description=table.texts("description"),
        examples=tuple(table.listed("examples")),
        retired=table.told("retired"),
    )


class _Table:
    """One [[label]]; every method raises TypeError, naming the label and the field."""

    def __init__(self, values: dict[str, Any], place: int) -> None:
        self._values = values
        self._called = values.get("name") or f"number {place + 1}"

    def text(self, field: str, default: str) -> str:
        value = self._values.get(field, default)
        if field == "key" and type(value) is int:
            value = str(value)
        return self._checked(field, value)

    def texts(self, field: str) -> dict[str, str]:
        values = self._values.get(field, {})
        if not isinstance(values, dict):
            raise TypeError(f"{field} of the label {self._called} is not a table")
        return {language: self._checked(field, value) for language, value in values.items()}

    def listed(self, field: str) -> list[str]:
        values = self._values.get(field, [])
        if not isinstance(values, list):
            raise TypeError(f"{field} of the label {self._called} is not a list")
        return [self._checked(field, value) for value in values]

    def told(self, field: str) -> bool:
        value = self._values.get(field, False)
        if not isinstance(value, bool):
            raise TypeError(f"{field} of the label {self._called} is neither true nor false")
        return value

    def _checked(self, field: str, value: object) -> str:
        if not isinstance(value, str):
            raise TypeError(f"{field} of the label {self._called} is not text")
        return value
