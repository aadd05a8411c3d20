"""Any number of rows in order, within a bounded memory: sorted runs on the disk that are merged at the end.

Runs are Arrow streams and not Parquet: of these one batch at a time is in memory, and that is small.
"""

import heapq
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from pathlib import Path
from typing import Any, NamedTuple

BUDGET = 64 << 20
"""So many bytes of rows are held before they become a run."""
_BATCH = 256 << 10
_MOST_RUNS = 64
"""So many runs are merged at once; more are made fewer first."""

Key = tuple[str, ...]


class Row(NamedTuple):
    """The place of a row in a batch, what it is sorted by and its size in bytes."""

    key: Key
    size: int
    batch: Any
    nth: int


class SortedRows:
    """Takes batches of rows, and gives them back in the order of their keys; equal ones as they came.

    keys are columns of strings, none of them null, and size is the column of a row's size.
    """

    def __init__(self, pa: Any, folder: Path, keys: Sequence[str], size: str, budget: int = BUDGET) -> None:
        self._pa = pa
        self._folder = folder
        self._keys = keys
        self._size = size
        self._budget = budget
        self._held: list[Any] = []
        self._held_size = 0
        self._runs: list[Path] = []
        self._count = 0

    def add(self, batch: Any) -> None:
        self._held.append(batch)
        self._held_size += batch.nbytes
        if self._held_size > self._budget:
            self._spill()

    def rows(self) -> Iterator[Row]:
        """Yield all rows; what was added is gone afterwards."""
        if self._runs and self._held:
            self._spill()
        while len(self._runs) > _MOST_RUNS:
            runs, self._runs = iter(self._runs), []
            while some := [*islice(runs, _MOST_RUNS)]:
                self._write(self._merged(some))
        yield from self._merged(self._runs) if self._runs else self._sorted()

    def _spill(self) -> None:
        self._write(self._sorted())

    def _sorted(self) -> Iterator[Row]:
        held, self._held, self._held_size = self._held, [], 0
        found = [row for batch in held for row in self._rows_of(batch)]
        found.sort(key=_key)
        yield from found

    def _rows_of(self, batch: Any) -> Iterator[Row]:
        keys = zip(*(batch.column(name).to_pylist() for name in self._keys), strict=True)
        sizes = batch.column(self._size).to_pylist()
        for nth, (key, size) in enumerate(zip(keys, sizes, strict=True)):
            yield Row(key, size, batch, nth)

    def _write(self, rows: Iterator[Row]) -> None:
        path = self._folder / f"{self._count}.arrow"
        self._count += 1
        options = self._pa.ipc.IpcWriteOptions(compression="zstd")
        writer = None
        with path.open("wb") as file:
            for table in tables(self._pa, rows, _BATCH):
                writer = writer or self._pa.ipc.new_stream(file, table.schema, options=options)
                writer.write_table(table.combine_chunks())
            if writer:
                writer.close()
        self._runs.append(path)

    def _merged(self, runs: Sequence[Path]) -> Iterator[Row]:
        yield from heapq.merge(*map(self._read, runs), key=_key)
        for path in runs:
            path.unlink()

    def _read(self, path: Path) -> Iterator[Row]:
        with path.open("rb") as file, self._pa.ipc.open_stream(file) as batches:
            for batch in batches:
                yield from self._rows_of(batch)


def tables(pa: Any, rows: Iterable[Row], size: int, count: int = 1 << 30) -> Iterator[Any]:
    """Yield rows as tables of this size in bytes, or just above it, and of so many rows at most."""
    picked: list[Row] = []
    left = size
    for row in rows:
        picked.append(row)
        left -= row.size
        if left <= 0 or len(picked) == count:
            yield _table(pa, picked)
            picked, left = [], size
    if picked:
        yield _table(pa, picked)


def parts(rows: Iterable[Row]) -> Iterator[tuple[str, Iterator[Row]]]:
    """Yield the rows of each value of the first key."""
    return groupby(rows, lambda row: row.key[0])


def _table(pa: Any, rows: Iterable[Row]) -> Any:
    batches: dict[int, Any] = {}
    firsts: dict[int, int] = {}
    places = []
    count = 0
    for _, _, batch, nth in rows:
        known = id(batch)
        if known not in batches:
            batches[known], firsts[known] = batch, count
            count += batch.num_rows
        places.append(firsts[known] + nth)
    return pa.Table.from_batches(batches.values()).take(pa.array(places, pa.int64()))


def _key(row: Row) -> Key:
    return row.key
