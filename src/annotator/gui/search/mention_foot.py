"""Under the mentions: how many there are, and the labels that what is ticked can be given."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from annotator.domain.label import Label, LabelSet
from annotator.gui.labels.label_icon import label_icon
from annotator.gui.plain_text import PlainLabel
from annotator.gui.translation import Translated, label_name, tr


class MentionFoot(Translated):
    used = Signal(object)
    """A Label was clicked."""

    def __init__(self, labels: LabelSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels = labels.offered
        self._default: Label | None = None
        self._buttons: list[QToolButton] = []
        self._said = PlainLabel()
        self._said.setMinimumWidth(60)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(12, 4, 10, 6)
        self._layout.addWidget(self._said, 1)
        self.set_labels(labels)

    @property
    def said(self) -> str:
        return self._said.text()

    def say(self, text: str) -> None:
        self._said.setText(text)

    def set_labels(self, labels: LabelSet) -> None:
        self._labels = labels.offered
        for button in self._buttons:
            self._layout.removeWidget(button)
            button.deleteLater()
        self._buttons = [self._button(label) for label in self._labels]
        for button in self._buttons:
            self._layout.addWidget(button)
        self.mark(self._default)
        self.retranslate()

    def mark(self, default: Label | None) -> None:
        """Show which label Enter gives, if any."""
        self._default = default
        for button, label in zip(self._buttons, self._labels, strict=True):
            button.setChecked(default is not None and label.id == default.id)

    def enable(self, *, can_label: bool) -> None:
        for button in self._buttons:
            button.setEnabled(can_label)

    def retranslate(self) -> None:
        for button, label in zip(self._buttons, self._labels, strict=True):
            button.setText(f" {label_name(label)}")
            button.setToolTip(tr("Label what is ticked ({key})").format(key=label.key.upper()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            for button, label in zip(self._buttons, self._labels, strict=True):
                button.setIcon(label_icon(label, self.palette()))

    def _button(self, label: Label) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setMinimumWidth(36)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIcon(label_icon(label, self.palette()))
        button.clicked.connect(lambda: self.mark(self._default))  # a click decides nothing for Enter
        button.clicked.connect(lambda: self.used.emit(label))
        return button
