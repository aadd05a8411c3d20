"""Eight hours of work at full speed: memory stays, nothing is complained of, and nothing is lost."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ACTIONS = 20_000
"""What somebody does in eight hours: one thing every second and a half."""


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_a_day_of_work_leaves_the_project_as_the_model_has_it_and_memory_as_it_was(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.end_to_end.day", str(tmp_path), str(ACTIONS), "20251119"]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    told = json.loads(done.stdout.splitlines()[-1])
    assert (told["broken"], told["log"], told["faults"]) == ([], [], [])
    assert told["differences"] == []
    assert told["openings"] == ACTIONS // 400
    assert max(told["memory"]) <= 1.2 * told["memory"][0]
