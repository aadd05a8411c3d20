"""The mentions as a table: looked through by arrow keys, ticked by the space bar."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from annotator.domain.label import LabelSet
from annotator.gui.rows import make_rows
from annotator.gui.search.context_delegate import ContextDelegate
from annotator.gui.search.mention_model import ARTICLE, CONTEXT, LABELS, TICK, MentionModel
from annotator.gui.text.keys import character_of
from annotator.services.searching import Mention

_ROW = 30
_NARROW = 460
"""With less room than this the context takes that of the labels."""
_LOW = 3 * _ROW
"""Beneath this height the rows take the room of their header."""


class MentionTable(QTableView):
    picked = Signal(object)
    """A Mention shall be shown in its article."""
    entered = Signal()
    typed = Signal(str)
    """A key of the keyboard's character part, by its place on a US keyboard."""

    def __init__(self, labels: LabelSet, family: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mentions = MentionModel(labels)
        self.setModel(self.mentions)
        self.context = ContextDelegate(family, self)
        self.setItemDelegateForColumn(CONTEXT, self.context)
        make_rows(self, _ROW)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setSectionResizeMode(CONTEXT, QHeaderView.ResizeMode.Stretch)
        for column, width in ((TICK, 34), (ARTICLE, 70), (LABELS, 110)):
            header.resizeSection(column, width)
        self.setMinimumHeight(_ROW + 2 * self.frameWidth())
        self.clicked.connect(self._on_clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        match event.key():
            case Qt.Key.Key_Space if is_plain:
                self._toggle(self.rows_selected())
            case Qt.Key.Key_A if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
                self._toggle(list(range(self.mentions.rowCount())))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if is_plain:
                self.entered.emit()
            case _ if is_plain and (character := character_of(event)):
                self.typed.emit(character)
            case _:
                super().keyPressEvent(event)

    def set_family(self, family: str) -> None:
        self.context.family = family
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setColumnHidden(LABELS, event.size().width() < _NARROW)
        self.horizontalHeader().setVisible(self.height() >= _LOW)

    def rows_selected(self) -> list[int]:
        return [index.row() for index in self.selectionModel().selectedRows()]

    def pick_current(self) -> None:
        if self.currentIndex().isValid():
            self.picked.emit(self.mentions.mention(self.currentIndex().row()))

    def add(self, mentions: Sequence[Mention], *, ticks_free: bool) -> None:
        """Show more of them, the current one staying so, or else the first becoming it."""
        current = self.currentIndex()
        before = self.mentions.mention(current.row()) if current.isValid() else None
        self.mentions.add(mentions, ticks_free=ticks_free)
        if before is None or not self.currentIndex().isValid():
            # selectRow finds no row where the layout runs from right to left.
            self.setCurrentIndex(self.mentions.index(self.mentions.row_of(before), CONTEXT))

    def _toggle(self, rows: list[int]) -> None:
        """Tick rows, or take the ticks away where all have one."""
        are_ticked = all(self.mentions.is_ticked(row) for row in rows)
        self.mentions.tick(rows, is_ticked=not are_ticked)

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() != TICK:
            self.pick_current()
