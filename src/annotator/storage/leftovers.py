"""A log or journal beside a file that is not its own, which SQLite would play into it without a word."""

import shutil
import tempfile
from pathlib import Path
from typing import BinaryIO, NamedTuple

from annotator.domain.errors import ProjectError
from annotator.storage.engine import Access, project_id

_MAGIC = bytes.fromhex("d9d505f920a163d7")
_MOST_COPIED = 256 << 20
"""Bytes of a file that is recovered in a copy first; what happens to a larger one is for SQLite to decide."""
_COUNTER = slice(24, 28)
"""Where the first page of a file holds how often the file was changed (SQLite file format, §1.3.7)."""


class _Begun(NamedTuple):
    """The header of a journal (ibid., §3), which is empty until it is on the disk."""

    records: int
    nonce: int
    pages: int
    sector_size: int
    page_size: int


def refuse_foreign_log(path: Path) -> None:
    """Raises ProjectError for a log of another project's."""
    log = path.with_name(path.name + "-wal")
    if not (log.exists() and log.stat().st_size):
        return
    alone, together = (project_id(path, access) for access in (Access.READ_ALONE, Access.READ))
    if alone and together and alone != together:
        raise ProjectError(
            "Beside {path} lies {log}, which is of another project; move it to another folder first.",
            path=path,
            log=log,
        )


def refuse_foreign_journal(path: Path) -> None:
    """Raises ProjectError for a journal that a crash has left, if another file was in this one's place then.

    The file must be sound without it: one that is not was being written, and needs its journal.
    """
    journal = path.with_name(path.name + "-journal")
    try:
        before = _marks(path, journal)
        is_foreign = _is_foreign(path, journal)
        # Whoever writes now has a journal too; what was read of it and of the file may not be of one moment.
        is_foreign = is_foreign and before == _marks(path, journal)
    except OSError:  # mostly that there is none; or no room for a copy
        return
    if is_foreign:
        raise ProjectError(
            "Beside {path} lies {journal}, which is not of this file and would damage it; "
            "move it to another folder first.",
            path=path,
            journal=journal,
        )


def _marks(*paths: Path) -> list[tuple[int, int, int]]:
    return [(found.st_ino, found.st_size, found.st_mtime_ns) for found in (path.stat() for path in paths)]


def _is_foreign(path: Path, journal: Path) -> bool:
    with journal.open("rb") as opened, path.open("rb") as file:
        begun = _begun(opened)
        first = _first_page(opened, begun) if begun else None
        found = file.read(len(first)) if first else b""
    if begun is None:
        return False
    is_undecided = first is None
    if first is not None:
        was, now = (int.from_bytes(page[_COUNTER], "big") for page in (first, found))
        # SQLite writes the first page before any other and counts in it, at the end of a transaction.
        is_undecided = now == was + 1
        if found == first:
            return False
    if is_undecided and path.stat().st_size > _MOST_COPIED:
        return False
    alone = project_id(path, Access.READ_ALONE, looks_through=True)
    return alone is not None and not (is_undecided and _recovered_id(path, journal) == alone)


def _begun(journal: BinaryIO) -> _Begun | None:
    """Return what a journal begins with; None if there is nothing in it to play."""
    header = journal.read(28)
    begun = _Begun(*(int.from_bytes(header[at : at + 4], "big") for at in range(8, 28, 4)))
    return begun if header.startswith(_MAGIC) and 512 <= begun.page_size <= 65536 else None


def _first_page(journal: BinaryIO, begun: _Begun) -> bytes | None:
    """Return the first page as it was before, if the journal has it in its first part."""
    size = begun.page_size
    for nth in range(begun.records):
        journal.seek(begun.sector_size + nth * (size + 8))
        number, page, check = journal.read(4), journal.read(size), journal.read(4)
        if len(check) < 4:
            return None
        if int.from_bytes(number, "big") == 1:
            found = (begun.nonce + sum(page[size - 200 : 0 : -200])) % (1 << 32)
            return page if found == int.from_bytes(check, "big") else None
    return None


def _recovered_id(path: Path, journal: Path) -> str | None:
    """Return which project a copy is into which the journal was played, if it is sound."""
    # Beside the file, where there is room, or there will be none for its next journal either.
    with tempfile.TemporaryDirectory(prefix=".recovery-", dir=path.parent) as folder:
        copy = Path(folder) / "copy"
        for source, target in ((path, copy), (journal, copy.with_name("copy-journal"))):
            shutil.copyfile(source, target)
            target.chmod(0o600)
        return project_id(copy, Access.WRITE, looks_through=True)
