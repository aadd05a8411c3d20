"""Labels and guidelines: what is changed here is saved as it is changed."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTabWidget, QVBoxLayout, QWidget

from annotator.domain.edit import Changes
from annotator.domain.errors import AnnotatorError, EditError
from annotator.gui.dialogs.buttons import button_row
from annotator.gui.dialogs.label_editor.guidelines_tab import GuidelinesTab
from annotator.gui.dialogs.label_editor.labels_tab import LabelsTab
from annotator.gui.dialogs.label_editor.overlaps_tab import OverlapsTab
from annotator.gui.message_bar import MessageBar
from annotator.gui.room import resize_to_fit, scrolled
from annotator.gui.session import ProjectSession
from annotator.gui.translation import sentence, tr


class LabelEditor(QDialog):
    """Stays open beside the window, and shows what undo does there."""

    def __init__(self, session: ProjectSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Labels and guidelines"))
        resize_to_fit(self, 1080, 680)
        self._session = session
        self._was_said = False
        self.message = MessageBar()
        self.labels = LabelsTab(session, self.attempt)
        self.overlaps = OverlapsTab(session, self.attempt)
        self.guidelines = GuidelinesTab(session, self.attempt)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(tr("Labels and guidelines"))
        self.tabs.addTab(scrolled(self.labels, is_wide=True), tr("Labels"))
        self.tabs.addTab(self.overlaps, tr("Overlaps"))
        self.tabs.addTab(self.guidelines, tr("Guidelines"))
        buttons = button_row(QDialogButtonBox.StandardButton.Close)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setText(tr("Close"))
        close.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.message)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(buttons)
        buttons.setContentsMargins(12, 8, 12, 12)
        session.changed.connect(self._on_changed)
        session.closing.connect(self._leave)
        self.labels.table.setFocus()

    def attempt(self, act: Callable[[], None]) -> bool:
        """Do something, or say why it was refused; tell whether it was done."""
        try:
            act()
        except AnnotatorError as error:
            can_retry = self._session.failure is error
            self.message.show_sentence(
                sentence(error), *([(tr("Try again"), self._retry)] if can_retry else [])
            )
            if isinstance(error, EditError):
                self._session.renew_labels()
            return False
        self.message.hide()
        self._was_said = False
        return True

    def done(self, result: int) -> None:
        """Save what is being typed; where that is refused, say so first, and stay open."""
        self._report()
        if self._is_unsaved and not self._was_said:
            self._was_said = True
        else:
            super().done(result)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            QTimer.singleShot(0, self, self._leave_language)

    def _retry(self) -> None:
        self.attempt(self._session.retry)

    def _on_changed(self, changes: Changes) -> None:
        self.labels.renew(changes)
        self.overlaps.renew(changes)

    @property
    def _is_unsaved(self) -> bool:
        return self.labels.form.is_unsaved or self.guidelines.is_unsaved

    def _report(self) -> None:
        self.guidelines.report()
        self.labels.form.report()

    def _leave(self) -> None:
        """Close with the project, saving what can be saved."""
        self._report()
        super().done(0)

    def _leave_language(self) -> None:
        """Close, to open in the other language; where something is refused say so, and stay open."""
        self._report()
        if not self._is_unsaved:
            super().done(0)
