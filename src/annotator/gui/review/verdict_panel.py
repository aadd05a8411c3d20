"""The disagreement before the reviewer: its sides, to accept one by button or key, and the reason."""

from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from annotator.domain.mark import Mark
from annotator.domain.review import Reason
from annotator.gui.labels.label_icon import label_icon
from annotator.gui.plain_text import PlainLabel
from annotator.gui.review.reviewing import Reviewing
from annotator.gui.review.words import choice_name, kind_name, reason_name
from annotator.gui.translation import Translated, label_name, set_off, tr

_LONGEST, _TAIL = 34, 14
_MOST_NAMES = 3
_NARROWEST = 60
_REASONS: tuple[Reason | None, ...] = (None, *Reason)


class VerdictPanel(Translated):
    explained = Signal(object, str)
    """A Reason or None, and a comment on the decision."""

    def __init__(self, reviewing: Reviewing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reviewing = reviewing
        self._kind = QLabel()
        self._kind.setTextFormat(Qt.TextFormat.RichText)
        self._kind.setWordWrap(True)
        self._sides = QVBoxLayout()
        self._sides.setSpacing(4)
        self.buttons = {name: QPushButton() for name in ("merge", "reject", "keep", "example")}
        choices = QGridLayout()
        choices.setSpacing(4)
        for nth, button in enumerate(self.buttons.values()):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setMinimumWidth(_NARROWEST)
            choices.addWidget(button, nth // 2, nth % 2)
        self.reason = QComboBox()
        self.note = QLineEdit()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 10)
        layout.setSpacing(6)
        layout.addWidget(self._kind)
        layout.addLayout(self._sides)
        layout.addLayout(choices)
        layout.addWidget(self.reason)
        layout.addWidget(self.note)
        layout.addStretch(1)
        reviewing.renewed.connect(self.show_review)
        self.reason.activated.connect(lambda _: self._explain())
        self.note.textEdited.connect(reviewing.jot)
        self.note.editingFinished.connect(self._explain)
        self.retranslate()

    def retranslate(self) -> None:
        names = {
            "merge": tr("Merge"),
            "reject": tr("All wrong"),
            "keep": tr("As in gold"),
            "example": tr("Add to guidelines"),
        }
        for name, text in names.items():
            self.buttons[name].setText(text)
        self.reason.clear()
        for reason in _REASONS:
            self.reason.addItem(tr("No reason given") if reason is None else reason_name(reason), reason)
        self.reason.setAccessibleName(tr("Reason"))
        self.note.setPlaceholderText(tr("Comment on the decision"))
        self.note.setAccessibleName(tr("Comment on the decision"))
        self.show_review()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.show_review()

    def show_review(self) -> None:
        """Show the current disagreement, and what is decided of it."""
        reviewing = self._reviewing
        current, decision = reviewing.current, reviewing.decision
        while item := self._sides.takeAt(0):
            if gone := item.widget():
                gone.hide()
                gone.deleteLater()
        is_open = reviewing.review is not None and not reviewing.review.gold_layer.state.is_closed
        for part in (*self.buttons.values(), self.reason, self.note):
            part.setEnabled(current is not None and is_open)
        self.buttons["example"].setEnabled(decision is not None and bool(decision.gold))
        self._kind.setText(self._heading())
        if current:
            for nth, (mark, names) in enumerate(current.sides):
                is_gold = decision is not None and mark in decision.gold
                self._sides.addWidget(self._side(nth, mark, names, is_gold=is_gold))
            if current.absent:
                self._sides.addWidget(PlainLabel(f"{self._people(current.absent)}: {tr('nothing here')}"))
        self.reason.setCurrentIndex(_REASONS.index(reviewing.reason))
        note = reviewing.note or ""
        if note != self.note.text().strip():  # else the cursor would move while somebody writes
            self.note.setText(note)

    def _heading(self) -> str:
        reviewing = self._reviewing
        if reviewing.review is None or not reviewing.review.layers:
            return tr("Nobody has submitted this article.")
        if reviewing.current is None:
            alone = len(reviewing.review.layers) == 1
            return (
                tr("One annotator: accept, or fill gold and correct it, or return.")
                if alone
                else tr("All agree.")
            )
        decision = reviewing.decision
        kind = kind_name(reviewing.current.kind)
        if decision is None:
            return f"<b>{kind}</b>"
        told = tr("{choice}, by {name}").format(choice=choice_name(decision.choice), name=decision.reviewer)
        return f"<b>{kind}</b> · {escape(told)}"

    def _side(self, nth: int, mark: Mark, names: tuple[str, ...], *, is_gold: bool) -> QPushButton:
        review = self._reviewing.review
        assert review
        label = self._reviewing.labels[mark.label]
        quote = set_off(_without_middle(review.article.text[mark.start : mark.end]))
        told = f" {nth + 1}. {self._people(names)}\n {label_name(label)}: {quote}"
        button = QPushButton(label_icon(label, self.palette()), told)
        button.setEnabled(not review.gold_layer.state.is_closed)
        button.setMinimumWidth(_NARROWEST)
        button.setStyleSheet("text-align: left; padding: 6px 10px;")  # Qt turns left round in Arabic
        button.setCheckable(True)
        button.setChecked(is_gold)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(f"{mark.start:,}–{mark.end:,} · Ctrl+{nth + 1}")
        button.clicked.connect(lambda: self._reviewing.accept(nth))
        return button

    def _people(self, names: tuple[str, ...]) -> str:
        """Return letters, with names where these are not hidden."""
        shown = names if len(names) <= _MOST_NAMES else names[:_MOST_NAMES]
        parts = [self._reviewing.shown_name(name) for name in shown]
        more = ["…"] if len(shown) < len(names) else []
        return tr(", ").join(parts + more)

    def _explain(self) -> None:
        self.explained.emit(_REASONS[max(self.reason.currentIndex(), 0)], self.note.text().strip())


def _without_middle(text: str) -> str:
    """Leave out the middle of a long text: people differ about its ends."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - _TAIL]}…{line[-_TAIL:]}"
