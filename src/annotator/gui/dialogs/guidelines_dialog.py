"""Shows the guidelines, at the chosen label's section."""

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from annotator.domain.label import Label
from annotator.gui.dialogs.guidelines_browser import GuidelinesBrowser
from annotator.gui.translation import Language, tr


class GuidelinesDialog(QDialog):
    """texts are Markdown, keyed by language; headings hold a label's name."""

    def __init__(
        self, texts: dict[str, str], language: Language, label: Label | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Guidelines"))
        self.resize(760, 720)
        self.browser = GuidelinesBrowser()
        if texts:
            written = language if language in texts else Language(next(iter(texts)))
            self.browser.show_text(texts[written], written)
        else:
            self.browser.show_text(tr("This project has no guidelines."), language)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.browser)
        if label:
            self.browser.go_to([label.name, *filter(None, label.display.values())])
