"""Injects faults into system calls, by strace, while the program works: `python -m tests.reliability.faults`.

A job is run once for each n-th call of a kind, and that call fails, or kills. What is left is then looked at.
"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Timer, local
from typing import Any

from tests.reliability.jobs import JOBS
from tests.reliability.worker import REFUSED

CALLS = ("pwrite64", "write", "fdatasync", "fsync", "rename", "openat", "ftruncate", "unlink", "pread64")
MODES = ("DELETE", "WAL")
_SINGLE = ("export",)
"""Jobs that write into no project, whose mode says nothing then."""

KINDS = {
    "KILL": "signal=KILL:when={nth}",
    "EIO": "error=EIO:when={nth}",
    "ENOSPC": "error=ENOSPC:when={nth}",
    # The disk is gone, or stays full.
    "EIO+": "error=EIO:when={nth}+",
    "ENOSPC+": "error=ENOSPC:when={nth}+",
}
_ALLOCATES = {"pwrite64", "write", "openat", "rename"}


@dataclass(frozen=True, order=True)
class Fault:
    job: str
    mode: str
    call: str
    kind: str
    nth: int

    @property
    def injection(self) -> str:
        return f"{self.call}:{KINDS[self.kind].format(nth=self.nth)}"

    @property
    def lets_clear_away(self) -> bool:
        """Whether files can be removed while it lasts; a folder is opened for that."""
        return self.call != "unlink" and not (self.call == "openat" and self.kind.endswith("+"))


@dataclass
class Found:
    """What became of a fault: was it hit, how did the program end, what is wrong with what is left."""

    fault: Fault
    is_hit: bool
    ending: str
    said: str = ""
    wrong: list[str] = field(default_factory=list)


def refusal() -> str | None:
    """Return why no fault can be injected here, if so."""
    if sys.platform != "linux" or not shutil.which("strace"):
        return "strace is not here"
    done = subprocess.run(
        ["strace", "-o", os.devnull, "-e", "trace=openat", "true"],
        capture_output=True,
        text=True,
        check=False,
    )
    return None if done.returncode == 0 else "strace may not trace here: " + done.stderr.strip()[:200]


class Worker:
    """A process that does jobs in children, which strace can be laid on."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.reliability.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        self._answer()

    def close(self) -> None:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()

    def do(self, what: str, job: str, mode: str, folder: Path, acks: Sequence[str] = ()) -> dict[str, Any]:
        order = {"what": what, "job": job, "mode": mode, "folder": str(folder), "acks": json.dumps([*acks])}
        self._tell(json.dumps(order))
        return self._answer()

    def run(self, job: str, mode: str, folder: Path, log: Path, *options: str) -> dict[str, Any]:
        """Run a job under strace."""
        child = self.do("run", job, mode, folder)["child"]
        trace = f"trace={','.join(CALLS)}"
        with subprocess.Popen(
            ["strace", "-f", "-o", str(log), "-e", trace, *options, "-p", str(child)],
            stderr=subprocess.PIPE,
            text=True,
        ) as strace:
            assert strace.stderr
            while "attached" not in (said := strace.stderr.readline()):
                assert said, "strace could not be laid on the child"
            self._tell("go")
            return self._answer()

    def kill(self, job: str, mode: str, folder: Path, after_s: float) -> dict[str, Any]:
        """Run a job, and kill it after a while, if it has not ended before."""
        child = self.do("run", job, mode, folder)["child"]
        self._tell("go")
        timer = Timer(after_s, lambda: os.kill(child, signal.SIGKILL))
        timer.start()
        answer = self._answer()
        timer.cancel()
        return answer

    def _tell(self, line: str) -> None:
        assert self._process.stdin
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def _answer(self) -> dict[str, Any]:
        assert self._process.stdout
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        return answer


def prepared(worker: Worker, folder: Path, job: str, mode: str) -> Path:
    """Make the files of a job in a mode, and return where they lie."""
    place = folder / f"{job} {mode}"
    place.mkdir()
    done = worker.do("prepare", job, mode, place)
    assert done["status"] == 0, done
    return place


def _counted(worker: Worker, template: Path, job: str, mode: str, calls: Sequence[str]) -> Counter[str]:
    """Count system calls of a job that nothing happens to."""
    with copied(template) as folder:
        log = folder.with_name(folder.name + ".log")
        done = worker.run(job, mode, folder, log)
        assert done["status"] == 0, done
        assert not worker.do("judge", job, mode, folder, done["ack"])["ack"]
        counts = Counter(re.findall(r"^\d+ +(\w+)\(", log.read_text("utf-8", "replace"), re.MULTILINE))
    return Counter({call: counts[call] for call in calls if counts[call]})


@contextmanager
def copied(template: Path) -> Iterator[Path]:
    with TemporaryDirectory(dir=template.parent) as parent:
        yield Path(shutil.copytree(template, Path(parent) / "run"))


def planned(
    counts: dict[tuple[str, str], Counter[str]], most: int, kinds: Sequence[str] = tuple(KINDS)
) -> list[Fault]:
    """Choose faults: at each call of each kind, or where these are too many, at so many, evenly spread.

    The rare calls all come; the frequent ones share what is left.
    """
    every = [
        [Fault(job, mode, call, kind, nth) for nth in range(1, count + 1)]
        for (job, mode), calls in counts.items()
        for call, count in calls.items()
        for kind in kinds
        if _can_be(call, kind)
    ]
    room, chosen = most, []
    for nth, faults in enumerate(sorted(every, key=len)):
        some = _spread(faults, max(1, room // (len(every) - nth)))
        room -= len(some)
        chosen += some
    return sorted(chosen)


def _can_be(call: str, kind: str) -> bool:
    """Tell whether a system answers so: only what takes up room finds no room."""
    return call in _ALLOCATES or not kind.startswith("ENOSPC")


def _spread(faults: Sequence[Fault], most: int) -> list[Fault]:
    if len(faults) <= most:
        return [*faults]
    return [faults[nth * len(faults) // most] for nth in range(most)]


def _hit(worker: Worker, template: Path, fault: Fault) -> Found:
    with copied(template) as folder:
        log = folder.with_name(folder.name + ".log")
        inject = f"inject={fault.injection}"
        done = worker.run(fault.job, fault.mode, folder, log, "-e", inject)
        status = done["status"]
        is_hit = status == -signal.SIGKILL or "(INJECTED)" in log.read_text("utf-8", "replace")
        ending = {0: "done", REFUSED: "refused", -signal.SIGKILL: "killed"}.get(status, "bug")
        found = Found(fault, is_hit, ending, "".join(done["sentence"]), [*done["bug"]])
        found.wrong += _left_over(folder) if ending == "refused" and fault.lets_clear_away else []
        judged = worker.do("judge", fault.job, fault.mode, folder, done["ack"])
        found.wrong += judged["ack"] + judged["sentence"] + judged["bug"]
    return found


def _left_over(folder: Path) -> list[str]:
    """Return what a program that ended by itself should have cleared away."""
    rest = [*folder.rglob(".*.part*"), *folder.rglob(".rescue-*")]
    return [f"{path.name} is left over" for path in rest]


def _begin(at_work: local, workers: ExitStack) -> None:
    at_work.worker = workers.enter_context(closing(Worker()))


def sweep(
    jobs: Sequence[str], most: int, kinds: Sequence[str] = tuple(KINDS), calls: Sequence[str] = CALLS
) -> list[Found]:
    """Hit jobs with at most so many faults, of some kinds and calls, from two processes."""
    at_work = local()
    with (
        TemporaryDirectory(prefix="faults-") as folder,
        ExitStack() as workers,
        ThreadPoolExecutor(2, "", lambda: _begin(at_work, workers)) as pool,
    ):
        _begin(at_work, workers)
        keys = [(job, mode) for job in jobs for mode in (MODES[:1] if job in _SINGLE else MODES)]
        templates = {key: prepared(at_work.worker, Path(folder), *key) for key in keys}
        counts = {key: _counted(at_work.worker, place, *key, calls) for key, place in templates.items()}
        faults = planned(counts, most, kinds)
        return [*pool.map(lambda one: _hit(at_work.worker, templates[one.job, one.mode], one), faults)]


def table(found: Sequence[Found]) -> str:
    """Return the faults hit by job and kind, as Markdown."""
    hits: dict[str, Counter[str]] = defaultdict(Counter)
    for one in found:
        if one.is_hit:
            hits[one.fault.job][one.fault.kind] += 1
            hits[one.fault.job]["all"] += 1
            hits[one.fault.job][one.ending] += 1
            hits[one.fault.job]["wrong"] += bool(one.wrong)
    columns = [*KINDS, "all", "killed", "refused", "done", "wrong"]
    lines = [f"| job | {' | '.join(columns)} |", "|---" * (len(columns) + 1) + "|"]
    rows = {job: hits[job] for job in JOBS if job in hits} | {"all": sum(hits.values(), Counter())}
    lines += [f"| {job} | {' | '.join(str(row[name]) for name in columns)} |" for job, row in rows.items()]
    return "\n".join(lines)


def told(found: Sequence[Found]) -> str:
    """Return the table, and all that is wrong."""
    hit = [one for one in found if one.is_hit]
    calls = Counter(one.fault.call for one in hit).most_common()
    lines = [table(found), "", "By call: " + ", ".join(f"{call} {count}" for call, count in calls) + "."]
    lines.append(f"{len(hit)} of {len(found)} faults were hit.")
    for one in found:
        if one.wrong:
            lines += ["", f"{one.fault} ({one.ending}):", *one.wrong]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Take how many faults are wanted at most, and jobs if not all; tell what was hit."""
    most = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    if reason := refusal():
        sys.exit(reason)
    found = sweep(sys.argv[2:] or [*JOBS], most)
    sys.stdout.write(told(found))
    return 1 if any(one.wrong for one in found) else 0


if __name__ == "__main__":
    sys.exit(main())
