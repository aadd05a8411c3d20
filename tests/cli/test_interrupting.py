"""Ctrl-C while a command works."""

import signal

import pytest

from annotator.cli.output import progress_of


def test_ctrl_c_stops_long_work_when_it_reports_and_not_before() -> None:
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt), progress_of("Working") as report:
        report(1, 2)
        signal.raise_signal(signal.SIGINT)
        committed = True
        report(2, 2)
    assert committed
    assert signal.getsignal(signal.SIGINT) is before
