"""What a command takes, with all that it starts: Java, for one, which nobody waits for."""

import subprocess
import time
from typing import NamedTuple

import psutil

_EVERY_S = 0.2


class Taken(NamedTuple):
    """Seconds by the clock and of the processors, the most memory held at once, and what was printed."""

    clock_s: float
    cpu_s: float
    memory_mb: float
    printed: bytes


def run(*command: object) -> Taken:
    """Run a command to its end. Raises CalledProcessError."""
    start = time.monotonic()
    with subprocess.Popen([*map(str, command)], stdout=subprocess.PIPE) as child:
        watched = _Watched(psutil.Process(child.pid))
        while True:
            watched.look()
            try:
                printed, _ = child.communicate(timeout=_EVERY_S)
            except subprocess.TimeoutExpired:
                continue
            break
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, child.args)
    return Taken(time.monotonic() - start, sum(watched.cpu_s.values()), watched.memory_mb, printed)


class _Watched:
    def __init__(self, process: psutil.Process) -> None:
        self._process = process
        self.cpu_s: dict[int, float] = {}
        self.memory_mb = 0.0

    def look(self) -> None:
        try:
            family = [self._process, *self._process.children(recursive=True)]
        except psutil.NoSuchProcess:
            return
        held = 0
        for one in family:
            try:
                times, held = one.cpu_times(), held + one.memory_info().rss
            except psutil.Error:
                continue
            self.cpu_s[one.pid] = times.user + times.system
        self.memory_mb = max(self.memory_mb, held / 2**20)
