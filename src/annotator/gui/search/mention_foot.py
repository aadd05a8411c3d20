"""Under the mentions: how many there are, and the labels that what is ticked can be given."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QToolBar, QWidget

from annotator.domain.label import Label, LabelSet
from annotator.gui.labels.label_icon import label_icon
from annotator.gui.plain_text import PlainLabel
from annotator.gui.translation import Translated, label_name, tr

_NARROW = 600
_LEAST = 130


class MentionFoot(Translated):
    used = Signal(object)
    """A Label was clicked."""

    def __init__(self, labels: LabelSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels = labels.offered
        self._default: Label | None = None
        self._said = PlainLabel()
        self._said.setWordWrap(True)
        self._said.setMinimumWidth(_LEAST)
        self._bar = QToolBar()
        self._bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(12, 4, 10, 6)
        self._layout.addWidget(self._said, 1)
        self._layout.addWidget(self._bar)
        self.set_labels(labels)

    @property
    def said(self) -> str:
        return self._said.text()

    def say(self, text: str) -> None:
        self._said.setText(text)

    def set_labels(self, labels: LabelSet) -> None:
        self._labels = labels.offered
        self._bar.clear()
        for label in self._labels:
            self._add(label)
        self.mark(self._default)
        self.retranslate()

    def mark(self, default: Label | None) -> None:
        """Show which label Enter gives, if any."""
        self._default = default
        for action, label in self._offered():
            action.setChecked(default is not None and label.id == default.id)

    def enable(self, *, can_label: bool) -> None:
        for action, _ in self._offered():
            action.setEnabled(can_label)

    def retranslate(self) -> None:
        for action, label in self._offered():
            action.setText(label_name(label))
            action.setIconText(f" {label_name(label)}")
            action.setToolTip(tr("Label what is ticked ({key})").format(key=label.key.upper()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            for action, label in self._offered():
                action.setIcon(label_icon(label, self.palette()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the labels beneath what is said where there is little room."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < _NARROW
        to = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._layout.setDirection(to)

    def _offered(self) -> Iterator[tuple[QAction, Label]]:
        return zip(self._bar.actions(), self._labels, strict=True)

    def _add(self, label: Label) -> None:
        action = self._bar.addAction(label_icon(label, self.palette()), "")
        action.setCheckable(True)
        action.triggered.connect(lambda: self.mark(self._default))  # a click decides nothing for Enter
        action.triggered.connect(lambda: self.used.emit(label))
        self._bar.widgetForAction(action).setFocusPolicy(Qt.FocusPolicy.TabFocus)
