"""How few keys labelling takes: a chord such as Shift+Left counts as one press, moving the caret as none."""

from pathlib import Path

import orjson
import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.domain.span import Span
from annotator.gui.application import make_window
from annotator.gui.desk import Desk
from annotator.gui.settings import Settings
from annotator.gui.text.caret import Caret, Move
from annotator.gui.text.units import Unit
from annotator.resources import resource
from annotator.services.importing import ImportOptions, import_files
from annotator.services.projects import create
from tests.texts import write_lines

Gold = list[tuple[Span, str]]

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier

_LENGTH = 2500
_SPANS = 25
_MOST = 2.5


class Labeller:
    """Takes up the pen for one label after another, and selects each span with Shift and arrows."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.presses = 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.presses += 1
        # Not by QTest, which would press and release the modifier for every key.
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            text = chr(key) if key < Qt.Key.Key_AsciiTilde else ""
            QApplication.sendEvent(self.desk.view, QKeyEvent(kind, key, modifier, text))

    def select(self, span: Span) -> None:
        """Select so many words at once, or go on from the beginning by the unit that takes fewer presses."""
        view, text = self.desk.view, self.desk.view.caret.text
        count = len(span.of(text).split())
        if view.caret.units.words_from(span.start, count, view.snapping) == span:
            self.go_to(span.start)
            self.press(Qt.Key(Qt.Key.Key_0 + count), Qt.KeyboardModifier.AltModifier)
        else:
            self.extend(span)

    def go_to(self, place: int) -> None:
        """Move the caret, as its keys do."""
        self.desk.view.caret.put(place)
        self.desk.view.caret_moved()

    def extend(self, span: Span) -> None:
        view = self.desk.view
        ways = {SHIFT: view.snapping, SHIFT | CONTROL: Unit.WORD}
        counts = {modifier: self._presses_for(span, unit) for modifier, unit in ways.items()}
        modifier = min(counts, key=lambda way: counts[way])
        self.go_to(span.start)
        QTest.keyPress(view, Qt.Key.Key_Shift)
        for _ in range(counts[modifier]):
            self.press(Qt.Key.Key_Left, modifier)
        assert view.caret.selection == span
        QTest.keyRelease(view, Qt.Key.Key_Shift)

    def _presses_for(self, span: Span, unit: Unit) -> int:
        caret = Caret(self.desk.view.caret.text, self.desk.view.vocabulary)
        caret.put(span.start)
        for count in range(1, 20):
            caret.extend(Move(unit, is_next=True))
            if caret.selection == span:
                return count
        return 99


@pytest.fixture
def article() -> tuple[str, Gold]:
    """The beginning of a long article of the sample, with spans of its gold, the labels as the keys are."""
    lines = map(orjson.loads, resource("sample", "articles.jsonl").read_bytes().splitlines())
    record = next(line for line in lines if len(line["text"]) > _LENGTH and line["spans"])
    keys = {"ACTOR": "actor", "PLACE": "place", "AGREEMENT": "agreement", "TOPIC": "topic"}
    gold = [(Span(one["start"], one["end"]), keys[one["label"]]) for one in record["spans"]]
    return record["text"][:_LENGTH], [item for item in gold if item[0].end <= _LENGTH]


@pytest.fixture
def desk(qapp: QApplication, qtbot, tmp_path: Path, article: tuple[str, Gold]):
    news = write_lines(tmp_path / "news.jsonl", {"text": article[0]})
    path = tmp_path / "p.annotator"
    with create(path) as project:
        import_files(project, [news], ImportOptions(login="amal"))
    settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    settings.annotator = "amal"
    window = make_window(qapp, settings)
    qtbot.addWidget(window)
    window.show()
    window.open_project(path)
    yield window.desk
    window.close()


def test_a_span_takes_two_and_a_half_presses_beyond_moving_the_caret(
    desk: Desk, article: tuple[str, Gold]
) -> None:
    _, gold = article
    labeller = Labeller(desk)
    for key, label in enumerate(("actor", "place", "agreement", "topic"), Qt.Key.Key_1):
        labeller.go_to(0)
        labeller.press(Qt.Key(key))
        for span, given in gold:
            if given == label:
                labeller.select(span)
        labeller.press(Qt.Key.Key_Escape)
    assert desk.labelling.current
    made = [(item.span, item.label) for item in desk.labelling.current.annotations]
    assert sorted(made) == sorted(gold)
    assert len(gold) >= _SPANS
    assert labeller.presses / len(gold) <= _MOST
