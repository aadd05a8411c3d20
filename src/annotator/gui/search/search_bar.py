"""What is looked for, where, with which labels, and in which order it is shown."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QSizePolicy, QToolButton, QWidget

from annotator.arabic.phrases import Phrase
from annotator.domain.article import ArticleFilter
from annotator.domain.label import LabelSet
from annotator.gui.icons import icon
from annotator.gui.search.mention_model import Order
from annotator.gui.translation import Translated, label_name, tr
from annotator.services.searching import Search

_NARROW = 600
_LEAST, _MOST = 70, 220
"""Pixels of width of a box of choices, which else is as wide as its longest choice."""

_PAUSE_MS = 250
"""How long the person stops typing before the search begins."""


class Scope(StrEnum):
    ARTICLE = "article"
    LIST = "list"
    PROJECT = "project"


class Kept(StrEnum):
    """Which mentions are kept, besides those of one label, which goes by its id."""

    ALL = "all"
    UNLABELLED = "unlabelled"


SCOPES = {Scope.ARTICLE: "This article", Scope.LIST: "Articles in the list", Scope.PROJECT: "All articles"}
ORDERS = {
    Order.ARTICLE: "In article order",
    Order.AFTER: "By what follows",
    Order.BEFORE: "By what precedes",
}
KEPT = {Kept.ALL: "Labelled or not", Kept.UNLABELLED: "Not labelled"}


class SearchBar(Translated):
    asked = Signal()
    """Something else shall be looked for."""
    order_chosen = Signal(object)
    left = Signal()
    """The search shall be closed."""

    def __init__(self, labels: LabelSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels = labels
        self.words = QLineEdit()
        self.words.setClearButtonEnabled(True)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.scope, self.kept, self.order = (QComboBox() for _ in range(3))
        self._close = QToolButton()
        self._close.setAutoRaise(True)
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(10, 6, 6, 6)
        self._is_narrow: bool | None = None
        for box in (self.scope, self.kept, self.order):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.setMinimumWidth(_LEAST)
            box.setMaximumWidth(_MOST)
        self._arrange(is_narrow=False)
        self._fill()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.asked)
        self.words.textChanged.connect(lambda _: self._pause.start())
        for box in (self.scope, self.kept):
            box.activated.connect(lambda _: self.asked.emit())
        self.order.activated.connect(lambda _: self.order_chosen.emit(Order(self.order.currentData())))
        self._close.clicked.connect(self.left)
        self.retranslate()

    def set_labels(self, labels: LabelSet) -> None:
        self._labels = labels
        chosen, row = self.kept.currentData(), self.kept.currentIndex()
        self.kept.clear()
        self._fill_kept()
        self.kept.setCurrentIndex(row if chosen is None else max(0, self.kept.findData(chosen)))

    def ask_for(self, words: str, scope: Scope | None = None) -> None:
        """Look for other words, with whatever label, where one has looked before or in a scope."""
        self.words.setText(words)
        self.kept.setCurrentIndex(0)
        if scope is not None:
            self.scope.setCurrentIndex(self.scope.findData(scope))
        self._pause.stop()
        self.asked.emit()

    @property
    def label(self) -> str | None:
        """The label whose mentions are kept."""
        found: str | None = self.kept.currentData()
        return found

    @property
    def is_of_one_article(self) -> bool:
        return Scope(self.scope.currentData()) is Scope.ARTICLE

    def search(self, shown: ArticleFilter, article: str | None) -> Search:
        """Return what is asked for, in what a list shows or the open article.

        Raises NotFoundError where there is nothing to look for.
        """
        scope, label = Scope(self.scope.currentData()), self.label
        return Search(
            Phrase.of(self.words.text()),
            shown if scope is Scope.LIST else ArticleFilter(shown.annotator),
            label=label,
            is_unlabelled=label is None and self.kept.currentIndex() == list(KEPT).index(Kept.UNLABELLED),
            article=article if scope is Scope.ARTICLE else None,
        )

    def retranslate(self) -> None:
        self.words.setPlaceholderText(tr("A word, a phrase, or “just as it is written”"))
        self.words.setAccessibleName(tr("Words to look for"))
        self.scope.setAccessibleName(tr("Where to look"))
        self.kept.setAccessibleName(tr("Which labels to show"))
        self.order.setAccessibleName(tr("Order"))
        self._close.setToolTip(tr("Close"))
        self._close.setAccessibleName(tr("Close"))
        self._redraw()
        for box, texts in ((self.scope, SCOPES), (self.kept, KEPT), (self.order, ORDERS)):
            for row, text in enumerate(texts.values()):
                box.setItemText(row, tr(text))
        for row, label in enumerate(self._labels, len(KEPT)):
            self.kept.setItemText(row, label_name(label))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._redraw()

    def _redraw(self) -> None:
        self._close.setIcon(icon("close", self.palette()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(is_narrow=event.size().width() < _NARROW)

    def _arrange(self, *, is_narrow: bool) -> None:
        """Put all in a row, or where there is little room the choices beneath the words."""
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        row, column = (1, 0) if is_narrow else (0, 1)
        self._layout.addWidget(self.words, 0, 0, 1, 3 if is_narrow else 1)
        for nth, box in enumerate((self.scope, self.kept, self.order)):
            self._layout.addWidget(box, row, column + nth)
        self._layout.addWidget(self._close, 0, 3 if is_narrow else 4)
        self._layout.setColumnStretch(0, int(not is_narrow))

    def _fill(self) -> None:
        for scope in SCOPES:
            self.scope.addItem("", scope)
        for order in ORDERS:
            self.order.addItem("", order)
        self._fill_kept()
        self.scope.setCurrentIndex(self.scope.findData(Scope.PROJECT))

    def _fill_kept(self) -> None:
        for text in KEPT.values():
            self.kept.addItem(tr(text), None)
        for label in self._labels:
            self.kept.addItem(label_name(label), label.id)
