"""Processes that read what a library may hang, burst or crash over: whatever it does, the program goes on."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO

WORKER = "--worker"
"""What a program that is packed into one file is called with, to be the process of a module."""

_SECONDS, _BYTES_A_SECOND = 2, 50_000


def most_seconds(size: int) -> int:
    """Return how many seconds of the processor it may take to read a file of a size."""
    return _SECONDS + size // _BYTES_A_SECOND


@contextmanager
def worker(module: str, *arguments: str, errors: IO[bytes] | int) -> Iterator["subprocess.Popen[bytes]"]:
    """Start a module of ours as a process with pipes; at the end it is gone, whatever happened."""
    # -P: a module called like a library in the folder where somebody works is not what is meant.
    start = [WORKER] if getattr(sys, "frozen", False) else ["-P", "-m"]
    hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    pipe = subprocess.PIPE
    with subprocess.Popen(  # noqa: S603 - our own interpreter and module  # nosec B603
        [sys.executable, *start, module, *arguments],
        stdin=pipe,
        stdout=pipe,
        stderr=errors,
        creationflags=hidden,
    ) as started:
        try:
            yield started
        finally:
            started.kill()
            assert started.stdin
            with suppress(OSError):  # what was not sent cannot be
                started.stdin.close()
