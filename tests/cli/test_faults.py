"""A full disk, a locked project, Ctrl-C: a sentence, and everything as it was."""

import resource
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import Annotator
from tests.texts import write_lines

ROOM = 200_000


def small_disk() -> None:
    """Let no file grow beyond ROOM bytes, as a full disk would not."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, ROOM))


@pytest.fixture
def large_file(tmp_path: Path) -> Path:
    text = "كلمة " * 600
    return write_lines(tmp_path / "in.jsonl", *({"text": f"{text}{nth}"} for nth in range(400)))


def test_case_07_a_full_disk_leaves_the_project_as_it_was(
    program: Annotator, project_path: Path, large_file: Path
) -> None:
    program("import", project_path, large_file, preexec_fn=small_disk).refuses(project_path, "disk")
    assert program("check", project_path).succeeds().out == "The project is sound.\n"
    assert program("stats", project_path).succeeds().out.startswith("0 articles")


def test_case_09_a_full_disk_leaves_what_was_exported_before(
    program: Annotator, project_path: Path, large_file: Path, tmp_path: Path
) -> None:
    program("import", project_path, large_file).succeeds()
    folder = tmp_path / "out"
    folder.mkdir()
    out = folder / "out.jsonl"
    out.write_bytes(b"before")
    program("export", project_path, out, "--format", "jsonl", preexec_fn=small_disk).refuses(out)
    assert out.read_bytes() == b"before"
    assert [path.name for path in folder.iterdir()] == ["out.jsonl"]


@pytest.mark.slow
def test_a_locked_project_is_waited_for_and_then_named(
    program: Annotator, project_path: Path, large_file: Path
) -> None:
    other = sqlite3.connect(project_path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    program("import", project_path, large_file).refuses(project_path, "in use by another program")
    other.execute("ROLLBACK")
    other.close()


@pytest.mark.slow
@pytest.mark.parametrize("nth", range(5))
def test_ctrl_c_during_an_import_leaves_everything_as_it_was(
    unchanged: Path, tmp_path: Path, nth: int
) -> None:
    text = "كلمة " * 500
    source = write_lines(tmp_path / "in.jsonl", *({"text": f"{text}{n}"} for n in range(20_000)))
    command = [sys.executable, "-m", "annotator", "import", str(unchanged), str(source)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    journal = unchanged.with_name(unchanged.name + "-journal")
    while not journal.exists():
        assert child.poll() is None
    time.sleep(0.1 * nth)  # some way into the work: nothing outside tells how far it is
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=60)
    assert (child.returncode, out, err) == (1, "", "Interrupted; nothing was changed.\n")
