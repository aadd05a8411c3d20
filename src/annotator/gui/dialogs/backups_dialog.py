"""The backups of a project: when and why each was made, what is in it, and a way back to it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.errors import AnnotatorError
from annotator.domain.retention import Reason
from annotator.gui.dialogs.buttons import button_row
from annotator.gui.plain_text import PlainLabel
from annotator.gui.room import resize_to_fit
from annotator.gui.rows import make_rows
from annotator.gui.translation import embedded, isolated, sentence, set_off, tr
from annotator.services.backing_up import Backup, Preview, backups_of_file, folder_of, preview

Index = QModelIndex | QPersistentModelIndex

REASONS = {
    Reason.HAND: "By hand",
    Reason.HOUR: "Hourly",
    Reason.CLOSE: "When it was closed",
    Reason.BULK: "Before a large change",
    Reason.MERGE: "Before work was taken in",
    Reason.MIGRATION: "Before an update",
}
COLUMNS = ("When", "Why", "Size")
_ROW = 30


class BackupModel(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self.items: Sequence[Backup] = ()

    def show(self, items: Sequence[Backup]) -> None:
        self.beginResetModel()
        self.items = items
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.items)

    def columnCount(self, _parent: Index | None = None) -> int:
        return len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(COLUMNS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        backup = self.items[index.row()]
        match index.column():
            case 0:
                # Digits alone take the direction of the interface: the hour would come first.
                return embedded(f"\u200e{backup.moment.astimezone():%Y-%m-%d %H:%M}")
            case 1:
                return tr(REASONS[backup.reason])
            case _:
                return set_off(QLocale.c().formattedDataSize(backup.size))


class BackupsDialog(QDialog):
    """Of a project's file, which need not be open, nor sound."""

    restored = Signal(object)
    """The Path of a backup that is wanted back."""
    moved = Signal()
    """Another folder is wanted for backups."""

    def __init__(self, path: Path, make: Callable[[], None] | None, parent: QWidget | None = None) -> None:
        """Make backs up what is open, and calls renew when it is done; None where nothing is."""
        super().__init__(parent)
        self.setWindowTitle(tr("Backups of {name}").format(name=isolated(path.stem)))
        resize_to_fit(self, 860, 560)
        self._path = path
        self.model = BackupModel()
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(tr("Backups"))
        make_rows(self.table, _ROW)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.said = PlainLabel()
        self.said.setWordWrap(True)
        self.titles = QListWidget()
        self.titles.setAccessibleName(tr("Articles in it"))
        self.titles.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.folder = PlainLabel()
        self.folder.setWordWrap(True)
        self.folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = button_row(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.restore = self._button(buttons, tr("Restore as…"), self._restore)
        self.now = self._button(buttons, tr("Back up now"), make or self.renew)
        self.now.setVisible(make is not None)
        self.elsewhere = self._button(buttons, tr("Other folder…"), self.moved.emit)
        self._lay_out(buttons)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_chosen())
        self.renew()

    def renew(self) -> None:
        """List what there is now, the newest chosen."""
        try:
            self.model.show(backups_of_file(self._path))
            said = tr("They are kept in {folder}").format(folder=embedded(str(folder_of(self._path))))
        except AnnotatorError as error:
            self.model.show(())
            said = sentence(error)
        self.folder.setText(said)
        if self.model.items:
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._show_chosen()

    def _button(self, row: QDialogButtonBox, text: str, act: Callable[[], object]) -> QPushButton:
        button = row.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: act())
        return button

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        beside = QVBoxLayout()
        beside.addWidget(self.said)
        beside.addWidget(self.titles, 1)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self.table, 3)
        both.addLayout(beside, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(both, 1)
        layout.addWidget(self.folder)
        layout.addWidget(buttons)

    @property
    def chosen(self) -> Backup | None:
        row = self.table.currentIndex().row()
        return self.model.items[row] if 0 <= row < len(self.model.items) else None

    def _show_chosen(self) -> None:
        self.titles.clear()
        self.restore.setEnabled(self.chosen is not None)
        if self.chosen is None:
            self.said.setText(tr("There is no backup yet."))
            return
        try:
            held = preview(self.chosen.path)
        except AnnotatorError as error:
            self.said.setText(sentence(error))
            return
        self.said.setText(_told(held))
        self.titles.addItems([embedded(title) for title in held.titles])

    def _restore(self) -> None:
        if self.chosen:
            self.restored.emit(self.chosen.path)


def _told(held: Preview) -> str:
    lines = [tr("Articles: {count}").format(count=f"{held.articles:,}")]
    lines.append(tr("Annotations: {count}").format(count=f"{sum(held.annotations.values()):,}"))
    lines += [f"    {isolated(name)}: {count:,}" for name, count in held.annotations.items()]
    return "\n".join(lines)
