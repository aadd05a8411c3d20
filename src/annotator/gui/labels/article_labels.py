"""The labels that the whole article has, each with a way to take it off."""

from itertools import takewhile

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from annotator.domain.annotation import Annotation
from annotator.domain.label import LabelSet
from annotator.gui.labels.label_icon import label_icon
from annotator.gui.plain_text import plain_tip
from annotator.gui.translation import Translated, label_name, tr


class ArticleLabels(Translated):
    taken_off = Signal(object)
    """A Label that the whole article has."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels = LabelSet(())
        self._shown: list[Annotation] = []
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self._layout.setAlignment(Qt.AlignmentFlag.AlignLeading)

    def show_labels(self, annotations: tuple[Annotation, ...], labels: LabelSet) -> None:
        self._labels = labels
        self._shown = [*takewhile(lambda item: item.span is None, annotations)]
        self.retranslate()

    def retranslate(self) -> None:
        for button in self.findChildren(QToolButton):
            self._layout.removeWidget(button)
            button.deleteLater()
        for item in self._shown:
            self._layout.addWidget(self._chip(item))
        self.setVisible(bool(self._shown))

    def _chip(self, item: Annotation) -> QToolButton:
        label = self._labels[item.label]
        chip = QToolButton()
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setIcon(label_icon(label, self.palette()))
        chip.setText(f" {label_name(label)}  ✕")
        said = tr("Take {label} off the whole article").format(label=label_name(label))
        chip.setToolTip(plain_tip(said))
        chip.setAccessibleName(said)
        chip.clicked.connect(lambda: self.taken_off.emit(label))
        return chip
