"""Shows what the program is, what it is made of, and under which licences."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from annotator.gui.dialogs.buttons import button_row
from annotator.gui.plain_text import PlainLabel
from annotator.gui.room import resize_to_fit
from annotator.gui.translation import Language, led, set_off, text_option, tr


class AboutDialog(QDialog):
    def __init__(self, versions: Mapping[str, str], licences: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About Annotator"))
        resize_to_fit(self, 760, 620)
        aim = PlainLabel(tr("Label Arabic news: offline, saved as you work, right to the letter."))
        made_of = " · ".join(set_off(f"{name} {version}") for name, version in versions.items())
        self.versions = PlainLabel(led(made_of))
        self.versions.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        caption = PlainLabel(tr("Licences of the program and of all that it is made of"))
        self.licences = QPlainTextEdit()
        caption.setBuddy(self.licences)
        self.licences.setReadOnly(True)
        self.licences.setAccessibleName(caption.text())
        # They are in English, whatever the interface speaks.
        self.licences.document().setDefaultTextOption(text_option(Language.ENGLISH))
        self.licences.setPlainText(licences)
        buttons = button_row(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for label in (aim, self.versions, caption):
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addWidget(self.licences, 1)
        layout.addWidget(buttons)
