"""Whose layers are compared: their letters and names, and how far review is."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from annotator.gui.articles.states import state_name
from annotator.gui.plain_text import PlainLabel
from annotator.gui.review.reviewing import Reviewing
from annotator.gui.translation import Translated, set_off, tr


class PeopleBar(Translated):
    def __init__(self, reviewing: Reviewing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reviewing = reviewing
        self._people = QLabel()
        self._people.setTextFormat(Qt.TextFormat.RichText)
        self._people.setWordWrap(True)
        self._progress = PlainLabel()
        self._progress.setWordWrap(True)
        self._progress.setForegroundRole(self._progress.foregroundRole().PlaceholderText)
        self.hides = QCheckBox()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 6)
        layout.setSpacing(4)
        for part in (self._people, self._progress, self.hides):
            layout.addWidget(part)
        self.hides.toggled.connect(lambda hides: reviewing.hide_names(hides=hides))
        reviewing.renewed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        self.hides.setText(tr("Hide names"))
        review = self._reviewing.review
        if review is None:
            return
        people = [
            f"<b>{self._reviewing.letter(name)}</b>"
            + ("" if self._reviewing.hides_names else f" {escape(set_off(name))}")
            + f" ({state_name(review.states[name].state)})"
            for name in review.layers
        ]
        self._people.setText(" · ".join(people) or tr("Nobody has submitted this article."))
        total, still_open = len(self._reviewing.disagreements), len(review.unresolved)
        self._progress.setText(
            tr("Agreed: {agreed}. Disagreements: {total}, open: {open}").format(
                agreed=f"{len(review.comparison.agreed):,}", total=f"{total:,}", open=f"{still_open:,}"
            )
        )
