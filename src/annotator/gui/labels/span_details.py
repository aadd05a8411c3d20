"""What is known of the chosen annotation, and its note; with none chosen, the note on the article."""

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from annotator.domain.annotation import Annotation, Layer, Origin
from annotator.domain.label import LabelSet
from annotator.gui.plain_text import PlainLabel
from annotator.gui.translation import Translated, label_name, leading_side, tr

_FACTS = ("Text", "Label", "Boundaries", "Origin", "Created", "Changed")
_NOTHING = "–"


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
        self._form.setContentsMargins(12, 8, 12, 6)
        self._form.setVerticalSpacing(0)
        self._values = {name: self._fact() for name in _FACTS}
        self.note = QLineEdit()
        for field in (self.note, *self._values.values()):
            self._form.addRow(PlainLabel(), field)
        self.note.editingFinished.connect(self.save_note)
        self.retranslate()

    def show_subject(self, text: str, shown: Annotation | Layer, *, is_closed: bool) -> None:
        """Show what is known of it; a note being typed stays, or is saved before another is shown."""
        if self._shown and _identity(shown) != _identity(self._shown):
            self.save_note()
            self.note.setModified(False)
        self._text, self._shown, self._is_closed = text, shown, is_closed
        self._fill()

    def save_note(self) -> None:
        """Have the note saved, if somebody has changed it."""
        if self._shown and self.note.isModified():
            self.note.setModified(False)
            self.noted.emit(self._shown, self.note.text().strip())
            self._show_note()  # what is saved, if the change was refused

    def retranslate(self) -> None:
        for name, value in self._values.items():
            self._caption(value, tr(name))
            value.setAccessibleName(tr(name))
            value.setAlignment(leading_side())
        self._caption(self.note, tr("Note"))
        self._fill()

    def _fill(self) -> None:
        is_span = isinstance(self._shown, Annotation)
        on_what = tr("Note") if is_span else tr("Note on the article")
        self.note.setPlaceholderText("" if is_span else on_what)
        self.note.setAccessibleName(on_what)
        self.note.setEnabled(self._shown is not None and not self._is_closed)
        self._show_note()
        facts = self._facts(self._shown) if isinstance(self._shown, Annotation) else {}
        for name, value in self._values.items():
            value.setText(facts.get(name, _NOTHING))
            value.setCursorPosition(0)

    def _facts(self, item: Annotation) -> dict[str, str]:
        span, length = item.span, len(item.span or ())
        return {
            "Text": span.of(self._text)[:300] if span else tr("Whole article"),
            "Label": label_name(self.labels[item.label]),
            "Boundaries": f"{span.start:,}–{span.end:,} ({length:,})" if span else _NOTHING,
            "Origin": _origin(item.origin),
            "Created": _shown_moment(item.created),
            "Changed": _shown_moment(item.updated),
        }

    def _caption(self, field: QWidget, text: str) -> None:
        caption = self._form.labelForField(field)
        assert isinstance(caption, QLabel)
        caption.setText(text)
        caption.setForegroundRole(caption.foregroundRole().PlaceholderText)

    def _fact(self) -> QLineEdit:
        # Not a label, which has the panel laid out anew whenever its text changes: a tenth of a key's frame.
        fact = QLineEdit(readOnly=True)
        fact.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
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
