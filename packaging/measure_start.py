"""Measures how long a start takes until the window is on an X screen: measure_start.py PACKAGED PLAIN."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

RUNS = 9
MOST = 1.5


def main() -> int:
    """Start both in turn; fail where the packaged program takes half as long again as the plain one."""
    with tempfile.TemporaryDirectory() as home:
        reading, writing = os.pipe()
        screen = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-noreset"],
            pass_fds=[writing],
            stderr=subprocess.DEVNULL,
        )
        display = os.read(reading, 16).decode().strip()
        environment = {
            "PATH": os.environ["PATH"],
            "DISPLAY": f":{display}",
            "QT_QPA_PLATFORM": "xcb",
            "LC_ALL": "C.UTF-8",
            "HOME": home,
        }
        try:
            return _compared(sys.argv[1:3], environment)
        finally:
            screen.terminate()
            screen.wait()


def _compared(programs: list[str], environment: dict[str, str]) -> int:
    # The first start of each reads its files from the disk.
    taken: dict[str, list[float]] = {program: [] for program in programs}
    for _ in range(RUNS + 1):
        for program, times in taken.items():
            times.append(_start(program, environment))
    packaged, plain = (median(times[1:]) for times in taken.values())
    for program, times in taken.items():
        print(f"{median(times[1:]):.3f} s ({min(times[1:]):.3f} to {max(times[1:]):.3f})  {program}")
    size = sum(path.lstat().st_size for path in Path(programs[0]).parent.rglob("*"))
    print(f"The packaged program takes {packaged / plain:.2f} times as long.")
    print(f"Its folder has {size / 1e6:.0f} MB.")
    return int(packaged / plain >= MOST)


def _start(program: str, environment: dict[str, str]) -> float:
    begun = time.perf_counter()
    window = subprocess.Popen([program], env=environment, stderr=subprocess.DEVNULL)
    search = ["xdotool", "search", "--onlyvisible", "--pid", str(window.pid), "--name", "^Annotator"]
    # xdotool's own waiting looks twice a second only.
    while subprocess.run(search, env=environment, capture_output=True, check=False).returncode:
        if window.poll() is not None:
            raise SystemExit(f"{program} has ended by itself.")
    taken = time.perf_counter() - begun
    window.kill()
    window.wait()
    return taken


if __name__ == "__main__":
    sys.exit(main())
