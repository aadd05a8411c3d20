"""Asks which label another is merged into, and says what would come of it."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from annotator.domain.label import Label
from annotator.gui.dialogs.buttons import button_row
from annotator.gui.labels.label_icon import label_icon
from annotator.gui.plain_text import PlainLabel
from annotator.gui.session import ProjectSession
from annotator.gui.tasks import Task
from annotator.gui.translation import isolated, label_name, tr
from annotator.services.defining import Merge, merge


class MergeDialog(QDialog):
    """When it is accepted, prepared holds the edits to make."""

    def __init__(self, session: ProjectSession, merged: Label, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Merge labels"))
        self.setMinimumWidth(460)
        self._session, self._merged = session, merged
        self.prepared: Merge | None = None
        self.into = QComboBox()
        for label in session.labels.offered:
            if label.id != merged.id:
                self.into.addItem(label_icon(label, self.palette()), label_name(label), label)
        self.said = QLabel()
        # Of plain text a label sets off all lines of a right-to-left paragraph but the last, by a space.
        self.said.setTextFormat(Qt.TextFormat.RichText)
        self.said.setWordWrap(True)
        self.said.setMinimumHeight(self.fontMetrics().lineSpacing() * 4)
        buttons = button_row(QDialogButtonBox.StandardButton.Cancel)
        self.go = buttons.addButton(tr("Merge"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        asked = tr("Merge {label} into").format(label=isolated(label_name(merged)))
        form.addRow(PlainLabel(asked), self.into)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(self.said, 1)
        layout.addWidget(buttons)
        self.into.currentIndexChanged.connect(self._prepare)
        self._prepare()

    def _prepare(self) -> None:
        """Count on another thread: it reads all annotations."""
        into: Label = self.into.currentData()
        self.go.setEnabled(False)
        self.said.setText("…")
        project, merged = self._session.project, self._merged.id
        task = Task(lambda _: (into.id, merge(project, merged, into.id)))
        task.finished.connect(self._show)
        task.failed.connect(self._session.report)
        task.start()

    def _show(self, found: tuple[str, Merge]) -> None:
        into, prepared = found
        if into != self.into.currentData().id:
            return
        self.prepared = prepared
        merged, target = (isolated(label_name(label)) for label in (self._merged, self.into.currentData()))
        lines = [
            tr("Annotations that become {into}: {count}").format(
                into=target, count=f"{prepared.relabelled:,}"
            )
        ]
        if prepared.dropped:
            both = tr("Spans that have both labels, and keep {into} alone: {count}")
            lines.append(both.format(into=target, count=f"{prepared.dropped:,}"))
        ending = tr("This reaches everybody's work, submitted too. {merged} is retired; undo restores all.")
        lines.append(ending.format(merged=merged))
        self.said.setText("<br>".join(map(escape, lines)))
        self.go.setEnabled(True)
