"""The program on a real X screen, as tests start it."""

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from tests.texts import read_lines


class Screen:
    """The program on one X screen, and a keyboard before it."""

    def __init__(self, display: str, folder: Path) -> None:
        self.project = folder / "p.annotator"
        self.environment = os.environ | {
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "HOME": str(folder),
            "XDG_CONFIG_HOME": str(folder),
        }

    def annotator(self, *arguments: str | Path) -> None:
        command = [sys.executable, "-m", "annotator", *map(str, arguments)]
        subprocess.run(command, check=True, env=self.environment, capture_output=True)

    def tool(self, *command: str) -> str:
        done = subprocess.run(command, check=True, env=self.environment, capture_output=True, text=True)
        return done.stdout

    def keys(self, *names: str) -> None:
        self.tool("xdotool", "key", "--delay", "60", *names)

    def open(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "annotator", "open", str(self.project), "--annotator", "amal"]
        window = subprocess.Popen(command, env=self.environment)
        found = self.tool("xdotool", "search", "--sync", "--onlyvisible", "--name", "Annotator").split()
        self.tool("xdotool", "windowfocus", "--sync", found[0])
        _wait_until_idle(window.pid)
        return window

    def exported(self, out: Path) -> list[dict[str, Any]]:
        self.annotator("export", self.project, out, "--format", "jsonl")
        return read_lines(out)


def _wait_until_idle(pid: int) -> None:
    """Wait until a process has stopped using the processor: another program's window tells no more."""
    ticks = -1
    while ticks != (ticks := sum(map(int, Path(f"/proc/{pid}/stat").read_text().split()[13:15]))):
        time.sleep(0.5)
