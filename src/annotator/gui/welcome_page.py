"""Where the program begins: recent projects, a new one, the sample."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.actions import Actions
from annotator.gui.icons import app_icon
from annotator.gui.plain_text import PlainLabel
from annotator.gui.room import scrolled
from annotator.gui.translation import Translated, leading_side, tr

_WIDTH = 620


class WelcomePage(Translated):
    picked = Signal(object)
    """The Path of a recent project."""

    def __init__(self, actions: Actions, recent: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = PlainLabel()
        self._picture.setPixmap(app_icon().pixmap(QSize(88, 88)))
        self._name, self._aim, self._caption = PlainLabel(), PlainLabel(), PlainLabel()
        self._aim.setWordWrap(True)
        self._aim.setForegroundRole(self._aim.foregroundRole().PlaceholderText)
        self._recent = QListWidget()
        self._recent.setAlternatingRowColors(True)
        for label, size in ((self._name, 30), (self._caption, 15)):
            font = label.font()
            font.setPixelSize(size)
            font.setBold(True)
            label.setFont(font)
        self._lay_out(actions)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.backgroundRole().Base)
        self._recent.itemActivated.connect(self._pick)
        self._recent.itemClicked.connect(self._pick)
        self._list(recent)
        self.retranslate()

    def retranslate(self) -> None:
        for label in (self._name, self._aim, self._caption):
            label.setAlignment(leading_side())
        self._name.setText(tr("Annotator"))
        self._aim.setText(tr("Label Arabic news: offline, saved as you work, right to the letter."))
        self._caption.setText(tr("Recent projects"))
        self._recent.setAccessibleName(tr("Recent projects"))

    def _list(self, recent: Sequence[Path]) -> None:
        for path in recent:
            item = QListWidgetItem(f"{path.stem}\n{path.parent}")
            item.setData(Qt.ItemDataRole.UserRole, path)
            item.setSizeHint(QSize(100, 52))
            self._recent.addItem(item)
        self._recent.setHidden(not recent)
        self._caption.setHidden(not recent)

    def _lay_out(self, actions: Actions) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        for name in ("new", "open", "sample"):
            button = QToolButton()
            button.setDefaultAction(actions[name])
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setIconSize(QSize(32, 32))
            button.setFixedSize(QSize((_WIDTH - 24) // 3, 92))
            button.setStyleSheet(_CARD)
            buttons.addWidget(button)
        column = QWidget()
        column.setFixedWidth(_WIDTH)
        inner = QVBoxLayout(column)
        inner.setSpacing(10)
        inner.addStretch(2)
        for widget in (self._picture, self._name, self._aim):
            inner.addWidget(widget)
        inner.addSpacing(14)
        inner.addLayout(buttons)
        inner.addSpacing(14)
        inner.addWidget(self._caption)
        inner.addWidget(self._recent, 5)
        inner.addStretch(3)
        middle = QWidget()
        across = QHBoxLayout(middle)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(column, 0, Qt.AlignmentFlag.AlignHCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(middle))
        middle.setBackgroundRole(self.backgroundRole().Base)

    def _pick(self, item: QListWidgetItem) -> None:
        self.picked.emit(item.data(Qt.ItemDataRole.UserRole))


_CARD = """
QToolButton {
    border: 1px solid palette(mid); border-radius: 10px; padding: 10px; background: palette(window);
}
QToolButton:hover, QToolButton:focus { border-color: palette(accent); }
"""
