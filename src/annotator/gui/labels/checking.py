"""Checks the open article a moment after each edit, on another thread, and mends what it found."""

from collections.abc import Collection

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.domain.edit import Edit
from annotator.domain.errors import EditError, NotFoundError
from annotator.gui.tasks import Task
from annotator.gui.text.labelling import Labelling
from annotator.gui.translation import tr
from annotator.quality.boundaries import Finding, Rule
from annotator.services.browsing import OpenArticle
from annotator.services.checking import check_article

_REST_MS = 250
"""How long nothing has been edited before the article is checked."""


class Checking(QObject):
    found = Signal(list)
    """The Findings of the open article."""

    def __init__(self, labelling: Labelling, rules: Collection[Rule]) -> None:
        super().__init__(labelling)
        self._labelling = labelling
        self._rules = frozenset(rules)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._check)
        self.findings: list[Finding] = []
        labelling.opened.connect(self._begin)
        labelling.renewed.connect(self._begin)

    def use(self, rules: Collection[Rule]) -> None:
        self._rules = frozenset(rules)
        self._check()

    def next(self) -> None:
        """Choose the span of the next finding after the chosen one, or after the caret.

        Raises NotFoundError where there is none.
        """
        if not self.findings:
            raise NotFoundError("There is nothing to check in this article.")
        view = self._labelling.view
        ids = [finding.annotation.id for finding in self.findings]
        if view.chosen_id in ids:
            following = ids[len(ids) - ids[::-1].index(view.chosen_id) :]
        else:
            place = view.caret.place
            following = [item.annotation.id for item in self.findings if _start(item) >= place]
        view.choose((following or ids)[0])

    def mend(self, finding: Finding | None = None) -> None:
        """Make the edit that a finding proposes; without one, of the first that has any for the chosen span.

        Raises EditError and StorageError.
        """
        chosen = self._labelling.view.chosen_id
        mine = (item for item in self.findings if item.annotation.id == chosen and item.remedy)
        found = finding or next(mine, None)
        if found is None or found.remedy is None:
            raise EditError("There is no remedy for this span; only you can tell.")
        self.findings = [item for item in self.findings if item.annotation.id != found.annotation.id]
        self._labelling.session.edit(tr("Mend"), Edit(found.annotation, found.remedy))
        self._labelling.view.choose(found.annotation.id)

    def _begin(self, _: OpenArticle) -> None:
        self._rest.start()

    def _check(self) -> None:
        shown, rules = self._labelling.current, self._rules
        if shown and self._labelling.session.is_open:
            task = Task(lambda _: check_article(shown, rules))
            task.finished.connect(lambda found: self._take(shown, found))
            task.failed.connect(self._labelling.session.report)
            task.start()

    def _take(self, shown: OpenArticle, found: list[Finding]) -> None:
        if shown is self._labelling.current:
            self.findings = found
            self.found.emit(found)


def _start(finding: Finding) -> int:
    return finding.annotation.span.start if finding.annotation.span else 0
