"""Shows what the program wrote down about its own errors, to copy and send, or not."""

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from annotator.gui.dialogs.buttons import button_row
from annotator.gui.plain_text import PlainLabel
from annotator.gui.room import resize_to_fit
from annotator.gui.translation import Language, text_option, tr


class ReportDialog(QDialog):
    def __init__(self, title: str, said: str, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        resize_to_fit(self, 720, 480)
        told = PlainLabel(said)
        told.setWordWrap(True)
        self.report = QPlainTextEdit()
        self.report.setReadOnly(True)
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.report.setAccessibleName(tr("Report"))
        self.report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        # It is in English, whatever the interface speaks.
        self.report.document().setDefaultTextOption(text_option(Language.ENGLISH))
        self.report.setPlainText(report)
        buttons = button_row(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.copy = buttons.addButton(tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.report.toPlainText()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(told)
        layout.addWidget(self.report, 1)
        layout.addWidget(buttons)
