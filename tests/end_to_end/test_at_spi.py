"""What a screen reader reads through AT-SPI, on a real X screen with a session bus of its own."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.screen import Screen

TEXT = "وقّعت 🎉 أرمينيا وباكو اتفاق سلام.\nفي طهران."
CLIENT = Path(__file__).with_name("at_spi_client.py")
PYTHON = "/usr/bin/python3"
"""Debian's: gi comes with it, not from PyPI."""

Reader = Callable[[], dict[str, Any]]


@pytest.fixture
def bus() -> Iterator[str]:
    if not shutil.which("dbus-daemon"):
        pytest.skip("not installed: dbus-daemon")
    asked = [PYTHON, "-c", "import gi; gi.require_version('Atspi', '2.0')"]
    if not Path(PYTHON).exists() or subprocess.run(asked, capture_output=True, check=False).returncode:
        pytest.skip("not installed: python3-gi with gir1.2-atspi-2.0")
    if not Path("/usr/share/dbus-1/services/org.a11y.Bus.service").exists():
        pytest.skip("not installed: at-spi2-core")
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    daemon = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert daemon.stdout
    yield daemon.stdout.readline().strip()
    daemon.terminate()
    daemon.wait()
    daemon.stdout.close()


@pytest.fixture
def screen(display: str, bus: str, tmp_path: Path) -> Screen:
    made = Screen(display, tmp_path)
    made.environment |= {"DBUS_SESSION_BUS_ADDRESS": bus, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    source = tmp_path / "1.txt"
    source.write_bytes(TEXT.encode())
    made.annotator("new", made.project)
    made.annotator("import", made.project, source)
    return made


@pytest.fixture
def reader(screen: Screen) -> Iterator[Reader]:
    environment = os.environ | screen.environment
    environment.pop("PYTHONPATH", None)
    client = subprocess.Popen(
        [PYTHON, CLIENT, "Article text"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=environment,
    )
    assert client.stdin
    assert client.stdout

    def read() -> dict[str, Any]:
        client.stdin.write("read\n")
        client.stdin.flush()
        return json.loads(client.stdout.readline())

    yield read
    client.stdin.close()
    client.stdout.close()
    client.wait(20)


@pytest.mark.slow
def test_caret_selection_and_spans_are_read_through_at_spi(screen: Screen, reader: Reader) -> None:
    window = screen.open()
    told = reader()
    assert told["text"] == TEXT
    assert (told["is_read_only"], told["is_focused"]) == (True, True)
    assert (told["caret"], told["selection"], told["spans"]) == (0, None, [])

    screen.keys("ctrl+Left", "Left")
    start = TEXT.index("أرمينيا") + 1  # Qt counts an emoji twice, for AT-SPI too
    told = reader()
    assert (told["caret"], told["selection"]) == (start - 3, None)
    first = told["extents"]
    screen.keys("Left", "Left", "ctrl+shift+Left")
    told = reader()
    assert told["caret"] == start + 7
    assert told["selection"] == [start, start + 7]
    assert told["extents"][0] < first[0]  # further on is further left
    assert told["extents"][1] == first[1]

    screen.keys("1")
    told = reader()
    assert told["spans"] == ["Actor: أرمينيا"]
    assert told["description"] == "Actor: أرمينيا"
    assert told["runs"] == [[start, start + 7]]
    screen.keys("ctrl+q")
    assert window.wait(20) == 0
