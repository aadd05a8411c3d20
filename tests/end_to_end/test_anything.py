"""Whatever is done in the window, in whatever order: nothing breaks, and all of it can be taken back."""

import json
import random
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.domain.article import Direction
from annotator.domain.errors import EditError, NotFoundError
from annotator.gui.application import make_window
from annotator.gui.desk import Desk
from annotator.gui.main_window import MainWindow
from annotator.gui.settings import Settings
from annotator.gui.translation import Language
from annotator.services.export_options import ExportOptions
from annotator.services.exporting import export
from annotator.services.inspecting import check
from annotator.services.projects import create_sample

_TIMES = 1000
_KEYS = [
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape),
    *(Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_Delete, Qt.Key.Key_A),
    *(Qt.Key.Key_QuoteLeft, Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight),
]
_SHIFT, _CONTROL, _ALT, _NONE = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.NoModifier,
)
_HELD = [_NONE, _NONE, _NONE, _SHIFT, _CONTROL, _ALT, _SHIFT | _CONTROL, _SHIFT | _ALT, _CONTROL | _ALT]
_ACTIONS = [
    *("undo", "redo", "next", "previous", "submit", "skip", "take_back", "remove", "copy", "zoom_in"),
    *("relate", "relate", "relate", "next_finding", "mend", "next_snapping"),
]


class Anybody:
    """Does things at random at a desk."""

    def __init__(self, window: MainWindow, desk: Desk, dice: random.Random) -> None:
        self.window, self.desk, self.dice = window, desk, dice

    def act(self) -> None:
        does = self.dice.choices(
            [self.press, self.drag, self.double_click, self.trigger, self.note, self.turn, self.mention],
            [50, 20, 6, 18, 3, 3, 1],
        )
        does[0]()

    def press(self) -> None:
        QTest.keyClick(self.desk.view, self.dice.choice(_KEYS), self.dice.choice(_HELD))

    def drag(self) -> None:
        self._send(QEvent.Type.MouseButtonPress)
        for _ in range(self.dice.randrange(4)):
            self._send(QEvent.Type.MouseMove)
        self._send(QEvent.Type.MouseButtonRelease)

    def double_click(self) -> None:
        for kind in ("MouseButtonPress", "MouseButtonRelease", "MouseButtonDblClick", "MouseButtonRelease"):
            self._send(QEvent.Type[kind])

    def trigger(self) -> None:
        self.window.actions_[self.dice.choice(_ACTIONS)].trigger()

    def note(self) -> None:
        labelling = self.desk.labelling
        assert labelling.current
        chosen = labelling.annotation(self.desk.view.chosen_id)
        labelling.note(chosen or labelling.current.layer, f"ملاحظة {self.dice.random()}")

    def turn(self) -> None:
        self.window.use_language(self.dice.choice(list(Language)))
        self.desk.labelling.set_direction(self.dice.choice(list(Direction)))
        group = self.window.actions_.group(self.dice.choice(["extras", "spacing", "column", "snapping"]))
        self.dice.choice(group.actions()).trigger()

    def mention(self) -> None:
        """Label all mentions of what is chosen in this article."""
        self.desk.find_mentions()
        if self.desk.search and self.desk.view.span:
            while self.desk.search.is_running:
                QTest.qWait(5)
            table = self.desk.search.table
            table.mentions.tick(range(table.mentions.rowCount()), is_ticked=True)
            self.desk.search.use(self.dice.choice(list(self.desk.session.labels)))
            self.desk.view.setFocus()

    def _send(self, kind: QEvent.Type) -> None:
        viewport, left = self.desk.view.viewport(), Qt.MouseButton.LeftButton
        point = QPoint(
            self.dice.randrange(-30, viewport.width() + 30), self.dice.randrange(-30, viewport.height() + 30)
        )
        event = QMouseEvent(kind, QPointF(point), QPointF(viewport.mapToGlobal(point)), left, left, _NONE)
        QApplication.sendEvent(viewport, event)


def held(desk: Desk, out: Path) -> list[object]:
    """Return what the project holds but for times, which taking back does not turn back."""
    export(desk.session.project, out, ExportOptions("jsonl", takes_all=True))
    records = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    return [
        (
            record["id"],
            (record["status"], record.get("note"), record["labels"], record["relations"]),
            [
                (span["id"], span["start"], span["end"], span["label"], span["note"])
                for span in record["spans"]
            ],
        )
        for record in records
    ]


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_anything_done_can_be_taken_back(
    qapp: QApplication, qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    broken: list[BaseException] = []

    def hook(_kind: object, error: BaseException, _trace: object) -> None:
        if not isinstance(error, EditError | NotFoundError):  # that is how the program says no
            broken.append(error)

    settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    settings.annotator = "amal"
    window = make_window(qapp, settings)
    qtbot.addWidget(window)
    window.show()
    create_sample(tmp_path / "sample.annotator", "amal")
    window.open_project(tmp_path / "sample.annotator")
    assert window.desk
    desk = window.desk
    before = held(desk, tmp_path / "before.jsonl")
    anybody = Anybody(window, desk, random.Random(seed))
    with monkeypatch.context() as patch:
        patch.setattr(sys, "excepthook", hook)
        for _ in range(_TIMES):
            with suppress(EditError, NotFoundError):
                anybody.act()
            qapp.processEvents()
            assert not broken
        assert desk.labelling.current
        stored = desk.session.article(desk.labelling.current.article.id)
        assert desk.labelling.current == stored
        stack = desk.session.undo_stack
        assert stack.count() > _TIMES // 25
        while stack.canUndo():
            stack.undo()
    window.use_language(Language.ENGLISH)
    assert held(desk, tmp_path / "after.jsonl") == before
    assert check(desk.session.project) == []
    window.close()
