"""Every action of the window, found by a few letters of its name."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from annotator.arabic.folding import fold
from annotator.gui.room import resize_to_fit
from annotator.gui.translation import tr

_ACTION = Qt.ItemDataRole.UserRole
_PASSED_ON = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class CommandPalette(QDialog):
    """Actions that can do nothing now are shown last, greyed out."""

    def __init__(self, actions: Iterable[tuple[str, QAction]], parent: QWidget | None = None) -> None:
        """Of each action, also what group of choices it belongs to, or nothing."""
        super().__init__(parent)
        self.setWindowTitle(tr("Commands"))
        resize_to_fit(self, 560, 420)
        self._actions = sorted(actions, key=lambda item: not item[1].isEnabled())
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("What do you want to do?"))
        self.words.setAccessibleName(tr("What do you want to do?"))
        self.words.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Commands"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addWidget(self.words)
        layout.addWidget(self.list, 1)
        self.words.textChanged.connect(self._fill)
        self.words.returnPressed.connect(self._run)
        self.list.itemClicked.connect(lambda _: self._run())
        self.chosen: QAction | None = None
        self._fill("")

    def _fill(self, typed: str) -> None:
        wanted = fold(typed).split()
        self.list.clear()
        for group, action in self._actions:
            name = _name(group, action)
            if all(word in fold(name) for word in wanted):
                self._add(name, action)
        self.list.setCurrentRow(0)

    def _add(self, name: str, action: QAction) -> None:
        keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
        item = QListWidgetItem(action.icon(), f"{name}    \u2066{keys}\u2069" if keys else name)
        item.setData(_ACTION, action)
        if not action.isEnabled():
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.list.addItem(item)

    def _run(self) -> None:
        found = self.list.selectedItems()
        if found:
            self.chosen = found[0].data(_ACTION)
            self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The list is walked while the keyboard stays in the field.
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in _PASSED_ON
        ):
            self.list.event(event)
            return True
        return super().eventFilter(watched, event)


def _name(group: str, action: QAction) -> str:
    text = action.text().replace("&", "").removesuffix("…")
    return f"{tr(group)}: {text}" if group else text
