"""What formats in Parquet have in common: the library, and rows of a file in groups that fit into memory."""

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NoReturn

from annotator.domain.errors import FormatError
from annotator.formats.json_objects import Numbered
from annotator.formats.source import Source

MAGIC = b"PAR1"
_BATCH_ROWS = 100
_LARGEST_GROUP = 1 << 31


def arrow(path: Path) -> tuple[Any, Any]:
    """Import pyarrow, which takes half a second and is an extra. Raises FormatError, naming the file."""
    if find_spec("pyarrow") is None:
        raise FormatError("For Parquet files such as {path}, install annotator[parquet].", path=path)
    return import_module("pyarrow"), import_module("pyarrow.parquet")


def rows(source: Source) -> Iterator[Numbered]:
    """Yield rows with their number, from 1. Raises FileError and FormatError."""
    pa, pq = arrow(source.path)
    number = 0
    with source.seekable() as opened:
        batches = _batches(pq, source, opened)
        while True:
            try:
                batch = next(batches, None)
                found = [] if batch is None else batch.to_pylist()
            except (pa.ArrowException, OSError, ValueError, OverflowError) as error:
                _refuse(source, number + 1, error)
            if batch is None:
                return
            for row in found:
                number += 1
                yield number, row


def columns(source: Source) -> frozenset[str]:
    """Return the names of a file's columns. Raises FileError and FormatError."""
    pa, pq = arrow(source.path)
    with source.seekable() as opened:
        try:
            return frozenset(pq.ParquetFile(opened).schema_arrow.names)
        except (pa.ArrowException, OSError, ValueError) as error:
            _refuse(source, 1, error)


def _batches(pq: Any, source: Source, opened: object) -> Iterator[Any]:
    """Yield few rows at a time: a value may be far longer than the pages that it is packed in."""
    file = pq.ParquetFile(opened)
    for nth in range(file.num_row_groups):
        size = file.metadata.row_group(nth).total_byte_size
        if size > _LARGEST_GROUP:
            source.refuse(1, "a group of rows is larger than 2 GiB.")
        yield from file.iter_batches(_BATCH_ROWS, row_groups=[nth])


def _refuse(source: Source, number: int, error: Exception) -> NoReturn:
    reason = str(error).partition("\n")[0].rstrip(".")
    source.refuse(number, "the Parquet file is broken ({reason}).", reason=reason)
