"""Cases 2 to 5, 10 and 12: a system call fails, or kills, at work; nothing is corrupt, lost or half-written.

`make faults` tries 2,000 places; here are fewer.
"""

from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest

from tests.reliability.faults import Fault, Found, Worker, planned, prepared, refusal, sweep, told
from tests.reliability.jobs import JOBS, STEPS

WRITING = ("pwrite64", "write", "fdatasync", "fsync", "rename", "openat", "ftruncate", "unlink")

slow = pytest.mark.slow
long = pytest.mark.timeout(900)


def hits(jobs: Sequence[str], most: int, kinds: Sequence[str], calls: Sequence[str] = WRITING) -> list[Found]:
    """Return the faults that were hit, having seen that nothing is wrong with what each has left."""
    if reason := refusal():
        pytest.skip(reason)
    found = sweep(jobs, most, kinds, calls)
    assert not any(one.wrong for one in found), told(found)
    hit = [one for one in found if one.is_hit]
    assert len(hit) > 0.95 * len(found)
    assert {one.fault.job for one in hit} == {*jobs}
    return hit


@slow
@long
@pytest.mark.parametrize(
    ("kinds", "endings"),
    [
        pytest.param(("KILL",), {"killed"}, id="case-02-killed"),
        pytest.param(("ENOSPC", "ENOSPC+"), {"refused", "done"}, id="case-03-the-disk-is-full"),
        pytest.param(("EIO", "EIO+"), {"refused", "done"}, id="case-04-the-disk-is-broken"),
    ],
)
def test_whatever_call_fails_nothing_that_was_told_is_lost(kinds: Sequence[str], endings: set[str]) -> None:
    hit = hits([*JOBS], 130, kinds)
    assert {one.ending for one in hit} == endings


@slow
@long
def test_case_04_a_disk_that_cannot_be_read_is_told() -> None:
    hits([*JOBS], 60, ("EIO",), ("pread64",))


@slow
@long
def test_case_05_what_does_not_reach_the_disk_is_told_as_not_saved() -> None:
    hit = hits(["labelling"], 60, ("EIO+",), ("fdatasync",))
    assert len(hit) > 50
    # In WAL mode all is in the log when the program ends and plays it in.
    assert {one.fault.mode for one in hit if one.ending != "refused"} <= {"WAL"}
    said = [one.said for one in hit if one.ending == "refused"]
    assert len(said) > 0.9 * len(hit)
    assert all("was not saved: the disk reports an error" in one for one in said)


@slow
def test_what_is_told_as_saved_is_on_the_disk_before(tmp_path: Path) -> None:
    if reason := refusal():
        pytest.skip(reason)
    log = tmp_path / "log"
    with closing(Worker()) as worker:
        folder = prepared(worker, tmp_path, "labelling", "DELETE")
        done = worker.run("labelling", "DELETE", folder, log, "-y", "-e", "trace=unlink,fdatasync,sendto")
    calls = [line for line in log.read_text("utf-8").splitlines() if "exited" not in line]
    told = [nth for nth, call in enumerate(calls) if "sendto(" in call]
    assert len(told) == len(done["ack"]) == STEPS
    # The journal is gone, and its folder is on the disk.
    assert all("-journal" in calls[nth - 2] for nth in told)
    assert all(f"{folder}>)" in calls[nth - 1] and "fdatasync" in calls[nth - 1] for nth in told)


@slow
@long
def test_case_10_killed_at_any_step_of_a_migration_a_project_is_old_or_new() -> None:
    assert len(hits(["migration"], 140, ("KILL",))) > 120


@slow
@long
def test_case_12_killed_at_any_step_of_a_backup_there_is_none_in_part() -> None:
    assert len(hits(["backup"], 90, ("KILL",))) > 70


def test_faults_are_spread_over_all_calls_and_no_rare_one_is_left_out() -> None:
    counts = {("import", "DELETE"): Counter(pwrite64=500, rename=1), ("merge", "WAL"): Counter(fsync=2)}
    faults = planned(counts, 100)
    assert len(faults) == len(set(faults)) <= 100
    assert Fault("import", "DELETE", "rename", "KILL", 1) in faults
    assert {fault.nth for fault in faults if fault.call == "fsync"} == {1, 2}
    places = sorted(fault.nth for fault in faults if (fault.call, fault.kind) == ("pwrite64", "KILL"))
    gaps = {after - before for before, after in pairwise(places)}
    assert len(places) > 10
    assert max(gaps) - min(gaps) <= 1
