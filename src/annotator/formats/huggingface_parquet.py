"""Rows of a dataset in Parquet, in groups of rows, so that writing does not need all at once."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import orjson

from annotator.formats.parquet_files import arrow
from annotator.formats.source import Source

_GROUP_ROWS = 1000
_GROUP_LETTERS = 4_000_000

Row = Mapping[str, object]


def write(rows: Iterable[Row], path: Path) -> None:
    """Write rows as huggingface.py makes them. Raises FormatError without pyarrow."""
    pa, pq = arrow(path)
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


def names_within(source: Source, column: str) -> list[str] | None:
    """Return the names of a column's numbers, where `datasets` has written them into the file itself."""
    _, pq = arrow(source.path)
    with source.seekable() as opened:
        told = (pq.ParquetFile(opened).metadata.metadata or {}).get(b"huggingface", b"null")
    try:
        feature = orjson.loads(told)["info"]["features"][column]["feature"]
        return [str(name) for name in feature["names"]]
    except (ValueError, TypeError, KeyError):
        return None


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
