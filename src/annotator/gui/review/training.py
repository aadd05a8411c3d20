"""Training: after an article is submitted, gold is shown beneath its lines, and what differs is said."""

from PySide6.QtCore import QObject

from annotator.domain.highlights import Highlights
from annotator.domain.mark import Mark, marks_in
from annotator.gui.review.words import kind_name
from annotator.gui.text.labelling import Labelling
from annotator.gui.text.voices import SILENCE, Voice, Voices
from annotator.gui.translation import tr
from annotator.services.browsing import OpenArticle
from annotator.services.training import Feedback, feedback


class Training(QObject):
    def __init__(self, labelling: Labelling) -> None:
        super().__init__(labelling)
        self._labelling = labelling
        labelling.opened.connect(self._hide)

    def compare(self) -> str | None:
        """Show gold of the open article, and return what there is to say; None where it has none."""
        current, session = self._labelling.current, self._labelling.session
        found = feedback(session.project, current.article.id, session.annotator) if current else None
        if current is None or found is None:
            return None
        mine = {*marks_in(current.annotations)}
        loud = frozenset(item.id for item in found.gold if item.span and Mark.of(item) not in mine)
        spans = [item.span for item in current.annotations if item.id in found.wrong and item.span]
        voice = Voice(tr("Gold")[:1], Highlights(found.gold), loud)
        self._labelling.view.show_voices(Voices([voice], spans))
        return told(found)

    def _hide(self, _: OpenArticle) -> None:
        self._labelling.view.show_voices(SILENCE)


def told(found: Feedback) -> str:
    """Say how many are right, and what is wrong with the others."""
    total = len([item for item in found.gold if item.span])
    lines = [tr("Right: {right} of {total}.").format(right=found.right, total=total)]
    lines += [f"{kind_name(kind)}: {count}." for kind, count in found.errors.most_common()]
    return " ".join(lines)
