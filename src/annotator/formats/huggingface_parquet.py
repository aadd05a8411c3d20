"""Rows of a dataset in Parquet, in groups of rows, so that neither reading nor writing needs all at once."""

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import orjson

from annotator.domain.errors import FormatError
from annotator.formats.json_objects import Numbered
from annotator.formats.source import Source

MAGIC = b"PAR1"
_GROUP_ROWS = 1000
_GROUP_LETTERS = 4_000_000
_BATCH_ROWS = 100
_LARGEST_GROUP = 1 << 31

Row = Mapping[str, object]


def write(rows: Iterable[Row], path: Path) -> None:
    """Write rows as huggingface.py makes them. Raises FormatError without pyarrow."""
    pa, pq = _arrow(path)
    strings, numbers = pa.list_(pa.string()), pa.list_(pa.int32())
    span = pa.struct([("start", pa.int32()), ("end", pa.int32()), ("label", pa.string())])
    schema = pa.schema(
        [
            *((name, pa.string()) for name in ("id", "external_id", "text")),
            ("tokens", strings),
            ("token_starts", numbers),
            ("token_ends", numbers),
            ("ner_tags", pa.list_(pa.int64())),
            ("spans", pa.list_(span)),
            ("labels", strings),
            *((name, pa.string()) for name in ("annotator", "status", "guidelines", "meta")),
        ]
    )
    with pq.ParquetWriter(path, schema, compression="zstd") as file:
        for group in _groups(rows):
            file.write_table(pa.Table.from_pylist(group, schema=schema))


def read(source: Source) -> Iterator[Numbered]:
    """Yield rows with their number, from 1. Raises FileError and FormatError."""
    pa, pq = _arrow(source.path)
    number = 0
    with source.open() as opened:
        batches = _batches(pq, source, opened)
        while True:
            try:
                batch = next(batches, None)
                rows = [] if batch is None else batch.to_pylist()
            except (pa.ArrowException, OSError, ValueError) as error:
                source.refuse(number + 1, "the Parquet file is broken ({reason}).", reason=_first_line(error))
            if batch is None:
                return
            for row in rows:
                number += 1
                yield number, row


def names_within(source: Source, column: str) -> list[str] | None:
    """Return the names of a column's numbers, where `datasets` has written them into the file itself."""
    _, pq = _arrow(source.path)
    with source.open() as opened:
        told = (pq.ParquetFile(opened).metadata.metadata or {}).get(b"huggingface", b"null")
    try:
        feature = orjson.loads(told)["info"]["features"][column]["feature"]
        return [str(name) for name in feature["names"]]
    except (ValueError, TypeError, KeyError):
        return None


def _arrow(path: Path) -> tuple[Any, Any]:
    """Import pyarrow, which takes half a second and is an extra."""
    if find_spec("pyarrow") is None:
        raise FormatError("For Parquet files such as {path}, install annotator[parquet].", path=path)
    return import_module("pyarrow"), import_module("pyarrow.parquet")


def _groups(rows: Iterable[Row]) -> Iterator[list[Row]]:
    group: list[Row] = []
    letters = 0
    for row in rows:
        group.append(row)
        letters += len(str(row["text"]))
        if len(group) == _GROUP_ROWS or letters > _GROUP_LETTERS:
            yield group
            group, letters = [], 0
    if group:
        yield group


def _batches(pq: Any, source: Source, opened: object) -> Iterator[Any]:
    """Yield few rows at a time: a value may be far longer than the pages that it is packed in."""
    file = pq.ParquetFile(opened)
    for nth in range(file.num_row_groups):
        size = file.metadata.row_group(nth).total_byte_size
        if size > _LARGEST_GROUP:
            source.refuse(1, "a group of rows is larger than 2 GiB.")
        yield from file.iter_batches(_BATCH_ROWS, row_groups=[nth])


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0].rstrip(".")
