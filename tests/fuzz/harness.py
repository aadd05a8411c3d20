"""Reading bytes that nobody vouches for: what may come out is records that are sound, or one FileError."""

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from annotator.domain.errors import FileError
from annotator.domain.record import Record
from tests.fuzz.targets import Target

HERE = Path(__file__).parent
MOST_SECONDS = 5.0
MOST_MEMORY = 1 << 30
_MOST_RECORDS = 10_000

_SHARED = {
    **dict.fromkeys(("doccano-utf16", "doccano-relations"), "doccano"),
    "labelstudio-min": "labelstudio",
    "tsv": "csv",
    "huggingface-parquet": "parquet",
    "uima-json": "uima",
}
"""Formats that are read by another's reader, and so have its corpus."""


def corpus(name: str) -> list[Path]:
    """Return the files that are good, or nearly so, for a target."""
    return sorted((HERE / "corpus" / _SHARED.get(name, name)).iterdir())


def regressions(name: str) -> list[Path]:
    """Return the files that once broke a target."""
    folder = HERE / "regressions" / _SHARED.get(name, name)
    return sorted(folder.iterdir()) if folder.is_dir() else []


def own_targets(names: Iterator[str]) -> list[str]:
    """Leave out targets that share a reader with another."""
    return [name for name in names if name not in _SHARED]


def consume(target: Target, folder: Path, data: bytes) -> int:
    """Read bytes as a target does; return how many records there were before the end or the refusal.

    Whatever else is raised is a fault.
    """
    count = 0
    try:
        for record in target.records(folder, data):
            _check(record)
            count += 1
            if count == _MOST_RECORDS:
                break
    except FileError as refusal:
        assert str(refusal).strip()
    return count


def _check(record: Record) -> None:
    assert record.text
    assert "\0" not in record.text
    record.text.encode()  # half of a surrogate pair could not be stored
    length = len(record.text)
    ids = {span.id for span in record.spans}
    for span in record.spans:
        assert 0 <= span.start < span.end <= length
        assert span.label
    for arc in record.relations:
        assert {arc.start, arc.end} <= ids


@contextmanager
def within_limits(seconds: float = MOST_SECONDS, memory: int = MOST_MEMORY) -> Iterator[None]:
    """Expect a block to take no more time of the processor, and memory, than an import may."""
    held, begun = most_held(), taken()
    yield
    assert taken() - begun < seconds
    assert most_held() - held < memory


def taken() -> float:
    """Return the seconds of the processor that this process took, and those that it waited for."""
    return sum(os.times()[:4])


def most_held() -> int:
    """Return the most bytes that this process ever held, with the largest of those that it waited for."""
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(resource.getrusage(one).ru_maxrss for one in whose) * 1024
