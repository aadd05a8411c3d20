"""The offsets that rows of tokens leave out, in a file beside them: NAME.offsets.jsonl.

Its first line is {"schema", "layers", "labels"}: how many columns of tags there are, and the names of labels
that are written otherwise. Then a line an article: {"record": the article in the native format, without its
spans, "tokens": [start, end, start, end, …]}.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeGuard

import orjson

from annotator.arabic.tokens import Range, Tokens
from annotator.domain.record import Record
from annotator.formats import jsonl
from annotator.formats.fields import Fields
from annotator.formats.json_objects import Numbered, objects
from annotator.formats.label_names import LabelNames
from annotator.formats.source import Source

OFFSETS = ".offsets.jsonl"
SCHEMA = "annotator-offsets/1"


def begin(layers: int, names: LabelNames) -> bytes:
    """Return the first line."""
    return orjson.dumps({"schema": SCHEMA, "layers": layers, "labels": names.others()}) + b"\n"


def line(record: Record, tokens: Tokens) -> bytes:
    bare = jsonl.native_line(replace(record, spans=(), relations=()))
    return b'{"record":' + bare[:-1] + b',"tokens":' + orjson.dumps(tokens.bounds) + b"}\n"


@dataclass(slots=True)
class TokenOffsets:
    """Reads the file beside, article by article. Raises FormatError where it does not fit the rows."""

    source: Source
    layers: int
    labels: Mapping[str, str]
    _lines: Iterator[Numbered]

    @classmethod
    def beside(cls, source: Source) -> "TokenOffsets | None":
        """Return the offsets of a file of rows, if they are there."""
        found = source.beside(source.path.name + OFFSETS)
        if found is None:
            return None
        lines = objects(found)
        number, head = next(lines)
        layers, labels = head.get("layers"), head.get("labels")
        if head.get("schema") != SCHEMA or type(layers) is not int or not isinstance(labels, dict):
            found.refuse(number, "these are no offsets of {schema}.", schema=SCHEMA)
        return cls(found, layers, labels, lines)

    def next(self, words: Sequence[str]) -> tuple[Record, list[Range]]:
        """Return the next article without its spans, and where these words of it stand."""
        number, values = next(self._lines, (0, {}))
        fields = Fields(self.source, number, values)
        if not values:
            fields.refuse("there are offsets for fewer articles than the rows beside have.")
        record = jsonl.native_record(fields.part(values.get("record"), "record"))
        places = fields.listed("tokens")
        if not _is_whole(places) or len(places) != 2 * len(words):
            fields.refuse("there are offsets for other tokens than the rows beside have.")
        bounds = [*zip(places[::2], places[1::2], strict=True)]
        text = record.text
        if [text[start:end] for start, end in bounds] != words:
            fields.refuse("the offsets do not fit the tokens of the rows beside.")
        return record, bounds

    def end(self) -> None:
        """Refuse articles that the rows do not have."""
        for number, _ in self._lines:
            self.source.refuse(number, "there are offsets for more articles than the rows beside have.")


def _is_whole(places: list[object]) -> TypeGuard[list[int]]:
    return {*map(type, places)} <= {int}
