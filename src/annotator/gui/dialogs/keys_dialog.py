"""The sheet of all keys, where those of actions can be changed."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.arabic.folding import fold
from annotator.domain.label import LabelSet
from annotator.gui.actions import EXPLAINED, Actions
from annotator.gui.keymap import Clash, clash
from annotator.gui.plain_text import PlainLabel
from annotator.gui.room import resize_to_fit
from annotator.gui.rows import make_rows
from annotator.gui.settings import Settings
from annotator.gui.text.caret import Arrows
from annotator.gui.translation import label_name, tr

ARROW_KEYS = {
    Arrows.READING: "Next or previous letter, in reading order",
    Arrows.SEEN: "Letter to the left or right, as seen",
}
TEXT_KEYS = {
    "Next or previous word": "Ctrl+← →",
    "Select while moving, by the unit that is set": "Shift+…",
    "Select so many words": "Alt+1 … 9",
    "Next or previous reading of the word": "` (ذ), Shift+`",
    "Next or previous labelled span": "Tab, Shift+Tab",
    "Move the end of the chosen span or the selection by a letter": "Alt+← →",
    "… by a clitic": "Alt+↑ ↓",
    "… by a word": "Ctrl+Alt+← →",
    "Move its start instead": "Alt+Shift+…",
    "Take a letter more at its start or its end": "[ ]",
    "Give up a letter at its start or its end": "Shift+[ ]",
    "Select by letter while dragging": "Alt",
    "Select by the next coarser unit while dragging": "Ctrl",
    "Label the whole article, with nothing selected": "Shift+1 2 3…",
    "Put the pen down, drop the selection": "Escape",
}


class _Row(NamedTuple):
    """name is that of an action, or nothing for keys that stay as they are."""

    name: str
    text: str
    keys: str


class KeysDialog(QDialog):
    def __init__(
        self, actions: Actions, settings: Settings, labels: LabelSet, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys"))
        resize_to_fit(self, 620, 640)
        self._actions, self._settings, self._labels = actions, settings, labels
        self._clash: Clash | None = None
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("Find an action or keys"))
        self.words.setAccessibleName(tr("Find an action or keys"))
        self.words.setClearButtonEnabled(True)
        self.table = _table()
        self.pressed = QKeySequenceEdit()
        self.pressed.setMaximumSequenceLength(1)
        self.pressed.setAccessibleName(tr("New keys"))
        for field in self.pressed.findChildren(QLineEdit):
            field.setAccessibleName(tr("New keys"))
        self.reset, self.reset_all = QPushButton(tr("Reset")), QPushButton(tr("Reset all"))
        self.said = PlainLabel()
        self.said.setWordWrap(True)
        self.take = QPushButton(tr("Take them from there"))
        for button in (self.reset, self.reset_all, self.take):
            button.setAutoDefault(False)
        self._lay_out()
        self.words.textChanged.connect(self._fill)
        self.table.currentCellChanged.connect(lambda *_: self._on_row())
        self.pressed.editingFinished.connect(self._on_pressed)
        self.reset.clicked.connect(self._reset)
        self.reset_all.clicked.connect(lambda: self._use({}))
        self.take.clicked.connect(self._take)
        self._fill()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        caption = PlainLabel(tr("&New keys:"))
        caption.setBuddy(self.pressed)
        for part in (caption, self.pressed, self.reset, self.reset_all):
            line.addWidget(part)
        line.setStretchFactor(self.pressed, 1)
        answer = QHBoxLayout()
        answer.addWidget(self.said, 1)
        answer.addWidget(self.take)
        layout = QVBoxLayout(self)
        layout.addWidget(self.words)
        layout.addWidget(self.table, 1)
        layout.addLayout(line)
        layout.addLayout(answer)

    @property
    def name(self) -> str:
        """The action whose keys are changed, or nothing."""
        item = self.table.item(self.table.currentRow(), 0)
        return str(item.data(Qt.ItemDataRole.UserRole)) if item else ""

    def _fill(self) -> None:
        name, wanted = self.name, fold(self.words.text()).split()
        rows = [row for row in self._rows() if all(word in fold(f"{row.text} {row.keys}") for word in wanted)]
        self.table.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, text in enumerate((row.text, f"\u2066{row.keys}\u2069")):
                item = QTableWidgetItem(text)  # keys read from left to right in Arabic too
                item.setData(Qt.ItemDataRole.UserRole, row.name)
                self.table.setItem(number, column, item)
        here = next((number for number, row in enumerate(rows) if row.name and row.name == name), 0)
        self.table.setCurrentCell(here, 0)
        self._on_row()

    def _rows(self) -> Iterator[_Row]:
        for name, action in self._actions.with_keys():
            keys = (key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts())
            yield _Row(name, action.text().replace("&", "").removesuffix("…"), ", ".join(keys))
        for label in self._labels.offered:
            if label.key:
                yield _Row("", tr("Label: {name}").format(name=label_name(label)), label.key.upper())
        yield _Row("", tr(ARROW_KEYS[self._settings.arrows]), "← →")
        for text, fixed in TEXT_KEYS.items():
            yield _Row("", tr(text), fixed)

    def _on_row(self) -> None:
        can = bool(self.name)
        self.pressed.clear()
        self.pressed.setEnabled(can)
        self.reset.setEnabled(can and self.name in self._actions.changed_keys())
        self.reset_all.setEnabled(bool(self._actions.changed_keys()))
        is_arrows = self.table.rowCount() > 0 and self._is_arrows()
        self._say(tr(EXPLAINED[self._settings.arrows]) if is_arrows else "")

    def _is_arrows(self) -> bool:
        item = self.table.item(self.table.currentRow(), 0)
        return item is not None and item.text() == tr(ARROW_KEYS[self._settings.arrows])

    def _say(self, sentence: str, met: Clash | None = None) -> None:
        self._clash = met
        self.said.setText(sentence)
        self.take.setVisible(bool(met and met.owner))

    def _on_pressed(self) -> None:
        keys = self.pressed.keySequence()
        if keys.isEmpty() or not self.name:
            return
        met = clash(keys, self.name, self._actions, self._labels)
        if met:
            self._say(met.sentence, met)
        else:
            self._give(keys)

    def _take(self) -> None:
        keys = self.pressed.keySequence()
        if self._clash and not keys.isEmpty():
            owner = self._clash.owner
            left = tuple(key for key in self._actions.keys(owner) if QKeySequence(key) != keys)
            self._use(self._actions.changed_keys() | {owner: left})
            self._give(keys)

    def _give(self, keys: QKeySequence) -> None:
        self._use(self._actions.changed_keys() | {self.name: (keys.toString(),)})

    def _reset(self) -> None:
        changed, own = self._actions.changed_keys(), self._actions.own_keys(self.name)
        for key in own:
            met = clash(QKeySequence(key), self.name, self._actions, self._labels)
            if met:
                self._say(met.sentence)
                return
        changed.pop(self.name, None)
        self._use(changed)

    def _use(self, changed: dict[str, tuple[str, ...]]) -> None:
        self._actions.use_keys(changed)
        self._settings.keys = self._actions.changed_keys()
        self._fill()


def _table() -> QTableWidget:
    table = QTableWidget(0, 2)
    table.setHorizontalHeaderLabels([tr("Action"), tr("Keys")])
    table.setAccessibleName(tr("Keys"))
    make_rows(table, 30)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    return table
