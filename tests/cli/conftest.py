"""The program as a user runs it."""

import ctypes
import hashlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from annotator.cli.main import build, run


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str

    def refuses(self, *named: object) -> None:
        """Assert one plain sentence on stderr that names these, nothing on stdout, exit 1."""
        assert (self.code, self.out) == (1, ""), self
        assert self.err.endswith("\n"), self
        assert self.err[:-1].isprintable(), self
        for name in named:
            assert str(name) in self.err, self

    def succeeds(self) -> "Outcome":
        assert (self.code, self.err) == (0, ""), self
        return self


Annotator = Callable[..., Outcome]

_PR_CAPBSET_DROP, _CAP_DAC_OVERRIDE, _CAP_DAC_READ_SEARCH = 24, 1, 2


def like_anybody() -> None:
    """Have a child that root starts obey the permissions of files, as anybody's does."""
    if not os.geteuid():
        system = ctypes.CDLL(None, use_errno=True)
        for capability in (_CAP_DAC_OVERRIDE, _CAP_DAC_READ_SEARCH):
            if system.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0):
                raise OSError(ctypes.get_errno(), "prctl")


def _no_window(*_: object) -> int:
    raise AssertionError("a window was opened")


@pytest.fixture
def annotator(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Annotator]:
    """Run the command line in this process."""
    handler = signal.getsignal(signal.SIGINT)

    def call(*arguments: object) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["annotator", *map(str, arguments)])
        capsys.readouterr()
        try:
            code = run(build(_no_window, str, _no_window))
        except SystemExit as end:
            code = int(end.code or 0)
        return Outcome(code, *capsys.readouterr())

    yield call
    signal.signal(signal.SIGINT, handler)


@pytest.fixture
def program() -> Annotator:
    """Run the program in a process of its own; options go to subprocess.run."""

    def call(*arguments: object, **options: object) -> Outcome:
        command = [sys.executable, "-m", "annotator", *map(str, arguments)]
        done = subprocess.run(  # type: ignore[call-overload]
            command, capture_output=True, encoding="utf-8", check=False, **options
        )
        return Outcome(done.returncode, done.stdout, done.stderr)

    return call


@pytest.fixture
def unchanged(project_path: Path) -> Iterator[Path]:
    """A project that must be the same, byte for byte, when the test is over, and alone in its folder."""
    before = hashlib.sha256(project_path.read_bytes()).hexdigest()
    yield project_path
    assert hashlib.sha256(project_path.read_bytes()).hexdigest() == before
    assert not [*project_path.parent.glob("*-journal"), *project_path.parent.glob(".*")]
