"""Asks for how good a bound a random sample is drawn, and says how many articles that takes."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QVBoxLayout, QWidget

from annotator.domain.label import LabelSet
from annotator.gui.dialogs.buttons import ok_and_cancel
from annotator.gui.dialogs.number_field import NumberField
from annotator.gui.plain_text import PlainLabel
from annotator.gui.translation import label_name, tr
from annotator.services.queueing import QueuedArticle
from annotator.services.sampling import Plan, draw, plan_for

_MOST = 1_000_000


class SampleDialog(QDialog):
    def __init__(
        self, articles: Sequence[QueuedArticle], labels: LabelSet, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Random sample"))
        self.setMinimumWidth(460)
        self._articles = articles
        self._labels = labels
        self.label = QComboBox()
        for label in labels:
            self.label.addItem(label_name(label), label.name)
        self.margin = NumberField(1, 30, 3)
        self.margin.setPrefix("± ")
        self.margin.setSuffix(f" {tr('points')}")
        self.seed = NumberField(0, _MOST, 0)
        self.told = PlainLabel()
        self.told.setWordWrap(True)
        fields = QFormLayout()
        fields.addRow(tr("Label"), self.label)
        fields.addRow(tr("Bound"), self.margin)
        fields.addRow(tr("Seed"), self.seed)
        layout = QVBoxLayout(self)
        layout.addLayout(fields)
        layout.addWidget(self.told)
        layout.addWidget(ok_and_cancel(self))
        self.label.currentIndexChanged.connect(lambda _: self._tell())
        self.margin.valueChanged.connect(lambda _: self._tell())
        self._tell()

    @property
    def plan(self) -> Plan:
        return plan_for(self.label.currentData(), self.margin.value() / 100, self._articles)

    @property
    def drawn(self) -> frozenset[str]:
        """The ids of the articles."""
        sample = draw(self._articles, self.plan.articles, self.seed.value())
        return frozenset(article.line.id for article in sample)

    def _tell(self) -> None:
        self.told.setText(plan_sentence(self.plan, self._labels))


def plan_sentence(plan: Plan, labels: LabelSet) -> str:
    """Say what a sample tells."""
    label = labels.named(plan.label)
    known = tr("measured so far") if plan.is_known else tr("a guess, until more is reviewed")
    return tr(
        "{articles} articles give the error rate of {label} within ± {margin} points at 95 %, "
        "if it is about {error} % ({known})."
    ).format(
        articles=f"{plan.articles:,}",
        label=label_name(label) if label else plan.label,
        margin=round(plan.margin * 100),
        error=round(plan.error * 100),
        known=known,
    )
