"""A long day at the window: random work, openings, imports and their undoing, told to whoever started it.

`python -m tests.end_to_end.day FOLDER ACTIONS SEED` prints one JSON value at the end.
"""

import gc
import json
import os
import random
import sys
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QEvent, QSettings, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.domain.annotation import Annotation, Layer, Relation
from annotator.domain.edit import Changes
from annotator.domain.errors import EditError, NotFoundError
from annotator.gui import crash_log
from annotator.gui.application import make_window
from annotator.gui.dialogs.import_dialog import ImportDialog
from annotator.gui.garbage import Collector
from annotator.gui.main_window import MainWindow
from annotator.gui.settings import Settings
from annotator.services import browsing
from annotator.services.inspecting import check
from annotator.services.projects import create_sample
from annotator.storage.project import Project
from tests.end_to_end.anybody import Anybody

_SETTLED = 1_000
_TEXT = "وقّعت الوفود في باكو اتفاق تعاون جديدًا يوم الثلاثاء، رقم {number}."

Held = dict[tuple[str, str, str], object]


class Model:
    """What the project should hold, in a plain dictionary: as the edits say that were told."""

    def __init__(self, project: Project) -> None:
        self.held = held(project)
        self.readings = 0
        """How often articles came or went."""

    def follow(self, project: Project, changes: Changes) -> None:
        if changes.everything:
            self.readings += 1
            now = held(project)  # of the articles that stay the model keeps what it had
            articles = {key[0] for key in now}
            self.held = {key: value for key, value in self.held.items() if key[0] in articles}
            known = {key[0] for key in self.held}
            self.held |= {key: value for key, value in now.items() if key[0] not in known}
        for edit in changes.edits:
            for subject, is_there in ((edit.before, False), (edit.after, True)):
                if isinstance(subject, Annotation | Relation | Layer):
                    self._put(subject, is_there=is_there)

    def differences(self, project: Project) -> list[str]:
        """Say where the project holds something else."""
        now = held(project)
        keys = sorted({*now, *self.held})
        return [
            f"{key}: {now.get(key)}, not {self.held.get(key)}"
            for key in keys
            if now.get(key) != self.held.get(key)
        ]

    def _put(self, subject: Annotation | Relation | Layer, *, is_there: bool) -> None:
        key = key_of(subject)
        if is_there:
            self.held[key] = value_of(subject)
        elif not isinstance(subject, Layer):
            self.held.pop(key)


def key_of(subject: Annotation | Relation | Layer) -> tuple[str, str, str]:
    return subject.article, type(subject).__name__, getattr(subject, "id", subject.annotator)


def value_of(subject: Annotation | Relation | Layer) -> object:
    match subject:
        case Annotation():
            return subject.label, subject.span, subject.note
        case Relation():
            return subject.start, subject.end, subject.label
        case Layer():
            return subject.state, subject.note


def held(project: Project) -> Held:
    """Read all of it anew."""
    found: Held = {}
    for line in browsing.all_lines(project, browsing.ArticleFilter("amal")):
        article = browsing.open_article(project, line.id, "amal")
        for subject in (*article.annotations, *article.relations, article.layer):
            found[key_of(subject)] = value_of(subject)
    return found


class Day(Anybody):
    """Anybody, who also opens the project again, brings articles in and takes that back."""

    def __init__(self, window: MainWindow, path: Path, dice: random.Random) -> None:
        super().__init__(window, dice)
        self.path = path
        self.imports = self.openings = 0
        self.differences: list[str] = []
        self._follow()

    def live(self, actions: int) -> list[int]:
        """Return the memory held after each thousand actions, in bytes."""
        memory = []
        for nth in range(1, actions + 1):
            with suppress(EditError, NotFoundError):  # that is how the program says no
                self.act()
            if nth % 400 == 0:
                self.open_again()
            if nth % 500 == 0:
                self.bring_in(nth)
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            if nth % _SETTLED == 0:
                memory.append(self.memory())
        return memory

    def memory(self) -> int:
        QThreadPool.globalInstance().waitForDone()
        gc.collect()
        return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    def open_again(self) -> None:
        """Let the project go, and open it again; what is stored is what the model holds."""
        self.window.close_project()
        with Project.open(self.path) as project:
            self.differences += self.model.differences(project)
        self.window.open_project(self.path)
        self.openings += 1
        self._follow()

    def bring_in(self, nth: int) -> None:
        """Import an article in the dialog; every other time take it back."""
        file = self.path.with_name("more.jsonl")
        text = _TEXT.format(number=nth)
        spans = [{"start": 16, "end": 20, "label": "PLACE"}]
        file.write_text(json.dumps({"text": text, "spans": spans}) + "\n", "utf-8")
        dialog = ImportDialog(self.desk.session, [file], self.window)
        dialog.begin()
        while dialog.is_at_work:
            QTest.qWait(2)
        dialog.accept()
        dialog.deleteLater()
        if nth % 1000 == 0:
            told = self.model.readings
            self.window.actions_["undo"].trigger()
            while self.model.readings == told:
                QTest.qWait(2)
        self.imports += 1

    def _follow(self) -> None:
        if self.openings == 0:
            self.model = Model(self.desk.session.project)
        self.desk.session.changed.connect(self._note)

    def _note(self, changes: Changes) -> None:
        self.model.follow(self.desk.session.project, changes)


def main() -> None:
    folder, actions, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    app = QApplication([])
    crash_log.begin()
    settings = Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    settings.annotator = "amal"
    window = make_window(app, settings)
    broken: list[str] = []

    def note(kind: type[BaseException], error: BaseException, trace: object) -> None:
        if not isinstance(error, EditError | NotFoundError):
            broken.append(crash_log.note_bug(kind, trace))

    sys.excepthook = note
    path = folder / "day.annotator"
    create_sample(path, "amal")
    window.open_project(path)
    window.show()
    Collector(window)
    day = Day(window, path, random.Random(seed))
    memory = day.live(actions)
    window.close()
    with Project.open(path) as project:
        day.differences += day.model.differences(project)
        faults = check(project)
    log = [line for line in crash_log.report().splitlines() if " INFO " not in line]
    told = {
        "memory": memory,
        "differences": day.differences,
        "faults": faults,
        "held": len(day.model.held),
        "openings": day.openings,
        "imports": day.imports,
        "broken": broken,
        "log": [line for line in log if "propagateSizeHints" not in line],
    }
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main()
