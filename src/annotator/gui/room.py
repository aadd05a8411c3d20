"""Windows and parts of them where there is little room: on a small screen, or with all twice as large."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def resize_to_fit(window: QWidget, width: int, height: int) -> None:
    """Give a window a size, but none that the screen has not."""
    room = QGuiApplication.primaryScreen().availableSize()
    window.resize(min(width, room.width()), min(height, room.height()))


def scrolled(content: QWidget, *, is_wide: bool = False) -> QScrollArea:
    """Let a window be lower than a part of it, or with is_wide narrower too; the keyboard passes over it."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setWidget(content)
    if not is_wide:
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
