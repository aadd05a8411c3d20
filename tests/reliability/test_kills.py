"""Case 1: killed at any moment, a reviewer has lost no decision that was told as saved."""

import random
import signal
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.reliability.faults import Worker, copied, prepared

TIMES, DECISIONS = 50, 16


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
def test_case_01_killed_at_random_moments_of_a_review_no_decision_is_lost(tmp_path: Path, mode: str) -> None:
    dice = random.Random(20251119)
    told = set()
    with closing(Worker()) as worker:
        template = prepared(worker, tmp_path, "review", mode)
        with copied(template) as folder:
            begun = time.monotonic()
            assert worker.kill("review", mode, folder, after_s=60)["status"] == 0
            whole_s = time.monotonic() - begun
        for _ in range(TIMES):
            with copied(template) as folder:
                done = worker.kill("review", mode, folder, dice.uniform(0, whole_s))
                assert not done["bug"] + done["sentence"]
                assert worker.do("judge", "review", mode, folder, done["ack"])["ack"] == []
            if done["status"] == -signal.SIGKILL:
                told.add(len(done["ack"]))
    assert len(told) > DECISIONS // 2  # it was killed all over the work
