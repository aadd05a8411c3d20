"""What is known of the chosen annotation, and its note; with none chosen, the note on the article."""

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from annotator.domain.annotation import Annotation, Layer, Origin
from annotator.domain.label import LabelSet
from annotator.gui.translation import Translated, isolated, label_name, leading_side, tr

_FACTS = ("Text", "Label", "Boundaries", "Origin", "Created", "Changed")


class SpanDetails(Translated):
    noted = Signal(object, str)
    """An Annotation or a Layer, and the note that it shall have."""

    def __init__(self, labels: LabelSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.labels = labels
        self._shown: Annotation | Layer | None = None
        self._text = ""
        self._is_closed = False
        self._form = QFormLayout(self)
        self._form.setContentsMargins(12, 8, 12, 10)
        self._form.setVerticalSpacing(4)
        self._values = {name: self._fact() for name in _FACTS}
        self.note = QLineEdit()
        for field in (*self._values.values(), self.note):
            self._form.addRow(QLabel(), field)
        self.note.editingFinished.connect(self.save_note)
        self.retranslate()

    def show_subject(self, text: str, shown: Annotation | Layer, *, is_closed: bool) -> None:
        """Show what is known of it; a note being typed stays, or is saved before another is shown."""
        if self._shown and _identity(shown) != _identity(self._shown):
            self.save_note()
            self.note.setModified(False)
        self._text, self._shown, self._is_closed = text, shown, is_closed
        self.retranslate()

    def save_note(self) -> None:
        """Have the note saved, if somebody has changed it."""
        if self._shown and self.note.isModified():
            self.note.setModified(False)
            self.noted.emit(self._shown, self.note.text().strip())
            self._show_note()  # what is saved, if the change was refused

    def retranslate(self) -> None:
        for name in _FACTS:
            self._caption(self._values[name], tr(name))
        is_span = isinstance(self._shown, Annotation)
        caption = tr("Note") if is_span else tr("Note on the article")
        self._caption(self.note, caption)
        self.note.setAccessibleName(caption)
        self.note.setEnabled(self._shown is not None and not self._is_closed)
        self._show_note()
        for value in self._values.values():
            if self._form.isRowVisible(value) != is_span:  # to set it costs, even where it is so
                self._form.setRowVisible(value, is_span)
            value.setAlignment(leading_side())
        if isinstance(self._shown, Annotation):
            for name, text in self._facts(self._shown).items():
                self._values[name].setText(text)

    def _facts(self, item: Annotation) -> dict[str, str]:
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


def _identity(shown: Annotation | Layer) -> tuple[str, str]:
    """Return what stays while a subject is edited."""
    return shown.article, shown.id if isinstance(shown, Annotation) else ""


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
