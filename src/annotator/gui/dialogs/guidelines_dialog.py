"""Shows the guidelines, at the chosen label's section."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from annotator.domain.label import Label, LabelSet
from annotator.gui.dialogs.guidelines_browser import GuidelinesBrowser, is_about
from annotator.gui.room import resize_to_fit
from annotator.gui.translation import Language, spoken, tr


class GuidelinesDialog(QDialog):
    """Stays open beside the window, and speaks the language of the interface where the guidelines do.

    A label that they have no section of gets one, of its description and examples.
    """

    def __init__(
        self, texts: Mapping[str, str], labels: LabelSet, language: Language, parent: QWidget | None = None
    ) -> None:
        """Texts are Markdown, keyed by language."""
        super().__init__(parent)
        self._texts, self._labels = texts, labels
        self._sought: Label | None = None
        resize_to_fit(self, 760, 720)
        self.browser = GuidelinesBrowser()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.browser)
        self._show(language)

    def go_to(self, label: Label) -> None:
        """Bring the label's section to the top, in another language too."""
        self._sought = label
        self.browser.go_to(label)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            QTimer.singleShot(0, self, lambda: self._show(spoken()))

    def _show(self, language: Language) -> None:
        self.setWindowTitle(tr("Guidelines"))
        self.browser.setAccessibleName(tr("Guidelines"))
        texts = self._texts
        written = language if language in texts or not texts else Language(next(iter(texts)))
        text = texts.get(written) or tr("This project has no guidelines.")
        headings = [line for line in text.splitlines() if line.startswith("#")]
        sections = [
            _section(label, written)
            for label in self._labels.offered
            if not any(is_about(heading, label) for heading in headings)
        ]
        self.browser.show_text("\n\n".join([text, *sections]), written)
        if self._sought:
            self.browser.go_to(self._sought)


def _section(label: Label, language: Language) -> str:
    shown = label.display.get(language)
    heading = f"## {label.name} – {shown}" if shown else f"## {label.name}"
    examples = "\n".join(f"- `{example}`" for example in label.examples)
    return "\n\n".join(filter(None, (heading, label.description.get(language), examples)))
