"""One sentence above the work, for what was refused or failed; some can be tried again."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from annotator.gui.icons import icon
from annotator.gui.plain_text import PlainLabel
from annotator.gui.translation import tr


class MessageBar(QFrame):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = PlainLabel()
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._again = QPushButton()
        self._close = QToolButton()
        self._close.setAutoRaise(True)
        self._retry: Callable[[], None] | None = None
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.backgroundRole().ToolTipBase)
        self._text.setForegroundRole(self._text.foregroundRole().ToolTipText)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 8, 6)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._again)
        layout.addWidget(self._close)
        self._again.clicked.connect(self._try_again)
        self._close.clicked.connect(self.hide)
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text()

    def show_sentence(self, sentence: str, retry: Callable[[], None] | None = None) -> None:
        self._text.setText(sentence)
        self._text.setAccessibleName(sentence)
        self._retry = retry
        self._again.setText(tr("Try again"))
        self._again.setVisible(retry is not None)
        self._draw_close()
        self._close.setToolTip(tr("Close"))
        self.show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.hide()
        elif event.type() is QEvent.Type.PaletteChange:
            self._draw_close()

    def _draw_close(self) -> None:
        palette = self.palette()
        palette.setColor(palette.ColorRole.WindowText, palette.color(palette.ColorRole.ToolTipText))
        self._close.setIcon(icon("close", palette))

    def _try_again(self) -> None:
        self.hide()
        if self._retry:
            self._retry()
