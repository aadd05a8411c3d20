"""The form of one label: each field reports its own change when the keyboard leaves it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget

from annotator.domain.label import PATTERNS, Label
from annotator.gui.dialogs.label_editor.colour_field import ColourField
from annotator.gui.dialogs.label_editor.fields import KeyField, Line, Prose
from annotator.gui.labels.label_icon import label_icon
from annotator.gui.translation import Language, tr

PATTERN_NAMES = dict(zip(PATTERNS, ("Solid", "Dashed", "Dotted", "Double"), strict=True))

Change = Callable[[Label], Label]


class LabelForm(QWidget):
    """change gets the id of a label and how to change it, and tells whether it was changed."""

    def __init__(self, change: Callable[[str, Change], bool]) -> None:
        super().__init__()
        self._shown: Label | None = None
        self._put = change
        self.name = Line(lambda text: self._change(lambda label: replace(label, name=text)))
        self.display = {
            language: Line(partial(self._change_text, _display, language), language) for language in Language
        }
        self.key = KeyField(lambda key: self._change(lambda label: replace(label, key=key)))
        self.colour = ColourField()
        self.pattern = QComboBox()
        self.description = {
            language: Prose(partial(self._change_text, _description, language), language, 3)
            for language in Language
        }
        self.examples = Prose(
            lambda text: self._change(lambda label: replace(label, examples=_lines(text))), Language.ARABIC, 4
        )
        for pattern in PATTERNS:
            self.pattern.addItem(tr(PATTERN_NAMES[pattern]), pattern)
        self.colour.picked.connect(lambda colour: self._change(lambda label: replace(label, colour=colour)))
        self.pattern.activated.connect(
            lambda nth: self._change(lambda label: replace(label, pattern=PATTERNS[nth]))
        )
        self._lay_out()

    @property
    def is_unsaved(self) -> bool:
        """Tell whether something was refused, and still stands as it was typed."""
        return any(field.is_unsaved for field in self._texts())

    def show_label(self, label: Label | None) -> None:
        """Show a label as it is saved; save what is being typed of another before."""
        is_other = label is None or self._shown is None or label.id != self._shown.id
        if is_other:
            self.report()
        self._shown = label
        self.setVisible(label is not None)
        if label:
            for field, value in self._texts_of(label).items():
                if is_other or not field.is_unsaved:
                    field.show_value(value)
            self.key.show_value(label.key)
            self.key.setEnabled(not label.retired)
            self.colour.show_value(label.colour)
            self._show_pattern(label)

    def report(self) -> None:
        """Save what is being typed."""
        for field in self._texts():
            field.report()

    def _texts(self) -> tuple[Line | Prose, ...]:
        """Return the fields of text; last the name, which can be refused: what is saved says no more."""
        return *self.display.values(), *self.description.values(), self.examples, self.name

    def _texts_of(self, label: Label) -> dict[Line | Prose, str]:
        found: dict[Line | Prose, str] = {self.name: label.name, self.examples: "\n".join(label.examples)}
        for language in Language:
            found[self.display[language]] = label.display.get(language, "")
            found[self.description[language]] = label.description.get(language, "")
        return found

    def _show_pattern(self, label: Label) -> None:
        for nth, pattern in enumerate(PATTERNS):
            self.pattern.setItemIcon(nth, label_icon(replace(label, pattern=pattern), self.palette()))
        self.pattern.setCurrentIndex(PATTERNS.index(label.pattern))

    def _change_text(
        self, changing: Callable[[Language, str], Change], language: Language, text: str
    ) -> bool:
        return self._change(changing(language, text))

    def _change(self, change: Change) -> bool:
        return self._shown is not None and self._put(self._shown.id, change)

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(8, 4, 8, 8)
        form.setVerticalSpacing(8)
        for caption, field in (
            (tr("Name"), self.name),
            (tr("Arabic name"), self.display[Language.ARABIC]),
            (tr("English name"), self.display[Language.ENGLISH]),
            (tr("Key"), self.key),
            (tr("Colour"), self.colour),
            (tr("Line"), self.pattern),
            (tr("Arabic description"), self.description[Language.ARABIC]),
            (tr("English description"), self.description[Language.ENGLISH]),
            (tr("Examples"), self.examples),
        ):
            form.addRow(caption, field)
            field.setAccessibleName(caption)
        self.examples.setPlaceholderText(tr("One a line"))
        self.key.setPlaceholderText(tr("Press a key"))
        self.key.setToolTip(tr("A digit or a letter, by its place on the keyboard; Backspace takes it away."))


def _display(language: Language, text: str) -> Change:
    return lambda label: replace(label, display=_with(label.display, language, text))


def _description(language: Language, text: str) -> Change:
    return lambda label: replace(label, description=_with(label.description, language, text))


def _with(texts: Mapping[str, str], language: Language, text: str) -> dict[str, str]:
    kept = {known: said for known, said in texts.items() if known != language}
    return kept | {language.value: text} if text else kept


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
