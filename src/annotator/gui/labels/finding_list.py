"""What the checks found in the open article, with a way to mend it; hidden while there is nothing."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from annotator.gui.icons import icon
from annotator.gui.plain_text import plain_tip
from annotator.gui.translation import Translated, embedded, tr
from annotator.quality.boundaries import Finding, Rule

SENTENCES = {
    Rule.SPACE: "A space at an end: {text}",
    Rule.PUNCTUATION: "Punctuation at an end: {text}",
    Rule.BRACKETS: "One bracket of two: {text}",
    Rule.GRAPHEME: "A mark cut from its letter: {text}",
    Rule.CLITIC: "Begins with a clitic: {text}",
    Rule.LABELS: "Labelled otherwise elsewhere: {text}",
}
_MOST = 200
_ROW = 28


class FindingList(Translated):
    picked = Signal(str)
    """An annotation's id."""
    mended = Signal(object)
    """A Finding whose remedy shall be applied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._findings: list[Finding] = []
        self._text = ""
        self.list = QListWidget()
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.mend = QPushButton()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 6)
        layout.setSpacing(4)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.mend, 0, Qt.AlignmentFlag.AlignCenter)
        self.list.currentRowChanged.connect(self._on_row)
        self.list.itemActivated.connect(lambda _: self._pick())
        self.list.itemClicked.connect(lambda _: self._pick())
        self.mend.clicked.connect(self._mend)
        self.retranslate()

    def show_findings(self, text: str, findings: list[Finding]) -> None:
        """Show the first of them, in reading order; the rest comes when these are mended."""
        row = self.list.currentRow()
        self._text, self._findings = text, findings[:_MOST]
        self.retranslate()
        if self._findings:
            self.list.setCurrentRow(min(max(row, 0), len(self._findings) - 1))

    def retranslate(self) -> None:
        self.list.setAccessibleName(tr("To check"))
        self.mend.setText(tr("Mend"))
        row = self.list.currentRow()
        self.list.clear()
        for finding in self._findings:
            item = QListWidgetItem(icon("warning", self.palette()), self._sentence(finding))
            item.setToolTip(plain_tip(item.text()))
            item.setSizeHint(QSize(0, _ROW))
            self.list.addItem(item)
        self.list.setCurrentRow(row)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._mend()
        else:
            super().keyPressEvent(event)

    def _sentence(self, finding: Finding) -> str:
        span = finding.annotation.span
        text = " ".join(span.of(self._text)[:80].split()) if span else ""
        return tr(SENTENCES[finding.rule]).format(text=embedded(text))

    def _on_row(self, row: int) -> None:
        self.mend.setEnabled(0 <= row < len(self._findings) and self._findings[row].remedy is not None)

    def _pick(self) -> None:
        if 0 <= self.list.currentRow() < len(self._findings):
            self.picked.emit(self._findings[self.list.currentRow()].annotation.id)

    def _mend(self) -> None:
        if self.mend.isEnabled():
            self.mended.emit(self._findings[self.list.currentRow()])
