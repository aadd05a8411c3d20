"""The disagreements of an article, one a line, to be walked by key."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from annotator.gui.icons import icon
from annotator.gui.plain_text import plain_tip
from annotator.gui.review.reviewing import Reviewing
from annotator.gui.review.words import kind_name
from annotator.gui.translation import set_off, tr
from annotator.quality.disagreements import Disagreement

_ROW = 30
_LONGEST = 60


class DisagreementList(QListWidget):
    picked = Signal(object)
    """A Disagreement."""

    def __init__(self, reviewing: Reviewing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reviewing = reviewing
        self._shown: Sequence[Disagreement] = ()
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentRowChanged.connect(self._on_row)
        reviewing.renewed.connect(self.show_review)
        self.retranslate()

    def show_review(self) -> None:
        """Show what the review has now."""
        reviewing = self._reviewing
        self.blockSignals(True)
        self.clear()
        self._shown = reviewing.disagreements
        for nth, item in enumerate(self._shown):
            self.addItem(self._line(item))
            if item == reviewing.current:
                self.setCurrentRow(nth)
        self.blockSignals(False)

    def retranslate(self) -> None:
        self.setAccessibleName(tr("Disagreements"))
        self.show_review()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.show_review()
        elif event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _line(self, item: Disagreement) -> QListWidgetItem:
        review = self._reviewing.review
        assert review
        is_decided = review.decision_on(item) is not None
        quote = " ".join(item.span.of(review.article.text)[:_LONGEST].split())
        line = QListWidgetItem(
            icon("state-accepted" if is_decided else "warning", self.palette()),
            f"{kind_name(item.kind)}: {set_off(quote)}",
        )
        line.setSizeHint(QSize(0, _ROW))
        state = tr("decided") if is_decided else tr("open")
        told = f"{line.text()} ({state})"
        line.setToolTip(plain_tip(told))
        line.setData(Qt.ItemDataRole.AccessibleTextRole, told)
        if is_decided:
            line.setForeground(self.palette().placeholderText())
        return line

    def _on_row(self, row: int) -> None:
        if 0 <= row < len(self._shown):
            self.picked.emit(self._shown[row])
