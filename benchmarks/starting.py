"""How much of the processor a program takes from its start until it waits for somebody to do something."""

import subprocess
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

_LOOK_S = 0.02
_IDLE_S = 0.4


def cpu_until_idle(command: list[str], environment: Mapping[str, str]) -> float:
    """Start a program that opens a window; stop it once it has done nothing for a while. Return seconds.

    It is watched from outside, so that what is measured is what a person starts. Linux only.
    """
    with tempfile.TemporaryDirectory() as home:
        alone = dict(environment) | {"HOME": home, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home}
        complaints = Path(home) / "stderr"
        with complaints.open("wb") as file:
            child = subprocess.Popen(command, env=alone, stderr=file)
        idle_since, seen = time.monotonic(), -1
        while time.monotonic() - idle_since < _IDLE_S:
            time.sleep(_LOOK_S)
            taken = _taken_ns(child.pid)
            if taken != seen:
                idle_since, seen = time.monotonic(), taken
        assert child.poll() is None, f"{command} ended by itself"
        child.kill()
        child.wait()
        said = complaints.read_text()
    assert "Traceback" not in said, said
    return seen / 1e9


def _taken_ns(pid: int) -> int:
    """Sum what the threads of a process have run; a thread that has ended counts no more."""
    stats = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(stat.read_text().split()[0]) for stat in stats)
