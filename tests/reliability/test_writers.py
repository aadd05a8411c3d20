"""Several programs write into one project at once, and one of them is killed: each has what it was told."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.services.browsing import open_article
from annotator.services.inspecting import check
from annotator.services.projects import create, open_project
from annotator.storage import engine
from tests.layers import add_articles

DECISIONS = {"amal": 95, "badr": 25, "dina": 25}
"""How many each would make; amal is killed after five or a little more."""

_LABELLER = """
import sys
from pathlib import Path
from annotator.domain.annotation import Annotation
from annotator.domain.edit import Edit
from annotator.domain.span import Span
from annotator.services import annotating
from annotator.services.browsing import open_article
from annotator.services.projects import open_project
from annotator.storage import engine

path, article, name, engine._HAS_SOUND_WAL = Path(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4] == "WAL"
project = open_project(path)
print("ready", flush=True)
sys.stdin.readline()
for start in range(int(sys.argv[5])):
    assert len(open_article(project, article, name).annotations) == start
    new = Annotation.new(article, name, "place", Span(start, start + 1))
    annotating.apply(project, name, [Edit(None, new)])
    print(start, flush=True)
"""


def labeller(path: Path, article: str, name: str, mode: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", _LABELLER, str(path), article, name, mode, str(DECISIONS[name])]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
def test_case_21_programs_that_label_at_once_each_keep_what_they_were_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: str
) -> None:
    monkeypatch.setattr(engine, "_HAS_SOUND_WAL", mode == "WAL")
    path = tmp_path / "news.annotator"
    with create(path) as project:
        (article,) = add_articles(project, "باكو " * 20)
    children = {name: labeller(path, article, name, mode) for name in DECISIONS}
    for child in children.values():
        assert child.stdout
        assert child.stdout.readline() == "ready\n"
    for child in children.values():
        assert child.stdin
        child.stdin.write("go\n")
        child.stdin.flush()
    victim = children["amal"]
    assert victim.stdout
    seen = [victim.stdout.readline() for _ in range(5)]
    victim.send_signal(signal.SIGKILL)
    told = {name: len(child.communicate(timeout=100)[0].splitlines()) for name, child in children.items()}
    told["amal"] += len(seen)
    assert {name: child.returncode for name, child in children.items()} == {
        "amal": -signal.SIGKILL,
        "badr": 0,
        "dina": 0,
    }
    with open_project(path) as project:
        assert check(project) == []
        held = {name: len(open_article(project, article, name).annotations) for name in DECISIONS}
    assert held["badr"] == held["dina"] == told["badr"] == told["dina"] == DECISIONS["badr"]
    assert told["amal"] <= held["amal"] <= told["amal"] + 1 < DECISIONS["amal"]
