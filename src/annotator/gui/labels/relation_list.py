"""The relations of the open article: those of the chosen span first, to look at, rename and remove."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.annotation import Relation
from annotator.domain.label import LabelSet
from annotator.gui.labels.relation_names import NAMES, relation_name
from annotator.gui.plain_text import PlainLabel
from annotator.gui.translation import Translated, embedded, label_name, tr
from annotator.services.browsing import OpenArticle

_LONGEST = 40


class RelationList(Translated):
    picked = Signal(str)
    """An annotation's id: where the relation begins."""
    renamed = Signal(object, str)
    removed = Signal(object)
    """A Relation."""

    def __init__(self, labels: LabelSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.labels = labels
        self._shown: OpenArticle | None = None
        self._relations: list[Relation] = []
        self._hint = PlainLabel()
        self._hint.setWordWrap(True)
        self._hint.setContentsMargins(12, 8, 12, 8)
        self.list = QListWidget()
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.name = QComboBox()
        self._typed = QLineEdit()
        self.name.setLineEdit(self._typed)
        self.name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._remove = QPushButton()
        below = QHBoxLayout()
        below.setContentsMargins(10, 4, 10, 8)
        below.addWidget(self.name, 1)
        below.addWidget(self._remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._hint)
        layout.addWidget(self.list, 1)
        layout.addLayout(below)
        self.list.currentRowChanged.connect(self._on_row)
        self.list.itemActivated.connect(lambda _: self._pick())
        self.list.itemClicked.connect(lambda _: self._pick())
        self.name.activated.connect(lambda _: self._rename())
        self._typed.editingFinished.connect(self._rename)
        self._remove.clicked.connect(self._take_away)
        self.retranslate()

    def show_relations(self, shown: OpenArticle, chosen: str | None) -> None:
        current = self._current()
        self._shown = shown
        self._relations = sorted(shown.relations, key=lambda item: chosen not in {item.start, item.end})
        self._fill()
        ids = [relation.id for relation in self._relations]
        kept = ids.index(current.id) if current and current.id in ids else 0
        self.list.setCurrentRow(kept if self._relations else -1)

    def offer_names(self, names: Iterable[str]) -> None:
        """Offer the names that everybody has, and the project's own."""
        self.name.clear()
        for name in (*NAMES, *(name for name in names if name not in NAMES)):
            self.name.addItem(relation_name(name), name)
        self._on_row(self.list.currentRow())

    def retranslate(self) -> None:
        self._hint.setText(tr("Choose a span and press Ctrl+R, then another and Ctrl+R again."))
        self.list.setAccessibleName(tr("Relations"))
        self.name.setAccessibleName(tr("Name of the relation"))
        self._remove.setText(tr("Remove"))
        self.offer_names(relation.label for relation in self._relations)
        self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self._take_away()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        row = self.list.currentRow()
        self.list.clear()
        for relation in self._relations:
            self.list.addItem(self._sentence(relation))
            self.list.item(self.list.count() - 1).setSizeHint(QSize(0, 28))
        self.list.setCurrentRow(row)
        self._hint.setVisible(not self._relations)
        self.list.setVisible(bool(self._relations))
        self.name.setVisible(bool(self._relations))
        self._remove.setVisible(bool(self._relations))

    def _sentence(self, relation: Relation) -> str:
        ends = (self._end(relation.start), self._end(relation.end))
        return tr("{start} – {name}: {end}").format(
            start=ends[0], name=relation_name(relation.label), end=ends[1]
        )

    def _end(self, annotation_id: str) -> str:
        shown = self._shown
        item = next((one for one in shown.annotations if one.id == annotation_id), None) if shown else None
        if item is None or shown is None:
            return "–"
        text = item.span.of(shown.article.text) if item.span else label_name(self.labels[item.label])
        return embedded(" ".join(text[:_LONGEST].split()))

    def _current(self) -> Relation | None:
        row = self.list.currentRow()
        return self._relations[row] if 0 <= row < len(self._relations) else None

    def _on_row(self, _row: int) -> None:
        relation = self._current()
        if relation:
            place = self.name.findData(relation.label)
            self.name.setCurrentIndex(place)
            self.name.setEditText(relation_name(relation.label))

    def _pick(self) -> None:
        relation = self._current()
        if relation:
            self.picked.emit(relation.start)

    def _rename(self) -> None:
        relation, typed = self._current(), self.name.currentText().strip()
        place = self.name.findText(typed)
        name = typed if place < 0 else str(self.name.itemData(place))
        if relation and name and name != relation.label:
            self.renamed.emit(relation, name)

    def _take_away(self) -> None:
        relation = self._current()
        if relation:
            self.removed.emit(relation)
