"""The main job on a real X screen, with keys as a keyboard sends them."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import orjson
import pytest

TEXT = "وقّعت أرمينيا وباكو اتفاق سلام.\n"
NEEDED = ("Xvfb", "xdotool", "setxkbmap")


@pytest.fixture
def display() -> Iterator[str]:
    missing = [name for name in NEEDED if not shutil.which(name)]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        name = f":{told.readline().strip()}"
    yield name
    server.terminate()
    server.wait()


@pytest.mark.slow
@pytest.mark.parametrize("layout", ["us", "ara"])
def test_labelling_by_keys_alone_on_a_real_screen(display: str, tmp_path: Path, layout: str) -> None:
    environment = os.environ | {
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path),
    }
    source, project, out = tmp_path / "1.txt", tmp_path / "p.annotator", tmp_path / "out.jsonl"
    source.write_bytes(TEXT.encode())

    def annotator(*arguments: str | Path) -> None:
        command = [sys.executable, "-m", "annotator", *map(str, arguments)]
        subprocess.run(command, check=True, env=environment, capture_output=True)

    def keys(*names: str) -> None:
        subprocess.run(["xdotool", "key", "--delay", "60", *names], check=True, env=environment)

    annotator("new", project)
    annotator("import", project, source)
    subprocess.run(["setxkbmap", layout], check=True, env=environment)
    command = [sys.executable, "-m", "annotator", "open", str(project), "--annotator", "amal"]
    window = subprocess.Popen(command, env=environment)
    search = ["xdotool", "search", "--sync", "--onlyvisible", "--name", "Annotator"]
    found = subprocess.run(search, check=True, env=environment, capture_output=True, text=True).stdout.split()
    subprocess.run(["xdotool", "windowfocus", "--sync", found[0]], check=True, env=environment)
    _wait_until_idle(window.pid)
    keys("ctrl+Home", "ctrl+Left", "Left", "ctrl+shift+Left", "1", "Escape")
    keys("ctrl+Left", "Left", "Left", "ctrl+shift+Left", "2", "Escape")
    keys("ctrl+Left", "Left", "ctrl+shift+Left", "ctrl+shift+Left", "3")
    keys("ctrl+z", "ctrl+shift+z", "ctrl+Return", "ctrl+q")
    assert window.wait(20) == 0
    annotator("export", project, out, "--format", "jsonl")
    record = orjson.loads(out.read_bytes())
    assert [(span["text"], span["label"]) for span in record["spans"]] == [
        ("أرمينيا", "ACTOR"),
        ("باكو", "PLACE"),
        ("اتفاق سلام", "AGREEMENT"),
    ]
    assert record["text"].encode() == source.read_bytes()
    assert record["status"] == "submitted"
    assert record["annotator"] == "amal"


def _wait_until_idle(pid: int) -> None:
    """Wait until a process has stopped using the processor: another program's window tells no more."""
    ticks = -1
    while ticks != (ticks := sum(map(int, Path(f"/proc/{pid}/stat").read_text().split()[13:15]))):
        time.sleep(0.5)
