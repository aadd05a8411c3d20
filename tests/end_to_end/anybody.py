"""Somebody who does things at a desk at random, as people do: keys, mouse, actions, notes, mentions."""

import random

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.domain.article import Direction
from annotator.gui.desk import Desk
from annotator.gui.main_window import MainWindow
from annotator.gui.translation import Language

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

    def __init__(self, window: MainWindow, dice: random.Random) -> None:
        self.window, self.dice = window, dice

    @property
    def desk(self) -> Desk:
        assert self.window.desk
        return self.window.desk

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
