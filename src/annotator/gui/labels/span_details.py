"""What is known of the chosen annotation, and its note."""

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from annotator.domain.annotation import Annotation, Origin
from annotator.domain.label import LabelSet
from annotator.gui.translation import Translated, isolated, label_name, leading_side, tr

_FACTS = ("Text", "Label", "Boundaries", "Origin", "Created", "Changed")


class SpanDetails(Translated):
    noted = Signal(str, str)
    """An annotation's id, and the note that it shall have."""

    def __init__(self, labels: LabelSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.labels = labels
        self._shown: Annotation | None = None
        self._text = ""
        self._is_closed = False
        self._form = QFormLayout(self)
        self._form.setContentsMargins(12, 8, 12, 10)
        self._form.setVerticalSpacing(4)
        self._values = {name: self._fact() for name in _FACTS}
        for name in _FACTS:
            self._form.addRow(QLabel(), self._values[name])
        self.note = QLineEdit()
        self._form.addRow(QLabel(), self.note)
        self.note.editingFinished.connect(self.save_note)
        self.retranslate()

    def show_annotation(self, text: str, shown: Annotation | None, *, is_closed: bool) -> None:
        """Show what is known of it; a note being typed stays, or is saved before another is shown."""
        if self._shown and (shown is None or shown.id != self._shown.id):
            self.save_note()
            self.note.setModified(False)
        self._text, self._shown, self._is_closed = text, shown, is_closed
        self.retranslate()

    def save_note(self) -> None:
        """Have the note saved, if somebody has changed it."""
        if self._shown and self.note.isModified():
            self.note.setModified(False)
            self.noted.emit(self._shown.id, self.note.text().strip())
            self._show_note()  # what is saved, if the change was refused

    def retranslate(self) -> None:
        for name in _FACTS:
            self._caption(self._values[name], tr(name))
        self._caption(self.note, tr("Note"))
        self.note.setAccessibleName(tr("Note"))
        self.note.setEnabled(self._shown is not None and not self._is_closed)
        self._show_note()
        facts = self._facts() if self._shown else dict.fromkeys(_FACTS, "–")
        for name, value in facts.items():
            self._values[name].setText(value)
            self._values[name].setAlignment(leading_side())

    def _facts(self) -> dict[str, str]:
        item = self._shown
        assert item is not None
        by = tr("{when}, by {whom}")
        return {
            "Text": item.span.of(self._text)[:300] if item.span else tr("Whole article"),
            "Label": label_name(self.labels[item.label]),
            "Boundaries": f"{item.span.start:,}–{item.span.end:,} ({len(item.span):,})" if item.span else "–",
            "Origin": _origin(item.origin),
            "Created": by.format(when=isolated(_shown_moment(item.created)), whom=isolated(item.annotator)),
            "Changed": _shown_moment(item.updated),
        }

    def _caption(self, field: QWidget, text: str) -> None:
        caption = self._form.labelForField(field)
        assert isinstance(caption, QLabel)
        caption.setText(text)
        caption.setForegroundRole(caption.foregroundRole().PlaceholderText)

    def _fact(self) -> QLabel:
        fact = QLabel()
        fact.setTextFormat(Qt.TextFormat.PlainText)
        fact.setWordWrap(True)
        fact.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return fact

    def _show_note(self) -> None:
        if not self.note.isModified():
            self.note.setText(self._shown.note or "" if self._shown else "")


def _origin(origin: str) -> str:
    match origin:
        case Origin.HUMAN:
            return tr("Made here")
        case Origin.IMPORT:
            return tr("Imported")
        case _:
            return origin


def _shown_moment(moment: str) -> str:
    local = QDateTime.fromString(moment, Qt.DateFormat.ISODateWithMs).toLocalTime()
    return QLocale.c().toString(local, "yyyy-MM-dd HH:mm")
