"""Fuzzes all targets, each for its share of the time: `python -m tests.fuzz.run MINUTES [TARGET…]`.

Prints a line for each target, and leaves what broke one in build/fuzz. Exits with 1 if anything did.
"""

import json
import subprocess
import sys
import time
from pathlib import Path

from tests.fuzz.harness import own_targets
from tests.fuzz.targets import TARGETS

_OUT = Path("build/fuzz")
_ROW = "{:<16}{:>12}{:>9}{:>10}{:>12}{:>8}"


def _fuzz(name: str, seconds: int) -> bool:
    """Fuzz one target; where an input ends the process, begin anew with what time is left."""
    executions, taken, worst, memory, faults = 0, 0.0, 0.0, 0, 0
    round_ = 0
    while (left := seconds - taken) >= 2:
        folder = _OUT / name / f"{int(time.time())}-{round_}"
        folder.mkdir(parents=True)
        round_ += 1
        command = [sys.executable, "-m", "tests.fuzz.one", name, str(int(left)), str(folder)]
        with (folder / "log.txt").open("wb") as log:
            done = subprocess.run(command, stdout=log, stderr=log, check=False)
        figures = folder / "figures.json"
        told = json.loads(figures.read_text()) if figures.is_file() else {}
        executions += told.get("executions", 0)
        taken += max(1.0, told.get("time", 0.0))
        worst = max(worst, told.get("seconds", 0.0))
        memory = max(memory, told.get("memory", 0))
        faults += told.get("faults", 0) + (done.returncode != 0)
    row = f"{executions:,}", f"{taken:.0f} s", f"{worst:.2f} s", f"{memory >> 20} MB", str(faults)
    _say(name, *row)
    return not faults


def _say(*cells: str) -> None:
    sys.stdout.write(_ROW.format(*cells) + "\n")
    sys.stdout.flush()


def main() -> int:
    minutes = float(sys.argv[1])
    names = sys.argv[2:] or own_targets(iter(TARGETS))
    _say("target", "executions", "time", "slowest", "memory", "faults")
    sound = [_fuzz(name, int(minutes * 60 / len(names))) for name in names]
    return 0 if all(sound) else 1


if __name__ == "__main__":
    sys.exit(main())
