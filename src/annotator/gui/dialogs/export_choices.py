"""What of a project is exported, and how it is made to fit a format."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum, auto
from typing import Any, NamedTuple

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QWidget,
)

from annotator.domain.article import ArticleState
from annotator.domain.label import LabelSet
from annotator.domain.policies import Fitting, Nesting, Policy
from annotator.gui.articles.states import state_name
from annotator.gui.rows import make_rows
from annotator.gui.translation import isolated, tr
from annotator.services.export_options import ExportOptions

POLICIES = {
    Policy.SPLIT: "The word is split",
    Policy.WIDEN: "The span takes in the whole word",
    Policy.DROP: "The span is left out",
}
NESTINGS = {
    Nesting.OUTERMOST: "The longest gets the tags",
    Nesting.INNERMOST: "The shortest gets the tags",
    Nesting.LAYERS: "Each has a column of tags",
}
DAY = "2025-11-30"
"""How a day is written."""
_ROW = 30


class _Layers(Enum):
    ALL = auto()
    GOLD = auto()


class ProjectFacts(NamedTuple):
    """What there is to choose from."""

    annotators: Sequence[str]
    sources: Sequence[str]
    has_gold: bool


class ExportChoices(QTabWidget):
    """Articles, labels and tokens, each on a page."""

    changed = Signal()

    def __init__(self, facts: ProjectFacts, me: str, labels: LabelSet) -> None:
        super().__init__()
        self.setAccessibleName(tr("What is exported"))
        self.layer = QComboBox()
        names = facts.annotators
        for name in names:
            self.layer.addItem(name, name)
        self.layer.addItem(tr("All annotators, a record each"), _Layers.ALL)
        if facts.has_gold:
            self.layer.addItem(tr("Gold, with who decided it"), _Layers.GOLD)
        self.layer.setCurrentIndex(names.index(me) if me in names else self.layer.count() - 1)
        self.states = {state: QCheckBox(state_name(state)) for state in ArticleState}
        self.source = QComboBox()
        self.source.addItem(tr("All sources"), None)
        for name in facts.sources:
            self.source.addItem(name, name)
        self.since, self.until = _day(tr("From")), _day(tr("To"))
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("All articles"))
        self.has_empty = QCheckBox(tr("Articles without labels too"))
        self.labels = QTableWidget(len(labels), 2)
        self.policy, self.nesting = _choices(POLICIES), _choices(NESTINGS)
        self._fill_labels([label.name for label in labels])
        self.addTab(self._articles(), tr("Articles"))
        self.addTab(self.labels, tr("Labels"))
        self._tokens = _page({tr("A span within a word"): self.policy, tr("Nested spans"): self.nesting})
        self.addTab(self._tokens, tr("Tokens"))
        for box in (*self.states.values(), self.has_empty):
            box.setChecked(True)
            box.toggled.connect(self.changed)
        for combo in (self.layer, self.source, self.policy, self.nesting):
            combo.currentIndexChanged.connect(self.changed)
        for field in (self.since, self.until, self.words):
            field.editingFinished.connect(self.changed)
        self.labels.itemChanged.connect(self.changed)

    def use_tokens(self, *, has_tags: bool) -> None:
        """Offer what concerns tokens only for a format that has them."""
        self.setTabEnabled(self.indexOf(self._tokens), has_tags)

    @property
    def is_nothing(self) -> bool:
        """Tell whether no article or no label is wanted."""
        return not any(box.isChecked() for box in self.states.values()) or not self._wanted()

    def options(self, form: str) -> ExportOptions:
        """Raises ValueError for what is no day."""
        states = tuple(state for state, box in self.states.items() if box.isChecked())
        source, layer = self.source.currentData(), self.layer.currentData()
        wanted = self._wanted()
        return ExportOptions(
            format=form,
            annotator=layer if isinstance(layer, str) else None,
            takes_all=layer is _Layers.ALL,
            takes_gold=layer is _Layers.GOLD,
            states=() if len(states) == len(ArticleState) else states,
            labels=() if len(wanted) == self.labels.rowCount() else tuple(wanted),
            sources=(source,) if source else (),
            since=_told(self.since),
            until=_told(self.until),
            query=self.words.text().strip(),
            has_empty=self.has_empty.isChecked(),
            renamed={name: written for name, written in wanted.items() if written not in {"", name}},
            # A combo box gives back a plain text of an enumeration's.
            fitting=Fitting(Policy(self.policy.currentData()), Nesting(self.nesting.currentData())),
        )

    def _wanted(self) -> dict[str, str]:
        """Return the labels that are ticked, and how they are to be written."""
        found = {}
        for row in range(self.labels.rowCount()):
            name, written = self.labels.item(row, 0), self.labels.item(row, 1)
            if name and written and name.checkState() is Qt.CheckState.Checked:
                found[name.text()] = written.text().strip()
        return found

    def _fill_labels(self, names: Sequence[str]) -> None:
        self.labels.setAccessibleName(tr("Labels"))
        self.labels.setHorizontalHeaderLabels([tr("Label"), tr("Written as")])
        make_rows(self.labels, _ROW)
        self.labels.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        with QSignalBlocker(self.labels):
            for row, name in enumerate(names):
                item = QTableWidgetItem(name)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Checked)
                self.labels.setItem(row, 0, item)
                self.labels.setItem(row, 1, QTableWidgetItem(name))

    def _articles(self) -> QWidget:
        states = QGridLayout()
        for number, box in enumerate(self.states.values()):
            states.addWidget(box, number // 3, number % 3)
        days = QHBoxLayout()
        for field in (self.since, self.until):
            days.addWidget(field)
        fields = {
            tr("Whose labels"): self.layer,
            tr("States"): states,
            tr("Source"): self.source,
            tr("Published"): days,
            tr("With the words"): self.words,
            "": self.has_empty,
        }
        return _page(fields)


def _page(fields: Mapping[str, Any]) -> QWidget:
    page = QWidget()
    layout = QFormLayout(page)
    for name, field in fields.items():
        layout.addRow(name, field)
    return page


def _day(placeholder: str) -> QLineEdit:
    field = QLineEdit()
    field.setPlaceholderText(f"{placeholder}: {isolated(DAY)}")
    field.setAccessibleName(placeholder)
    return field


def _told(field: QLineEdit) -> str | None:
    written = field.text().strip()
    return date.fromisoformat(written).isoformat() if written else None


def _choices(names: Mapping[Any, str]) -> QComboBox:
    box = QComboBox()
    for value, name in names.items():
        box.addItem(tr(name), value)
    return box
