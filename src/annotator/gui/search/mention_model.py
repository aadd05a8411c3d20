"""The mentions found, as Qt wants them: ticked or not, in the order of the articles or of the context."""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from annotator.arabic.folding import fold
from annotator.domain.label import LabelSet
from annotator.domain.span import Span
from annotator.gui.plain_text import plain_tip
from annotator.gui.translation import label_name, tr
from annotator.services.mentions import is_free
from annotator.services.searching import Mention

Index = QModelIndex | QPersistentModelIndex
MENTION_ROLE = Qt.ItemDataRole.UserRole
TICK, ARTICLE, CONTEXT, LABELS = range(4)

_Key = tuple[str, Span]
_Rank = tuple[list[str], int, int]


class Order(StrEnum):
    ARTICLE = "article"
    AFTER = "after"
    BEFORE = "before"


class MentionModel(QAbstractTableModel):
    ticked_changed = Signal()

    def __init__(self, labels: LabelSet) -> None:
        super().__init__()
        self.labels = labels
        self._mentions: list[Mention] = []
        self._ticked: set[_Key] = set()
        self._order = Order.ARTICLE

    def clear(self) -> None:
        self.beginResetModel()
        self._mentions, self._ticked = [], set()
        self.endResetModel()
        self.ticked_changed.emit()

    def add(self, mentions: Sequence[Mention], *, ticks_free: bool) -> None:
        if ticks_free:
            self._ticked |= {_key(mention) for mention in mentions if is_free(mention)}
        if self._order is Order.ARTICLE:
            first = len(self._mentions)
            self.beginInsertRows(QModelIndex(), first, first + len(mentions) - 1)
            self._mentions += mentions
            self.endInsertRows()
        else:
            self._set([*self._mentions, *mentions])
        self.ticked_changed.emit()

    def sort_by(self, order: Order) -> None:
        self._order = order
        self._set(self._mentions)

    def renew(self, change: Callable[[Sequence[Mention]], list[Mention]], articles: Iterable[str]) -> None:
        """Have the mentions in some articles replaced by what they are now."""
        touched = set(articles)
        rows = [row for row, mention in enumerate(self._mentions) if mention.article in touched]
        if rows:
            for row, mention in zip(rows, change([self._mentions[row] for row in rows]), strict=True):
                self._mentions[row] = mention
            self.dataChanged.emit(self.index(rows[0], 0), self.index(rows[-1], LABELS))

    def row_of(self, mention: Mention | None) -> int:
        """Return the row of a mention, the first for one that is not there."""
        return self._mentions.index(mention) if mention in self._mentions else 0

    def mention(self, row: int) -> Mention:
        return self._mentions[row]

    def ticked(self) -> list[Mention]:
        return [mention for mention in self._mentions if _key(mention) in self._ticked]

    def tick(self, rows: Iterable[int], *, is_ticked: bool) -> None:
        keys = {_key(self._mentions[row]) for row in rows}
        self._ticked = self._ticked | keys if is_ticked else self._ticked - keys
        if self._mentions:
            self.dataChanged.emit(self.index(0, TICK), self.index(len(self._mentions) - 1, TICK))
        self.ticked_changed.emit()

    def is_ticked(self, row: int) -> bool:
        return _key(self._mentions[row]) in self._ticked

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._mentions)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 4

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return ("", tr("Article"), tr("In context"), tr("Label"))[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == TICK else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        mention = self._mentions[index.row()]
        match role:
            case Qt.ItemDataRole.CheckStateRole if index.column() == TICK:
                return Qt.CheckState.Checked if self.is_ticked(index.row()) else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._shown(mention, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(mention.heading)
            case _:
                return mention if role == MENTION_ROLE else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != TICK:
            return False
        self.tick([index.row()], is_ticked=Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def _shown(self, mention: Mention, column: int) -> str:
        match column:
            case 1:
                return f"{mention.number:,}"
            case 2:
                return mention.before + mention.text + mention.after
            case 3:
                return tr(", ").join(label_name(self.labels[item.label]) for item in mention.annotations)
            case _:
                return ""

    def _set(self, mentions: Sequence[Mention]) -> None:
        self.beginResetModel()
        self._mentions = sorted(mentions, key=_SORTS[self._order])
        self.endResetModel()


def _key(mention: Mention) -> _Key:
    return mention.article, mention.span


def _place(mention: Mention) -> _Rank:
    return [], mention.number, mention.span.start


def _after(mention: Mention) -> _Rank:
    return fold(mention.after).split(), mention.number, mention.span.start


def _before(mention: Mention) -> _Rank:
    return fold(mention.before).split()[::-1], mention.number, mention.span.start


_SORTS: dict[Order, Callable[[Mention], _Rank]] = {
    Order.ARTICLE: _place,
    Order.AFTER: _after,
    Order.BEFORE: _before,
}
