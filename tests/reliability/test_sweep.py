"""Faults injected into system calls at work: nothing is corrupt, lost or half-written."""

from collections import Counter
from itertools import pairwise

import pytest

from tests.reliability.faults import KINDS, Fault, planned, refusal, sweep, told
from tests.reliability.jobs import JOBS

MOST = 400
"""Of some 5,000 places where a call can fail; `make faults` tries 1,600."""


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_case_02_case_03_case_04_no_fault_of_a_system_call_loses_anything() -> None:
    if reason := refusal():
        pytest.skip(reason)
    found = sweep([*JOBS], MOST)
    assert not any(one.wrong for one in found), told(found)
    hit = [one for one in found if one.is_hit]
    assert len(hit) > MOST * 0.9
    assert {one.fault.job for one in hit} == {*JOBS}
    assert {one.fault.kind for one in hit} == {*KINDS}
    assert {one.ending for one in hit} == {"killed", "refused", "done"}


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
