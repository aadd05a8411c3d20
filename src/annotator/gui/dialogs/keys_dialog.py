"""Lists the keys."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QFormLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from annotator.domain.label import LabelSet
from annotator.gui.actions import TABLE
from annotator.gui.translation import label_name, tr

TEXT_KEYS = {
    "Next or previous letter, in reading order": "← →",
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


class KeysDialog(QDialog):
    def __init__(self, labels: LabelSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys"))
        self.resize(520, 640)
        content = QWidget()
        form = QFormLayout(content)
        form.setContentsMargins(20, 16, 20, 16)
        form.setHorizontalSpacing(30)
        for label in labels.offered:
            if label.key:
                form.addRow(tr("Label: {name}").format(name=label_name(label)), _key(label.key.upper()))
        for text, keys in TEXT_KEYS.items():
            form.addRow(tr(text), _key(keys))
        for text, shortcuts, _ in TABLE.values():
            if shortcuts:
                shown = (
                    QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in shortcuts
                )
                form.addRow(tr(text), _key(", ".join(shown)))
        area = QScrollArea()
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumWidth(content.sizeHint().width() + area.verticalScrollBar().sizeHint().width())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)


def _key(text: str) -> QLabel:
    key = QLabel(f"\u2066{text}\u2069")  # keys read from left to right in Arabic too
    key.setTextFormat(Qt.TextFormat.PlainText)
    return key
