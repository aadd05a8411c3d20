"""How the states of articles are called and drawn."""

from annotator.domain.article import ArticleState
from annotator.gui.translation import tr

STATE_ICONS = {state: f"state-{state.value.replace(' ', '-')}" for state in ArticleState}


def state_name(state: ArticleState) -> str:
    match state:
        case ArticleState.NEW:
            return tr("New")
        case ArticleState.IN_PROGRESS:
            return tr("In progress")
        case ArticleState.SUBMITTED:
            return tr("Submitted")
        case ArticleState.ACCEPTED:
            return tr("Accepted")
        case ArticleState.RETURNED:
            return tr("Returned")
        case ArticleState.SKIPPED:
            return tr("Skipped")
