"""Nothing that was shown as saved is lost when the program is killed."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.domain.article import ArticleFilter
from annotator.services.browsing import all_lines, open_article
from annotator.services.importing import ImportOptions, import_files
from annotator.services.inspecting import check
from annotator.services.projects import create, open_project

TIMES = 30
WORDS = 400

LABELLER = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from annotator.domain.span import Span
from annotator.gui.application import make_window
from annotator.gui.settings import Settings

settings = Settings(QSettings(sys.argv[2], QSettings.Format.IniFormat))
settings.annotator = "amal"
window = make_window(QApplication([]), settings)
window.show()
window.open_project(Path(sys.argv[1]))
view = window.desk.view
print("ready", flush=True)
for nth in range(int(sys.argv[3])):
    window.status.show_annotator("amal")
    view.select(Span(5 * nth, 5 * nth + 4))
    QTest.keyClick(view, Qt.Key.Key_1)
    if window.status.saved_text:
        print(5 * nth, flush=True)
"""


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_case_01_killed_at_random_moments_the_window_loses_nothing_shown_as_saved(tmp_path: Path) -> None:
    dice = random.Random(20251119)
    text = tmp_path / "text.txt"
    text.write_text("كلمة " * WORDS, "utf-8")
    for nth in range(TIMES):
        path = tmp_path / f"{nth}.annotator"
        project = create(path)
        import_files(project, [text], ImportOptions(login="amal"))
        project.close()
        shown = _label_until_killed(path, tmp_path, after=dice.randrange(1, 60))
        project = open_project(path)
        (line,) = all_lines(project, ArticleFilter("amal"))
        found = [item.span.start for item in open_article(project, line.id, "amal").annotations if item.span]
        assert check(project) == []
        assert set(shown) <= set(found)
        assert len(found) <= len(shown) + 1
        project.close()


def _label_until_killed(path: Path, folder: Path, after: int) -> list[int]:
    """Kill the labeller while it makes the label after so many; return what it showed as saved."""
    child = subprocess.Popen(
        [sys.executable, "-c", LABELLER, str(path), str(folder / "settings.ini"), str(WORDS)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert child.stdout
    for _ in range(after + 1):
        assert child.stdout.readline()
    child.send_signal(signal.SIGKILL)
    rest = child.stdout.read().split()
    child.wait()
    child.stdout.close()
    # Each label is shown in order, so what came before the rest is known from how much was read.
    return [5 * done for done in range(after)] + [int(place) for place in rest if place.isdigit()]
