"""The assignment problem, where few of many rows and columns go together."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush


def assignment(gains: Sequence[Mapping[int, int]]) -> dict[int, int]:
    """Pair rows with columns so that the sum of gains is the greatest; return each paired row's column.

    gains has for each row its gain, above 0, with each column that it may have. Every row may stay alone.
    By shortest augmenting paths with potentials (Kuhn 1955, Munkres 1957, in the form of Jonker and Volgenant
    1987), each from one row, so that rows without a common column are never looked at together.
    """
    found = _Assignment([{**row, -1 - nth: 0} for nth, row in enumerate(gains)])
    for row in range(len(gains)):
        found.add(row)
    return {row: column for row, column in sorted(found.columns.items()) if column >= 0}


@dataclass(slots=True)
class _Assignment:
    """A negative column is a row's own, for staying alone."""

    gains: Sequence[Mapping[int, int]]
    columns: dict[int, int] = field(default_factory=dict)
    rows: dict[int, int] = field(default_factory=dict)
    row_prices: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    column_prices: dict[int, int] = field(default_factory=lambda: defaultdict(int))

    def add(self, row: int) -> None:
        """Give a row the best column, moving others on; what was added before stays the best there is."""
        distances: dict[int, int] = {}
        reached_from: dict[int, int] = {}
        settled: dict[int, int] = {}
        waiting: list[tuple[int, int]] = []
        last, distance = row, 0
        while True:
            for column, gain in self.gains[last].items():
                length = distance - gain - self.row_prices[last] - self.column_prices[column]
                if column not in settled and length < distances.get(column, length + 1):
                    distances[column], reached_from[column] = length, last
                    heappush(waiting, (length, column))
            distance, column = heappop(waiting)
            while column in settled:
                distance, column = heappop(waiting)
            settled[column] = distance
            if column not in self.rows:
                break
            last = self.rows[column]
        self._reprice(row, distance, settled)
        self._move(row, column, reached_from)

    def _reprice(self, row: int, distance: int, settled: Mapping[int, int]) -> None:
        self.row_prices[row] += distance
        for column, length in settled.items():
            self.column_prices[column] -= distance - length
            if column in self.rows:
                self.row_prices[self.rows[column]] += distance - length

    def _move(self, row: int, column: int, reached_from: Mapping[int, int]) -> None:
        while True:
            last = self.rows[column] = reached_from[column]
            left, self.columns[last] = self.columns.get(last, column), column
            if last == row:
                return
            column = left
