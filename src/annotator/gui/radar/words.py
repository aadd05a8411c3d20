"""What a suspicion says, in the language of the interface."""

from annotator.domain.label import LabelSet
from annotator.gui.translation import label_name, set_off, shortened, tr
from annotator.quality.suspicion import ConsistencyRule
from annotator.services.radar import Quoted

RULES = {
    ConsistencyRule.LABELS: "Other label",
    ConsistencyRule.BARE: "Not labelled",
    ConsistencyRule.BOUNDARY: "Other boundary",
    ConsistencyRule.RARE: "Rare label",
    ConsistencyRule.LENGTH: "Odd length",
}
SENTENCES = {
    ConsistencyRule.LABELS: "{text}: {label} here, {usual} {count} of {whole} times",
    ConsistencyRule.BARE: "{text}: not labelled here, {usual} {count} of {whole} times",
    ConsistencyRule.BOUNDARY: "{text}: would be {proposed}, as in {count} of {whole} such cases",
    ConsistencyRule.RARE: "{text}: {label} is given only {count} times among {whole}",
    ConsistencyRule.LENGTH: "{text}: {label} of {whole} words, where {count} are usual",
}
_LONGEST = 60


def sentence_of(item: Quoted, labels: LabelSet) -> str:
    """Return what is suspicious, with the text and how often it is otherwise."""
    one = item.suspicion
    return tr(SENTENCES[one.rule]).format(
        text=set_off(shortened(item.text, _LONGEST)),
        label=label_name(labels[one.label]) if one.label else "",
        usual=label_name(labels[one.proposal.label]) if one.proposal else "",
        proposed=set_off(shortened(item.proposed or "", _LONGEST)),
        count=f"{one.usual:,}",
        whole=f"{one.whole:,}",
    )
