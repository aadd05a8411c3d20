"""Runs jobs in children of its own, one at a time, as it is told on its input; see faults.

It has imported everything and done each job before, so that a child makes no other system calls than its job.
"""

import ctypes
import json
import os
import signal
import socket
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from annotator.domain.errors import AnnotatorError
from annotator.storage import engine
from tests.reliability.job import at_home_in
from tests.reliability.jobs import JOBS

REFUSED = 3
"""The status of a child that ended with a sentence for a person."""

_PR_SET_PTRACER, _ANYBODY = 0x59616D61, -1


def _child(does: Callable[[Callable[[str], None]], None], told: socket.socket, go: socket.socket) -> int:
    # By send, not by write: what the child tells is not to be hit.
    def tell(kind: str, said: str) -> None:
        told.sendall(json.dumps({"kind": kind, "said": said}).encode() + b"\n")

    ctypes.CDLL(None).prctl(_PR_SET_PTRACER, _ANYBODY, 0, 0, 0)
    go.recv(1)
    try:
        does(lambda said: tell("ack", said))
    except AnnotatorError as error:
        tell("sentence", str(error))
        return REFUSED
    except BaseException:  # noqa: BLE001 - whatever it is, the test must see it
        tell("bug", traceback.format_exc())
        return 1
    return 0


def _forked(does: Callable[[Callable[[str], None]], None], *, waits: bool) -> dict[str, object]:
    """Run something in a child; return what it told, and how it ended."""
    (here, told), (starter, go) = socket.socketpair(), socket.socketpair()
    child = os.fork()
    if not child:
        here.close()
        starter.close()
        os._exit(_child(does, told, go))
    told.close()
    go.close()
    if waits:
        _say({"child": child})
        sys.stdin.readline()
    starter.send(b"!")
    said = [json.loads(line) for line in here.makefile("rb")]
    _, status = os.waitpid(child, 0)
    here.close()
    starter.close()
    found: dict[str, object] = {"status": os.waitstatus_to_exitcode(status)}
    return found | {kind: [one["said"] for one in said if one["kind"] == kind] for kind in _KINDS}


_KINDS = "ack", "sentence", "bug"


def _say(answer: object) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def _does(order: dict[str, str]) -> Callable[[Callable[[str], None]], None]:
    job, folder = JOBS[order["job"]], Path(order["folder"])

    def judge(tell: Callable[[str], None]) -> None:
        for sentence in job.judge(folder, json.loads(order["acks"])):
            tell(sentence)

    def what(ack: Callable[[str], None]) -> None:
        at_home_in(folder)
        # As the engine has it with an SQLite whose WAL is sound.
        engine._HAS_SOUND_WAL = order["mode"] == "WAL"
        match order["what"]:
            case "prepare":
                job.prepare(folder)
            case "run":
                job.run(folder, ack)
            case _:
                judge(ack)

    return what


def _warm_up() -> None:
    """Do every job once here: what is imported and compiled by it is there for all children."""
    for name in JOBS:
        with TemporaryDirectory() as folder:
            order = {"job": name, "folder": folder, "mode": "DELETE", "acks": "[]"}
            told: dict[str, list[str]] = {"prepare": [], "run": [], "judge": []}
            for what, said in told.items():
                _does(order | {"what": what, "acks": json.dumps(told["run"])})(said.append)
            assert not told["judge"], told


def main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _warm_up()
    _say({})
    for line in sys.stdin:
        order = json.loads(line)
        _say(_forked(_does(order), waits=order["what"] == "run"))


if __name__ == "__main__":
    main()
