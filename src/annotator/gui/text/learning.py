"""Has the view's vocabulary follow the articles that are opened and labelled, and those labelled before."""

from PySide6.QtCore import QObject

from annotator.gui.tasks import Task
from annotator.gui.text.labelling import Labelling
from annotator.services.browsing import LabelledText, OpenArticle, labelled_texts

_EARLIER = 20
"""So many articles tell how somebody labels, and are read in some 30 ms when a word is first asked for."""


class Learning(QObject):
    def __init__(self, labelling: Labelling) -> None:
        super().__init__(labelling)
        self._labelling = labelling
        labelling.opened.connect(self._see)
        labelling.renewed.connect(self._see)
        labelling.opened.connect(self._recall)

    def _see(self, shown: OpenArticle) -> None:
        starts = (item.span.start for item in shown.annotations if item.span)
        self._labelling.view.vocabulary.see(shown.article.id, shown.article.text, starts)

    def _recall(self) -> None:
        """Learn from what was labelled in earlier sessions, once."""
        self._labelling.opened.disconnect(self._recall)
        session = self._labelling.session
        task = Task(lambda _: labelled_texts(session.project, session.annotator, _EARLIER))
        task.finished.connect(self._take)
        task.failed.connect(session.report)
        task.start()

    def _take(self, earlier: list[LabelledText]) -> None:
        current = self._labelling.current
        for article, text, starts in earlier:
            if current is None or article != current.article.id:
                self._labelling.view.vocabulary.see(article, text, starts)
