"""What went wrong, written down on this computer only: never a word that anybody read or wrote."""

import faulthandler
import logging
import platform
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from traceback import FrameSummary, extract_tb
from types import TracebackType
from typing import IO

from platformdirs import user_log_path
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_MOST_BYTES = 256 << 10
_KEPT = 3
_LONGEST = 300
_SHOWN_LINES = 200
_NOT_PLAIN = re.compile(r"[^\x20-\x7e]+")
_LEVELS: Mapping[QtMsgType, int] = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


log = logging.getLogger("annotator")
_fatal: IO[bytes] | None = None
"""Where Python writes where it was when it was ended by a fault; it has to stay open."""


def begin() -> None:
    """Write to the log from now on. Where it cannot be made there is none, and work goes on."""
    global _fatal  # noqa: PLW0603 - the interpreter writes to one file
    log.setLevel(logging.INFO)
    log.propagate = False
    with suppress(OSError):
        folder = folder_of_logs()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "annotator.log", maxBytes=_MOST_BYTES, backupCount=_KEPT, encoding="utf-8"
        )
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        log.addHandler(handler)
        for file in folder.iterdir():
            file.chmod(0o600)
        _take_over_fault(folder / "fault.log")
        _fatal = (folder / "fault.log").open("wb")
        faulthandler.enable(_fatal)
    qInstallMessageHandler(_note_message)


def note_versions(versions: Mapping[str, str]) -> None:
    """Write down which program it is, and on which system."""
    known = " ".join(f"{name} {version}" for name, version in versions.items())
    log.info("started: %s, %s", known, platform.platform())


def note_bug(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Write down an error of the program's own, and return it: what kind, and where, but not what it says."""
    lines = [kind.__name__, *(_line(frame) for frame in extract_tb(trace))]
    log.error("%s", "\n    ".join(lines))
    return "\n".join(lines)


def note(message: str) -> None:
    """Write down that something happened; nothing of a project's content may be said."""
    log.info("%s", message)


def report() -> str:
    """Return the last lines of the log, for somebody to send to whoever makes the program."""
    try:
        lines = (folder_of_logs() / "annotator.log").read_text("utf-8").splitlines()
    except OSError:
        return ""
    return "\n".join(lines[-_SHOWN_LINES:])


def folder_of_logs() -> Path:
    return user_log_path("Annotator", appauthor=False)


def _take_over_fault(file: Path) -> None:
    """Add to the log what the interpreter could write before it was ended last time."""
    with suppress(OSError):
        said = file.read_text("ascii", "replace").strip()
        if said:
            log.critical("the program was ended last time:\n%s", said)


def _line(frame: FrameSummary) -> str:
    """Return a place in the program, without whose folder the program lies in."""
    parts = Path(frame.filename).parts
    from_here = parts[parts.index("annotator") :] if "annotator" in parts else parts[-2:]
    return f"{'/'.join(from_here)}:{frame.lineno} in {frame.name}"


def _note_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    # What Qt says is plain ASCII, unless it quotes something.
    said = _NOT_PLAIN.sub("…", message)[:_LONGEST]
    log.log(_LEVELS[kind], "Qt, %s: %s", context.category or "default", said)
    if kind is not QtMsgType.QtDebugMsg:
        sys.stderr.write(f"{said}\n")
