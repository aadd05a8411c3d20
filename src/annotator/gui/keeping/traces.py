"""Where somebody was in a project that is open: left behind if the program ends without closing it."""

from dataclasses import asdict, dataclass
from pathlib import Path

import orjson
from PySide6.QtCore import QObject, QTimer

from annotator.gui.desk import Desk
from annotator.services import own_files

_EVERY_MS = 2_000


@dataclass(frozen=True, slots=True)
class Trace:
    """An article, by its id, and a place in its text, in code points."""

    path: str
    annotator: str
    article: str
    place: int
    is_review: bool


def trace_of(path: Path) -> Trace | None:
    """Return where somebody was in a project, if it was not closed."""
    return _read(_file(path))


def newest() -> Trace | None:
    """Return where somebody was last, of all projects that were not closed and are still there."""
    try:
        files = sorted(own_files.own_place("open").glob("*.json"), key=lambda file: -file.stat().st_mtime)
    except OSError:
        return None
    return next((trace for file in files if (trace := _read(file)) and Path(trace.path).is_file()), None)


def forget(path: Path) -> None:
    own_files.replace(_file(path), b"")


class Tracing(QObject):
    """Writes a trace when the article changes, and some seconds after the caret was moved."""

    def __init__(self, path: Path, desk: Desk) -> None:
        super().__init__(desk)
        self._path, self._desk = path, desk
        self._written: Trace | None = None
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._write)
        self._timer.start()
        desk.labelling.opened.connect(self._write)

    def _write(self) -> None:
        desk, current = self._desk, self._desk.labelling.current
        if current and desk.session.is_open:
            person, place = desk.session.author, desk.view.caret.place
            now = Trace(str(self._path.absolute()), person, current.article.id, place, desk.is_review)
            if now != self._written:
                self._written = now
                own_files.replace(_file(self._path), orjson.dumps(asdict(now)))


def _file(path: Path) -> Path:
    return own_files.own_place("open", f"{own_files.name_for(path)}.json")


def _read(file: Path) -> Trace | None:
    try:
        values = orjson.loads(own_files.read(file))
        trace = Trace(**values)
    except (ValueError, TypeError):
        return None
    words = (trace.path, trace.annotator, trace.article)
    is_whole = all(isinstance(word, str) for word in words) and isinstance(trace.place, int)
    return trace if is_whole else None
