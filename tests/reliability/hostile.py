"""Importing a hostile file as a user does: in a process that may take no more than an import should."""

import os
import resource
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import orjson

from annotator.domain.article import ArticleFilter
from annotator.services.browsing import all_lines, label_set
from annotator.services.projects import open_project

MEMORY = (1 << 30) + (64 << 20)
"""What the program holds when it has started, and 1 GB more."""
SECONDS = 5


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


def _limited(seconds: int) -> None:
    """Bound the child that is about to become the program."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def annotator(*arguments: object, seconds: int = SECONDS, **environment: str) -> Outcome:
    """Run the program within its limits; seconds are those of the processor."""
    command = [sys.executable, "-m", "annotator", *map(str, arguments)]
    done = subprocess.run(
        command,
        capture_output=True,
        encoding="utf-8",
        check=False,
        preexec_fn=lambda: _limited(seconds),
        env={**os.environ, **environment},
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


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
