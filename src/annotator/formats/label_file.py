"""A label set as TOML: [[label]] tables, and forbid_overlaps = [["ACTOR", "ACTOR"]]."""

import tomllib
from pathlib import Path
from typing import Any

from annotator.domain.errors import AnnotatorError, FormatError
from annotator.domain.label import COLOURS, PATTERNS, Label, LabelSet
from annotator.formats.files import readable


def read(path: Path) -> LabelSet:
    """Raises FileError and FormatError."""
    with readable(path) as file:
        data = file.read()
    try:
        return _label_set(tomllib.loads(data.decode("utf-8-sig")))
    except (ValueError, KeyError, TypeError, AttributeError, AnnotatorError) as error:
        raise FormatError("{path} is not a label set: {reason}.", path=path, reason=error) from error


def _label_set(values: dict[str, Any]) -> LabelSet:
    labels = tuple(_label(table, place) for place, table in enumerate(values["label"]))
    ids = {label.name: label.id for label in labels}
    pairs = values.get("forbid_overlaps", [])
    if any(len(pair) != 2 for pair in pairs):
        raise ValueError("forbid_overlaps names pairs")
    return LabelSet(labels, frozenset(frozenset(ids[name] for name in pair) for pair in pairs))


def _label(table: dict[str, Any], place: int) -> Label:
    return Label(
        id=str(table.get("id", table["name"].lower())),
        name=table["name"],
        colour=table.get("colour", COLOURS[place % len(COLOURS)]),
        key=str(table.get("key", "")),
        pattern=table.get("pattern", PATTERNS[place % len(PATTERNS)]),
        display=dict(table.get("display", {})),
        description=dict(table.get("description", {})),
        examples=tuple(table.get("examples", ())),
    )
