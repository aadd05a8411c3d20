"""Texts that make programs hang: opened, walked, labelled, searched and exported like any other."""

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import orjson
import pytest
from PySide6.QtCore import QEvent, QPointF, QSettings, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.arabic.phrases import Phrase
from annotator.domain.article import ArticleFilter
from annotator.domain.errors import NotFoundError
from annotator.gui.application import make_window
from annotator.gui.desk import Desk
from annotator.gui.main_window import MainWindow
from annotator.gui.settings import Settings
from annotator.gui.text.setting import Extra
from annotator.services.export_options import ExportOptions
from annotator.services.exporting import export
from annotator.services.importing import ImportOptions, import_files
from annotator.services.projects import create, open_project
from annotator.services.searching import Search, first

BOUND_S = 2.0
"""Of the processor, for anything that is done: all but opening five megabytes take a hundredth of it."""

TEXTS = {
    "case-60: 50,000 marks on a letter": "نص ب" + "\u064e" * 50_000 + " نص",
    "case-61: half a MB of letters that all join": "ب" * 260_000,
    "case-61: 5 MB without a space": "كتابةمدرسةببببب" * 180_000,
    "case-61: 5 MB of letters that all join": "ب" * 2_600_000,
    "only emoji": "👨‍👩‍👧‍👦🇶🇦👍🏽🏴󠁧󠁢󠁥󠁮󠁧󠁿❤️‍🔥" * 2_000,
    "only flags": "🇶🇦🇸🇦" * 20_000,
    "Hebrew, Latin and Arabic": "שלום Hello مرحبا (12.5%) עולם World دنيا 2025-11-19, " * 800,
    "embeddings left open": "\u202bنص \u202aabc \u2067عربي \u2066def \u202e123 \u2068(نص\u202d] " * 700,
    "pops of nothing": "\u202cنص\u2069 abc\u202c\u2069 عربي\u2069 " * 2_000,
    "joiners and zero widths": "\u200d\u200c\u200b\u2060\ufeffب" * 1_000,
    "a cell of spaces": " " * 40_000 + "نص",
}
LONG = {
    "case-61: 5 MB without a space",
    "case-61: 5 MB of letters that all join",
    "only emoji",
    "embeddings left open",
    "pops of nothing",
    "joiners and zero widths",
}
"""Those that take several seconds, of what others are tried on too: large ones, and what nobody sees."""

KEYS = ["Left", "Right", "Down", "Up", "PageDown", "PageUp", "End", "Home"]
NONE, SHIFT, CONTROL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Reader:
    """Does things in the window, none of which may take long."""

    def __init__(self, app: QApplication, window: MainWindow) -> None:
        self.app, self.window = app, window

    @property
    def desk(self) -> Desk:
        assert self.window.desk
        return self.window.desk

    def act(self, what: str, act: Callable[[], object]) -> None:
        start = time.thread_time()
        act()
        self.window.repaint()
        self.app.processEvents()
        taken = time.thread_time() - start
        assert taken < BOUND_S, what

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        self.act(f"{held} {key}", lambda: QTest.keyClick(self.desk.view, key, held))

    def mouse(self, kind: str, share: float, held: Qt.KeyboardModifier = NONE) -> None:
        """Do something with the mouse at a share of the first line in sight, from the right."""
        viewport, left = self.desk.view.viewport(), Qt.MouseButton.LeftButton
        point = QPointF(viewport.width() - 40 - share * (viewport.width() - 80), 45)
        place = QPointF(viewport.mapToGlobal(point.toPoint()))
        event = QMouseEvent(QEvent.Type[kind], point, place, left, left, held)
        self.act(f"{kind} {share}", lambda: QApplication.sendEvent(viewport, event))

    def drag(self, start: float, end: float, held: Qt.KeyboardModifier = NONE) -> None:
        self.mouse("MouseButtonPress", start, held)
        for share in (start, (start + end) / 2, end):
            self.mouse("MouseMove", share, held)
        self.mouse("MouseButtonRelease", end, held)

    def double_click(self, share: float) -> None:
        for kind in ("MouseButtonPress", "MouseButtonRelease", "MouseButtonDblClick", "MouseButtonRelease"):
            self.mouse(kind, share)

    def walk(self) -> None:
        for held in (NONE, SHIFT, CONTROL, SHIFT | CONTROL, ALT):
            for name in KEYS:
                self.press(Qt.Key[f"Key_{name}"], held)

    def label(self) -> None:
        """Label by keyboard, by mouse, and by a double click."""
        self.press(Qt.Key.Key_Home, CONTROL)
        for key, held in ((Qt.Key.Key_Left, SHIFT), (Qt.Key.Key_Left, SHIFT), (Qt.Key.Key_2, NONE)):
            self.press(key, held)
        self.press(Qt.Key.Key_End, CONTROL)
        for key, held in ((Qt.Key.Key_Right, SHIFT | CONTROL), (Qt.Key.Key_1, NONE)):
            self.press(key, held)
        self.press(Qt.Key.Key_Home, CONTROL)
        self.press(Qt.Key.Key_Escape)
        self.drag(0.3, 0.6, ALT)
        self.press(Qt.Key.Key_3)
        self.double_click(0.8)
        self.press(Qt.Key.Key_4)
        self.press(Qt.Key.Key_Escape)

    def show_everything(self) -> None:
        settings = self.desk._settings
        settings.extras = frozenset(Extra)
        self.act("everything shown", self.desk.use_type)
        self.walk()
        settings.extras = frozenset()
        self.act("nothing more shown", self.desk.use_type)


def spans_of(path: Path) -> tuple[str, list[tuple[int, int, str]]]:
    record = orjson.loads(path.read_bytes())
    return record["text"], [(span["start"], span["end"], span["label"]) for span in record["spans"]]


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[pytest.mark.slow] if name in LONG else []) for name in TEXTS]
)
def test_a_bad_text_is_read_labelled_searched_and_exported(
    qapp: QApplication, qtbot, tmp_path: Path, name: str
) -> None:
    text, source = TEXTS[name], tmp_path / "bad.jsonl"
    source.write_bytes(orjson.dumps({"text": text}) + b"\n")
    create(tmp_path / "p.annotator").close()
    project = open_project(tmp_path / "p.annotator")
    import_files(project, [source], ImportOptions(login="amal"))
    settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    settings.annotator = "amal"
    window = make_window(qapp, settings)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    reader = Reader(qapp, window)
    reader.act("opening", lambda: window.open_project(tmp_path / "p.annotator"))
    reader.walk()
    reader.label()
    reader.show_everything()
    current = reader.desk.labelling.current
    assert current
    assert current.article.text == text
    given = [(item.span.start, item.span.end) for item in current.annotations if item.span]
    assert len(given) >= 2
    window.close()

    start = time.thread_time()
    for query in ("نص", text[:30], "ZZ"):
        with suppress(NotFoundError):  # a word is to be looked for, and emoji are none
            first(project, Search(Phrase.of(query), ArticleFilter("amal")), 10)
    out, again = tmp_path / "out.jsonl", tmp_path / "again.jsonl"
    export(project, out, ExportOptions("jsonl"))
    project.close()
    other = create(tmp_path / "q.annotator")
    import_files(other, [out], ImportOptions(login="amal"))
    export(other, again, ExportOptions("jsonl"))
    other.close()
    assert spans_of(again) == spans_of(out)
    assert spans_of(out)[0] == text
    assert [(begin, end) for begin, end, _ in spans_of(out)[1]] == given
    assert time.thread_time() - start < 5 * BOUND_S
