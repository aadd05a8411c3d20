"""Importing a hostile file as a user does: in a process that may take no more than an import should."""

import atexit
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile

import orjson

from annotator.domain.article import ArticleFilter
from annotator.services.browsing import all_lines, label_set
from annotator.services.projects import open_project

MEMORY = (1 << 30) + (64 << 20)
"""What the program holds when it has started, and 1 GB more."""
SECONDS = 5
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the program ended, and what it said."""

    code: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """The one sentence of a refusal."""
        assert (self.code, self.out) == (1, ""), self
        assert self.err.endswith("\n"), self
        said = self.err[:-1]
        assert said.isprintable(), self
        assert "Traceback" not in said, self
        return said


@cache
def _loaded() -> subprocess.Popen[str]:
    """The process that has the program loaded, one for each that tests."""
    command = [sys.executable, "-m", "tests.reliability.forking"]
    loaded = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8", cwd=ROOT
    )
    loaded.wait()  # it has left one that is nobody's child, which ends when there is nothing more to read
    assert loaded.stdin
    atexit.register(loaded.stdin.close)
    return loaded


def annotator(*arguments: object, seconds: int = SECONDS, **environment: str) -> Outcome:
    """Run the program within its limits; seconds are those of the processor."""
    loaded = _loaded()
    assert loaded.stdin
    assert loaded.stdout
    with NamedTemporaryFile("r", encoding="utf-8") as out, NamedTemporaryFile("r", encoding="utf-8") as err:
        asked = {
            "arguments": [*map(str, arguments)],
            "environment": {**os.environ, **environment},
            "folder": str(Path.cwd()),
            "memory": MEMORY,
            "seconds": seconds,
            "out": out.name,
            "err": err.name,
        }
        loaded.stdin.write(orjson.dumps(asked).decode() + "\n")
        loaded.stdin.flush()
        code = int(loaded.stdout.readline())
        return Outcome(code, out.read(), err.read())


def contents(folder: Path) -> dict[str, bytes]:
    """Return what stands in a folder and beneath; of files of a gigabyte the size."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        if path.stat().st_size < 1 << 30
        else b"%d" % path.stat().st_size
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def refused(project: Path, file: Path) -> str:
    """Import a file that must not come in; return what is said.

    Whatever the file is, nothing is changed in the project or written beside it, and the project is usable.
    """
    top = project.parent
    before = contents(top)
    is_large = file.stat().st_size > 1 << 30
    said = annotator(
        "import", project, file, "--add-labels", seconds=4 * SECONDS if is_large else SECONDS
    ).sentence
    assert contents(top) == before
    with closing(open_project(project)) as opened:
        assert not [*all_lines(opened, ArticleFilter("amal"))]
        assert len(label_set(opened)) == 4
    return said


def imported(project: Path, files: Sequence[Path] | Path, *options: str) -> list[dict[str, object]]:
    """Import what may come in, within the limits; return the articles as the native format has them."""
    paths = [files] if isinstance(files, Path) else files
    done = annotator("import", project, *paths, "--add-labels", *options)
    assert done.code == 0, done
    out = project.with_name("exported.jsonl")
    done = annotator("export", project, out, "--format", "jsonl", "--all-annotators")
    assert done.code == 0, done
    lines = [orjson.loads(line) for line in out.read_bytes().split(b"\n") if line]
    out.unlink()
    return lines
