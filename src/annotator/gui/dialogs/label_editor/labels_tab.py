"""The labels: a list, what can be done with the chosen one, and its form."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from annotator.domain.edit import Changes, Edit
from annotator.domain.label import Label, LabelSet
from annotator.gui.dialogs.label_editor.attempt import Attempt
from annotator.gui.dialogs.label_editor.counting import Counting
from annotator.gui.dialogs.label_editor.label_form import Change, LabelForm
from annotator.gui.dialogs.label_editor.label_table import LabelTable
from annotator.gui.dialogs.label_editor.merge_dialog import MergeDialog
from annotator.gui.room import scrolled
from annotator.gui.session import ProjectSession
from annotator.gui.translation import tr
from annotator.services.defining import label_counts


class LabelsTab(QWidget):
    """Every change is an edit of the project's label set."""

    def __init__(self, session: ProjectSession, attempt: Attempt) -> None:
        super().__init__()
        self._session, self._attempt = session, attempt
        self.table, self.form = LabelTable(), LabelForm(self._change)
        self.new_name = QLineEdit()
        self.buttons = {
            name: QPushButton(text)
            for name, text in (
                ("add", tr("Add")),
                ("up", tr("Up")),
                ("down", tr("Down")),
                ("merge", tr("Merge into…")),
                ("retire", tr("Retire")),
                ("remove", tr("Remove")),
            )
        }
        self._counting = Counting(session, label_counts, self)
        self._lay_out()
        self._connect()
        self.renew(Changes(everything=True, labels=True))

    @property
    def chosen(self) -> Label | None:
        return self.table.chosen

    def renew(self, changes: Changes) -> None:
        """Show the labels, and count their uses, as they are now."""
        if changes.labels:
            self.table.show_labels(self._session.labels)
        self._counting.renew()

    def choose(self, label_id: str) -> None:
        self.table.choose(label_id)

    def _edit(self, text: str, change: Callable[[LabelSet], LabelSet]) -> bool:
        labels = self._session.labels

        def make() -> None:
            changed = change(labels)
            if changed != labels:
                self._session.edit(text, Edit(labels, changed))

        return self._attempt(make)

    def _change(self, label_id: str, change: Change) -> bool:
        return self._edit(tr("Change label set"), lambda labels: labels.put(change(labels[label_id])))

    def _add(self) -> None:
        name = self.new_name.text().strip()
        if name and self._edit(tr("Add label"), lambda labels: labels.put(labels.invent(name))):
            self.new_name.clear()
            self.choose(self._session.labels.labels[-1].id)

    def _move(self, step: int) -> None:
        chosen = self.chosen
        if chosen:
            self._edit(tr("Move label"), lambda labels: labels.move(chosen.id, step))

    def _retire(self) -> None:
        chosen = self.chosen
        if chosen:
            text = tr("Bring label back") if chosen.retired else tr("Retire label")
            self._edit(text, lambda labels: labels.retire(chosen.id, is_retired=not chosen.retired))

    def _remove(self) -> None:
        chosen = self.chosen
        if chosen:
            self._edit(tr("Remove label"), lambda labels: labels.remove(chosen.id))

    def _ask_merge(self) -> None:
        chosen = self.chosen
        if chosen:
            dialog = MergeDialog(self._session, chosen, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.accepted.connect(lambda: self._merge(dialog))
            dialog.open()

    def _merge(self, dialog: MergeDialog) -> None:
        prepared = dialog.prepared
        if prepared:
            self._attempt(lambda: self._session.edit(tr("Merge labels"), *prepared.edits))

    def _show_chosen(self) -> None:
        self.form.show_label(self.chosen)
        self._enable()

    def _enable(self) -> None:
        chosen, labels = self.chosen, self._session.labels
        row = self.table.row
        is_there = chosen is not None
        self.buttons["add"].setEnabled(bool(self.new_name.text().strip()))
        self.buttons["up"].setEnabled(row > 0)
        self.buttons["down"].setEnabled(0 <= row < len(labels) - 1)
        others = [label for label in labels.offered if label != chosen]
        self.buttons["merge"].setEnabled(is_there and bool(others))
        self.buttons["retire"].setEnabled(is_there)
        self.buttons["retire"].setText(tr("Bring back") if chosen and chosen.retired else tr("Retire"))
        is_unused = chosen is not None and self.table.model_.count(chosen.id) == 0
        self.buttons["remove"].setEnabled(is_unused)
        self.buttons["remove"].setToolTip(
            "" if is_unused else tr("A label that is used can be retired or merged, not removed.")
        )

    def _show_counts(self, counts: dict[str, int]) -> None:
        self.table.model_.show_counts(counts)
        self._enable()

    def _connect(self) -> None:
        self._counting.counted.connect(self._show_counts)
        self.table.chose.connect(self._show_chosen)
        self.new_name.textChanged.connect(self._enable)
        self.new_name.returnPressed.connect(self._add)
        for name, key, step in (("up", "Alt+Up", -1), ("down", "Alt+Down", 1)):
            # A button's own shortcut would wait for the button to be drawn as pressed.
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda step=step: self._move(step))
            self.buttons[name].setToolTip(key)
        acts: dict[str, Callable[[], None]] = {
            "add": self._add,
            "up": lambda: self._move(-1),
            "down": lambda: self._move(1),
            "merge": self._ask_merge,
            "retire": self._retire,
            "remove": self._remove,
        }
        for name, act in acts.items():
            self.buttons[name].clicked.connect(lambda _=False, act=act: act())

    def _lay_out(self) -> None:
        for button in self.buttons.values():
            button.setAutoDefault(False)
        self.new_name.setPlaceholderText(tr("Name of a new label"))
        self.new_name.setAccessibleName(tr("Name of a new label"))
        side = QVBoxLayout()
        side.addWidget(self.table, 1)
        for names in (("up", "down"), ("merge", "retire", "remove"), ("add",)):
            row = QHBoxLayout()
            if "add" in names:
                row.addWidget(self.new_name, 1)
            for name in names:
                row.addWidget(self.buttons[name])
            if "add" not in names:
                row.addStretch(1)
            side.addLayout(row)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addLayout(side, 1)
        layout.addWidget(scrolled(self.form), 1)
