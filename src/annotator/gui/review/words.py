"""What kinds of disagreements, choices and reasons are called."""

from annotator.domain.review import Choice, Reason
from annotator.gui.translation import Language, spoken, tr
from annotator.quality.disagreements import Kind

KINDS = {
    Kind.MISSING: "Missing",
    Kind.SPURIOUS: "Spurious",
    Kind.LABEL: "Label",
    Kind.START: "Where it begins",
    Kind.END: "Where it ends",
    Kind.BOTH: "Both ends",
    Kind.CLITIC: "Clitic only",
}
_LETTERS = {Language.ARABIC: "أبجدهوزحطيكلمنسعفصقر", Language.ENGLISH: "ABCDEFGHIJKLMNOPQRST"}


def kind_name(kind: Kind) -> str:
    return tr(KINDS[kind])


def choice_name(choice: Choice) -> str:
    match choice:
        case Choice.ACCEPTED:
            return tr("One side accepted")
        case Choice.MERGED:
            return tr("Sides merged")
        case Choice.EDITED:
            return tr("Edited by hand")
        case Choice.REJECTED:
            return tr("All wrong")


def reason_name(reason: Reason) -> str:
    match reason:
        case Reason.AMBIGUOUS:
            return tr("Ambiguous text")
        case Reason.GAP:
            return tr("Gap in the guidelines")
        case Reason.SLIP:
            return tr("Slip")
        case Reason.EDGE_CASE:
            return tr("Edge case")


def letter_of(nth: int) -> str:
    """Return the letter that stands for an annotator, by their place among those of the project."""
    letters = _LETTERS[spoken()]
    return letters[nth] if nth < len(letters) else str(nth + 1)
