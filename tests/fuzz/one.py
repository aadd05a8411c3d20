"""Fuzzes one target with atheris until its time is over: `python -m tests.fuzz.one TARGET SECONDS FOLDER`.

Into the folder go figures.json, kept up to date, and each input that broke the target, once for each place in
the code. libFuzzer itself ends the process, and leaves the input, where one hangs or takes too much memory.
"""

import hashlib
import json
import logging
import sys
import time
import traceback
import warnings
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import atheris

with atheris.instrument_imports(
    include=["annotator", "cassis", "docx", "pypdf", "trafilatura", "htmldate", "justext"]
):
    from annotator.formats.extras import extra
    from tests.fuzz import mutating
    from tests.fuzz.harness import MOST_MEMORY, MOST_SECONDS, consume, corpus, most_held, regressions, taken
    from tests.fuzz.targets import TARGETS

    for module in ("cassis", "docx", "pypdf", "trafilatura"):  # which readers import late
        extra(module, "all", "files")

_LONGEST = 1 << 17
_SAVED_EVERY = 1.0
_BUSY = 6
"""How many times as long as on the processor a read may take where the machine has much else to do."""


@dataclass(slots=True)
class Figures:
    """time is how long it has gone on, in seconds; seconds, of the processor, the longest of one execution.

    memory is the most that was ever held, above what was held before, by a process that reads for us too.
    """

    executions: int = 0
    time: float = 0.0
    seconds: float = 0.0
    memory: int = 0
    faults: int = 0


class Fuzzing:
    def __init__(self, name: str, work: Path, folder: Path) -> None:
        self._target = TARGETS[name]
        self._work = work
        self._folder = folder
        self._figures = Figures()
        self._held = most_held()
        self._places: set[str] = set()
        self._begun = self._saved = time.monotonic()

    def run(self, data: bytes) -> None:
        begun = taken()
        try:
            consume(self._target, self._work, data)
        except BaseException as error:  # noqa: BLE001 - a panic of Rust is no Exception, and is a finding
            self._keep(error, data)
        seconds = taken() - begun
        figures = self._figures
        figures.executions += 1
        figures.seconds = max(figures.seconds, seconds)
        held = most_held() - self._held
        if seconds > MOST_SECONDS or held > max(MOST_MEMORY, figures.memory):
            self._keep(RuntimeError(f"it took {seconds:.1f} s and {held >> 20} MB"), data)
        figures.memory = max(figures.memory, held)
        self._save()

    def _keep(self, error: BaseException, data: bytes) -> None:
        """Keep an input and its traceback, unless another broke the code in the same place."""
        trace = traceback.extract_tb(error.__traceback__)
        place = f"{type(error).__name__} {[(frame.filename, frame.lineno) for frame in trace[-1:]]}"
        if place in self._places:
            return
        self._places.add(place)
        self._figures.faults += 1
        name = hashlib.sha256(data).hexdigest()[:12]
        (self._folder / f"fault-{name}").write_bytes(data)
        (self._folder / f"fault-{name}.txt").write_text("".join(traceback.format_exception(error)), "utf-8")

    def _save(self) -> None:
        if time.monotonic() - self._saved > _SAVED_EVERY:
            self._saved = time.monotonic()
            self._figures.time = self._saved - self._begun
            (self._folder / "figures.json").write_text(json.dumps(asdict(self._figures)))


def _mutator(data: bytes, most: int, seed: int) -> bytes:
    """Let libFuzzer change a file, or what is packed in it, or put in a piece that readers stumble over."""
    random = Random(seed)

    def change(content: bytes) -> bytes:
        kind = random.random()
        if kind < 0.3:
            return mutating.restructured(content, random)
        if kind < 0.7:
            return bytes(atheris.Mutate(content, max(len(content) + 64, 128)))
        piece = random.choice(mutating.PIECES)
        return mutating.changed(
            content, random.choice(mutating.KINDS), random.random(), random.random(), piece
        )

    found = mutating.within(data, change, random) if random.random() < 0.8 else change(data)
    return found[:most]


def main() -> None:
    name, seconds, folder = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    logging.disable()
    warnings.simplefilter("ignore")
    with TemporaryDirectory() as work:
        kept = folder / "corpus"
        kept.mkdir(exist_ok=True)
        for path in (*corpus(name), *regressions(name)):
            (kept / path.name).write_bytes(path.read_bytes())
        fuzzing = Fuzzing(name, Path(work), folder)
        limit = (most_held() + MOST_MEMORY) >> 20
        atheris.Setup(
            [
                sys.argv[0],
                f"-max_total_time={seconds}",
                f"-timeout={MOST_SECONDS * _BUSY:.0f}",
                f"-rss_limit_mb={limit}",
                f"-max_len={_LONGEST}",
                f"-artifact_prefix={folder}/",
                "-verbosity=0",
                str(kept),
            ],
            fuzzing.run,
            custom_mutator=_mutator,
        )
        atheris.Fuzz()


if __name__ == "__main__":
    main()
