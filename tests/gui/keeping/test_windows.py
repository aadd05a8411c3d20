"""Cases 16 to 19: programs that end, and programs that meet."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from annotator.domain.errors import ElsewhereError
from annotator.domain.span import Span
from annotator.gui import application, crash_log
from annotator.gui.dialogs import asking
from annotator.gui.keeping import opening, traces
from annotator.gui.keeping.guard import Guard, lock_of
from annotator.gui.main_window import MainWindow
from annotator.services import browsing
from annotator.services.commenting import comments
from annotator.services.projects import open_project

OTHER = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from annotator.domain.span import Span
from annotator.gui.application import make_window
from annotator.gui.keeping.ending import Ending
from annotator.gui.settings import Settings

settings = Settings(QSettings(sys.argv[2], QSettings.Format.IniFormat))
settings.annotator = "amal"
app = QApplication([])
window = make_window(app, settings)
Ending(app, window)
window.open_project(Path(sys.argv[1]), "2.txt")
window.show()
desk = window.desk
desk.view.select(Span(5, 10))
desk.labelling.use(desk.session.labels["place"])
desk.view.caret.put(7)
desk.view.select(Span(5, 10))
desk.side.details.note.setFocus()
"""
ASKS = """
import sys
from annotator.gui import application
from annotator.gui.dialogs import asking

ask = asking.is_wanted

def is_wanted(*about):
    print("ready", flush=True)
    return ask(*about)

asking.is_wanted = is_wanted
sys.exit(application.start(None, None, None))
"""
WAITS = 'print("ready", flush=True); app.exec()'
DIES = "window.keeping._tracing._write(); import os; os._exit(1)"
TYPES = """
desk.side.details.note.setText("ملاحظة")
desk.side.details.note.setModified(True)
desk.side.comments.line.setText("تعليق")
"""


def run(path: Path, folder: Path, more: str, program: str = OTHER) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", program + more, str(path), str(folder / "other.ini")]
    return subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )


def die(path: Path, folder: Path) -> None:
    """Have another program open the project, label in it, and end without a word."""
    child = run(path, folder, DIES)
    child.communicate(timeout=60)
    assert child.returncode == 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=lambda one: one.name)
def test_case_16_a_signal_ends_the_program_that_asks_whether_to_go_on(
    project_path: Path, tmp_path: Path, number: signal.Signals
) -> None:
    die(project_path, tmp_path)
    child = run(project_path, tmp_path, "", ASKS)
    assert child.stdout
    assert child.stdout.readline() == "ready\n"
    child.send_signal(number)
    child.communicate(timeout=30)
    assert child.returncode == 0


def typed(path: Path) -> tuple[str | None, list[str]]:
    """Return the note on the article that the other program had open, and the comments."""
    with open_project(path) as project:
        article = browsing.find(project, "2.txt")
        layer = browsing.open_article(project, article, "amal").layer
        return layer.note, [one.text for one in comments(project, article, "amal")]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=lambda one: one.name)
def test_case_16_a_signal_ends_the_program_after_what_is_typed_is_saved(
    project_path: Path, tmp_path: Path, number: signal.Signals
) -> None:
    child = run(project_path, tmp_path, TYPES + WAITS)
    assert child.stdout
    assert child.stdout.readline() == "ready\n"
    child.send_signal(number)
    assert child.wait(30) == 0
    child.stdout.close()
    assert typed(project_path) == ("ملاحظة", ["تعليق"])
    assert not lock_of(project_path).exists()
    assert traces.newest() is None


def test_case_16_the_end_of_a_session_saves_what_is_typed(project_path: Path, tmp_path: Path) -> None:
    ends = """
from PySide6.QtCore import SIGNAL
assert app.receivers(SIGNAL("commitDataRequest(QSessionManager&)")) == 1
window.findChild(Ending).save(None)
print('asked', flush=True)
app.exec()
"""
    child = run(project_path, tmp_path, TYPES + ends)
    assert child.stdout
    assert child.stdout.readline() == "asked\n"
    child.kill()
    child.wait()
    child.stdout.close()
    assert typed(project_path) == ("ملاحظة", ["تعليق"])


def test_case_17_a_bug_is_logged_by_its_place_and_nothing_of_a_text(window: MainWindow) -> None:
    secret = "نص المقال السري"
    with pytest.raises(KeyError) as caught:
        raise KeyError(secret)
    said = crash_log.note_bug(KeyError, caught.tb)
    assert "KeyError" in said
    assert "test_windows.py" in said
    assert "السري" not in said


def test_case_17_a_fault_of_the_interpreter_is_in_the_log_of_the_next_start(tmp_path: Path) -> None:
    begin = "from annotator.gui import application, crash_log; crash_log.begin()\n"
    dies = begin + "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)"
    done = subprocess.run([sys.executable, "-c", dies], env=os.environ, check=False)
    assert done.returncode == -signal.SIGSEGV
    says = begin + "from PySide6.QtCore import qWarning; qWarning('خبر سري plain'); print(crash_log.report())"
    done = subprocess.run(
        [sys.executable, "-c", says], env=os.environ, check=True, capture_output=True, text=True
    )
    assert "Segmentation fault" in done.stdout
    assert "plain" in done.stdout
    assert "سري" not in done.stdout
    modes = {file.stat().st_mode & 0o777 for file in crash_log.folder_of_logs().iterdir()}
    assert modes == {0o600}


def test_case_18_a_second_window_is_refused_and_the_first_comes_forward(
    window: MainWindow, project_path: Path, qtbot
) -> None:
    window.open_project(project_path)
    assert window.keeping
    asks = f"""
from pathlib import Path
from annotator.domain.errors import ElsewhereError
from annotator.gui.keeping.guard import Guard
try:
    Guard.take(Path({str(project_path)!r}), lambda: True)
except ElsewhereError as error:
    print(error.has_answered, error)
"""
    with qtbot.waitSignal(window.keeping.guard.wanted, timeout=20_000):
        child = subprocess.Popen([sys.executable, "-c", asks], stdout=subprocess.PIPE, text=True)
    said, _ = child.communicate(timeout=20)
    assert said.startswith("True")
    assert "is open in another window" in said
    assert browsing.label_set(window.desk.session.project)


def test_case_18_commands_work_on_a_project_that_is_open(window: MainWindow, project_path: Path) -> None:
    window.open_project(project_path)
    command = [sys.executable, "-m", "annotator", "check", str(project_path)]
    assert subprocess.run(command, check=False, capture_output=True).returncode == 0


def test_case_19_a_lock_left_by_a_program_that_died_is_taken_over_after_asking(
    window: MainWindow, project_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    die(project_path, tmp_path)
    assert lock_of(project_path).exists()
    asked: list[str] = []
    monkeypatch.setattr(asking, "is_wanted", lambda _parent, _title, said, _go: asked.append(said))
    window.open_project(project_path)
    assert window.desk is None
    assert not lock_of(project_path).exists()
    assert "ended without closing" in asked[0]


def test_after_a_crash_the_article_and_the_place_in_it_are_there_again(
    window: MainWindow, project_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    die(project_path, tmp_path)
    monkeypatch.setattr(asking, "is_wanted", lambda *_: True)
    assert opening.go_back(window)
    assert window.desk
    assert window.desk.labelling.current.article.external_id == "2.txt"
    assert window.desk.view.caret.place == 10
    assert [item.span for item in window.desk.labelling.current.annotations] == [Span(5, 10)]
    window.close_project()
    assert not opening.go_back(window)


def test_what_cannot_be_gone_back_to_is_told_once(
    window: MainWindow, project_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    die(project_path, tmp_path)
    monkeypatch.setattr(asking, "is_wanted", lambda *_: True)
    project_path.write_bytes(project_path.read_bytes()[:5_000])
    application._begin(window, None, None, None)
    assert "damaged" in window.message.text
    assert window.desk is None
    application._begin(window, None, None, None)
    assert not window.message.isVisible()


def test_case_18_a_link_to_a_project_is_the_same_project(
    window: MainWindow, project_path: Path, tmp_path: Path
) -> None:
    window.open_project(project_path)
    link = tmp_path / "link.annotator"
    link.symlink_to(project_path)
    with pytest.raises(ElsewhereError):
        Guard.take(link, lambda: True)
    assert lock_of(link) == lock_of(project_path)


def test_case_19_a_lock_of_another_computer_is_respected(window: MainWindow, project_path: Path) -> None:
    lock_of(project_path).write_text("123\nannotator\nother-computer\n\n\n")
    with pytest.raises(ElsewhereError, match="open on the computer other-computer"):
        window.open_project(project_path)
    assert window.desk is None
    lock_of(project_path).unlink()
    window.open_project(project_path)
    assert window.desk


def test_a_project_of_the_longest_name_is_locked_too(qapp: QApplication, project_path: Path) -> None:
    path = project_path.with_name("ن" * 122 + ".annotator")
    project_path.rename(path)
    guard = Guard.take(path, lambda: False)
    assert guard
    assert lock_of(path).exists()
    guard.release()
    assert not lock_of(path).exists()
