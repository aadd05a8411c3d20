"""Small files that the program keeps for itself among a person's own: what they are for fails without a word.

Work never waits for them, so that a disk that is full stops nobody.
"""

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from platformdirs import user_state_path

from annotator.domain.identity import new_id


def own_place(*names: str) -> Path:
    """Return where a file of the program's own lies, in a folder that is among the person's state."""
    return user_state_path("Annotator", appauthor=False).joinpath(*names)


def name_for(path: Path) -> str:
    """Return what a file about a project, by its path, is called."""
    return hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:32]


def replace(path: Path, data: bytes) -> bool:
    """Write a file whole, for nobody else to read; without data it is removed. Return whether it is so."""
    part = path.with_name(f".{new_id()}.part")
    try:
        if not data:
            path.unlink(missing_ok=True)
            return True
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with open(part, "xb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink()
        return False
    return True


def read(path: Path) -> bytes:
    """Return what a file holds, nothing if it cannot be read."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def set_aside(path: Path) -> None:
    """Give a file that is not understood another name: it may still hold what somebody wants."""
    with suppress(OSError):
        path.replace(path.with_name(f"{path.name}.{new_id()[:8]}.bad"))
