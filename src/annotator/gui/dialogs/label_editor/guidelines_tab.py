"""The guidelines as they are written: Markdown on one side, what it looks like on the other."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.dialogs.guidelines_browser import GuidelinesBrowser
from annotator.gui.dialogs.label_editor.attempt import Attempt
from annotator.gui.plain_text import PlainLabel
from annotator.gui.session import ProjectSession
from annotator.gui.translation import Language, direction_of, spoken, text_option, tr
from annotator.services.browsing import guidelines, guidelines_versions

_PAUSE_MS = 250
_LANGUAGE_NAMES = {Language.ARABIC: "العربية", Language.ENGLISH: "English"}


class GuidelinesTab(QWidget):
    """A draft is kept while languages and older versions are looked at; saving it makes a new version."""

    def __init__(self, session: ProjectSession, attempt: Attempt) -> None:
        super().__init__()
        self._session, self._attempt = session, attempt
        self._saved = guidelines(session.project)
        self._draft = dict(self._saved)
        self.language, self.version = QComboBox(), QComboBox()
        for language in Language:
            self.language.addItem(_LANGUAGE_NAMES[language], language)
        self.language.setCurrentIndex(list(Language).index(spoken()))
        self.source, self.preview = QPlainTextEdit(), GuidelinesBrowser()
        self.source.setTabChangesFocus(True)
        self.save = QPushButton(tr("Save as a new version"))
        self.save.setAutoDefault(False)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._lay_out()
        self._list_versions()
        self._show()
        self._pause.timeout.connect(self._preview)
        self.source.textChanged.connect(self._take)
        self.language.currentIndexChanged.connect(self._show)
        self.version.currentIndexChanged.connect(self._show)
        self.save.clicked.connect(self.report)

    @property
    def _shown(self) -> Language:
        return Language(self.language.currentData())

    @property
    def _older(self) -> int | None:
        """The number of the older version that is looked at."""
        return None if self.version.currentIndex() <= 0 else int(self.version.currentData())

    @property
    def is_unsaved(self) -> bool:
        return self._draft != self._saved

    def report(self) -> None:
        """Save the draft as a new version, if it differs from the newest."""
        if self.is_unsaved and self._attempt(lambda: self._session.publish(self._draft)):
            self._saved = dict(self._draft)
            self._list_versions()
            self._show()

    def _list_versions(self) -> None:
        self.version.blockSignals(True)
        self.version.clear()
        for number, created in guidelines_versions(self._session.project):
            self.version.addItem(
                tr("Version {number}, {day}").format(number=number, day=created[:10]), number
            )
        self.version.blockSignals(False)

    def _show(self) -> None:
        older, language = self._older, self._shown
        texts = self._draft if older is None else guidelines(self._session.project, older)
        self.source.blockSignals(True)
        self.source.setLayoutDirection(direction_of(language))
        self.source.document().setDefaultTextOption(text_option(language))
        self.source.setPlainText(texts.get(language, ""))
        self.source.blockSignals(False)
        self.source.setReadOnly(older is not None)
        self._preview()
        self._enable()

    def _take(self) -> None:
        text = self.source.toPlainText()
        self._draft = {**self._draft, self._shown: text}
        if not text and self._shown not in self._saved:
            del self._draft[self._shown]
        self._pause.start()
        self._enable()

    def _preview(self) -> None:
        scrolled = self.preview.verticalScrollBar().value()
        self.preview.show_text(self.source.toPlainText(), self._shown)
        self.preview.verticalScrollBar().setValue(scrolled)

    def _enable(self) -> None:
        self.save.setEnabled(self._older is None and self.is_unsaved)

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        for caption, field in ((tr("Language"), self.language), (tr("Version"), self.version)):
            above.addWidget(PlainLabel(caption))
            above.addWidget(field)
            above.addSpacing(12)
            field.setAccessibleName(caption)
        above.addStretch(1)
        above.addWidget(self.save)
        self.source.setAccessibleName(tr("Guidelines, as Markdown"))
        self.preview.setAccessibleName(tr("Guidelines"))
        splitter = QSplitter()
        splitter.addWidget(self.source)
        splitter.addWidget(self.preview)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([500, 500])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addLayout(above)
        layout.addWidget(splitter, 1)
