"""Windows and parts of them where there is little room: on a small screen, or with all twice as large."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QFrame, QScrollArea, QWidget


def resize_to_fit(window: QWidget, width: int, height: int) -> None:
    """Give a window a size, but none that the screen has not."""
    room = QGuiApplication.primaryScreen().availableSize()
    window.resize(min(width, room.width()), min(height, room.height()))


class _AsWide(QScrollArea):
    """As wide and as high as what is in it would be, and no narrower than that can be."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content

    def sizeHint(self) -> QSize:
        return self._with_bar(self._content.sizeHint())

    def minimumSizeHint(self) -> QSize:
        least = self._with_bar(self._content.minimumSizeHint())
        return QSize(least.width(), min(least.height(), super().minimumSizeHint().height()))

    def _with_bar(self, size: QSize) -> QSize:
        return QSize(size.width() + self.verticalScrollBar().sizeHint().width(), size.height())


def scrolled(content: QWidget, *, is_wide: bool = False) -> QScrollArea:
    """Let a window be lower than a part of it, or with is_wide narrower too; the keyboard passes over it."""
    area = QScrollArea() if is_wide else _AsWide(content)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setWidget(content)
    if not is_wide:
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


def slim_box(letters: int = 1) -> QComboBox:
    """Return a box of choices that needs room for so many letters, and takes what there is."""
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(letters)
    return box
