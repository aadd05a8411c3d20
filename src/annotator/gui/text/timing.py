"""Keeps in the history how long each article was before somebody, while the program was in front."""

from PySide6.QtCore import QElapsedTimer, QObject, Qt
from PySide6.QtGui import QGuiApplication

from annotator.gui.tasks import Task
from annotator.gui.text.labelling import Labelling
from annotator.services.browsing import OpenArticle
from annotator.services.reading_times import LEAST_S, record


class Timing(QObject):
    """A glance at an article on the way to another is not kept."""

    def __init__(self, labelling: Labelling) -> None:
        super().__init__(labelling)
        self._session = labelling.session
        self._article: str | None = None
        self._earlier_ms = 0
        self._timer = QElapsedTimer()
        labelling.opened.connect(self._begin)
        labelling.lost.connect(self._forget)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.applicationStateChanged.connect(self._on_state)

    def end(self) -> None:
        """Keep the time of the article that was open."""
        self._pause()
        article, seconds, self._article = self._article, self._earlier_ms / 1000, None
        if article and seconds >= LEAST_S and self._session.project.is_writable:
            project, annotator = self._session.project, self._session.author
            task = Task(lambda _: record(project, annotator, article, seconds))
            task.failed.connect(self._session.report)
            task.start()

    def _begin(self, shown: OpenArticle) -> None:
        if shown.article.id != self._article:
            self.end()
            self._article, self._earlier_ms = shown.article.id, 0
            self._timer.start()

    def _forget(self) -> None:
        self._pause()
        self._article = None

    def _pause(self) -> None:
        if self._timer.isValid():
            self._earlier_ms += self._timer.elapsed()
            self._timer.invalidate()

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state is not Qt.ApplicationState.ApplicationActive:
            self._pause()
        elif self._article and not self._timer.isValid():
            self._timer.start()
