"""One sentence above the work, for what was refused or failed, and what can be done about it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from annotator.gui.icons import icon
from annotator.gui.plain_text import PlainLabel
from annotator.gui.translation import tr

Offer = tuple[str, Callable[[], object]]
"""What a button says, and does."""


class MessageBar(QFrame):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = PlainLabel()
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.buttons: list[QPushButton] = []
        self._close = QToolButton()
        self._close.setAutoRaise(True)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.backgroundRole().ToolTipBase)
        self._text.setForegroundRole(self._text.foregroundRole().ToolTipText)
        self._row = layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 8, 6)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._close)
        self._close.clicked.connect(self.hide)
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text()

    def show_sentence(self, sentence: str, *offers: Offer) -> None:
        self._text.setText(sentence)
        self._text.setAccessibleName(sentence)
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(*offer) for offer in offers]
        self._draw_close()
        self._close.setToolTip(tr("Close"))
        self.show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.hide()
        elif event.type() is QEvent.Type.PaletteChange:
            self._draw_close()

    def _button(self, said: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(said)
        button.clicked.connect(self.hide)
        button.clicked.connect(lambda _=False: act())
        self._row.insertWidget(self._row.count() - 1, button)
        return button

    def _draw_close(self) -> None:
        palette = self.palette()
        palette.setColor(palette.ColorRole.WindowText, palette.color(palette.ColorRole.ToolTipText))
        self._close.setIcon(icon("close", palette))
