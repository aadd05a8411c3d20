"""The window of Help: pages listed at the side, one shown, words found in all of them."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QPalette,
    QResizeEvent,
    QShortcut,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QSplitter,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.help.finding import Found, find
from annotator.gui.help.pages import Page, from_right_to_left, page_of, page_text, title, with_sheet
from annotator.gui.page_browser import PageBrowser
from annotator.gui.plain_text import PlainLabel
from annotator.gui.room import resize_to_fit
from annotator.gui.translation import Language, spoken, tr

_LEAST, _MOST = 130, 210


class HelpWindow(QDialog):
    """Stays open beside the window while one labels, and speaks the language of the interface."""

    def __init__(self, sheet: Callable[[], str], parent: QWidget | None = None) -> None:
        """Sheet makes the tables of keys, as Markdown, of the keys as they are when it is called."""
        super().__init__(parent)
        self._sheet = sheet
        self._texts: dict[Page, str] = {}
        self._plain: dict[Page, str] = {}
        self._found: list[Found] = []
        self._nth = 0
        self.words, self.said = QLineEdit(), PlainLabel()
        self.list, self.browser = QListWidget(), PageBrowser()
        self._parts = QSplitter()
        self.words.setClearButtonEnabled(True)
        self._lay_out()
        resize_to_fit(self, 860, 680)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self._look)
        self.list.currentRowChanged.connect(lambda _: self._show())
        self.browser.anchorClicked.connect(self._follow)
        self.words.textChanged.connect(lambda _: self._find())
        self.retranslate()
        self.browser.setFocus()

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.addWidget(self.words, 1)
        above.addWidget(self.said)
        above.setContentsMargins(10, 8, 10, 8)
        self._parts.addWidget(self.list)
        self._parts.addWidget(self.browser)
        self._parts.setChildrenCollapsible(False)
        self.list.setMinimumWidth(_LEAST)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setStyleSheet("QListView::item { padding: 6px 10px; }")
        self.browser.setMinimumWidth(220)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(above)
        layout.addWidget(self._parts, 1)

    @property
    def page(self) -> Page:
        return list(Page)[max(0, self.list.currentRow())]

    def go_to(self, page: Page) -> None:
        self.list.setCurrentRow(list(Page).index(page))

    def retranslate(self) -> None:
        self.setWindowTitle(tr("Help"))
        self.words.setPlaceholderText(tr("Find in the help pages"))
        self.words.setAccessibleName(tr("Find in the help pages"))
        self.list.setAccessibleName(tr("Help pages"))
        page = self.page
        self._read()
        self.list.blockSignals(True)
        self.list.clear()
        for text in self._texts.values():
            self.list.addItem(title(text))
        self.go_to(page)
        self.list.blockSignals(False)
        self._show()
        self._find()

    def _read(self) -> None:
        """Read the pages in the language of the interface, with the keys as they are now."""
        language = spoken()
        self._texts = {page: page_text(page, language) for page in Page}
        sheet = from_right_to_left(self._sheet()) if language is Language.ARABIC else self._sheet()
        self._texts[Page.KEYS] = with_sheet(self._texts[Page.KEYS], sheet)
        self._plain = {page: _plain(text) for page, text in self._texts.items()}

    def _show(self) -> None:
        if self.page is Page.KEYS:
            self._read()  # somebody may have changed them
        self.browser.setAccessibleName(title(self._texts[self.page]))
        self.browser.show_text(self._texts[self.page], spoken())
        self._mark()

    def _follow(self, link: QUrl) -> None:
        page = page_of(link.path())
        if page:
            self.go_to(page)
            self.browser.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        self._parts.setSizes([min(_MOST, width // 3), width - min(_MOST, width // 3)])

    # Finding

    def _look(self) -> None:
        self.words.setFocus()
        self.words.selectAll()

    def _find(self) -> None:
        """Show the first of what is found, in this page if it has any."""
        self._found = find(self.words.text(), self._plain)
        here = (nth for nth, found in enumerate(self._found) if found.page is self.page)
        self._nth = next(here, 0)
        self._show_found()

    def _step(self, by: int) -> None:
        if self._found:
            self._nth = (self._nth + by) % len(self._found)
            self._show_found()

    def _show_found(self) -> None:
        if self._found:
            self.go_to(self._found[self._nth].page)
        self._mark()
        said = tr("{number} of {total}").format(number=self._nth + 1, total=len(self._found))
        has_words = bool(self.words.text().strip())
        self.said.setText("" if not has_words else said if self._found else tr("Not found"))

    def _mark(self) -> None:
        """Mark what is found in this page, and bring what is chosen into sight."""
        self._set_off()
        if self._found and self._found[self._nth].page is self.page:
            self.browser.setTextCursor(self._cursor(self._found[self._nth]))
            self.browser.ensureCursorVisible()

    def _set_off(self) -> None:
        marks = [self._marked(found) for found in self._found if found.page is self.page]
        self.browser.setExtraSelections(marks)

    def _marked(self, found: Found) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        mark.cursor = self._cursor(found)
        mark.format.setBackground(self.palette().color(QPalette.ColorRole.Highlight))
        mark.format.setForeground(self.palette().color(QPalette.ColorRole.HighlightedText))
        return mark

    def _cursor(self, found: Found) -> QTextCursor:
        cursor = QTextCursor(self.browser.document())
        cursor.setPosition(found.start)
        cursor.setPosition(found.end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter in the field would otherwise be for a button of the dialog, of which it has none.
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.words.hasFocus():
            self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            QTimer.singleShot(0, self, self.retranslate)
        elif event.type() is QEvent.Type.PaletteChange:
            self._set_off()


def _plain(text: str) -> str:
    """Return what a page shows, as it is searched."""
    document = QTextDocument()
    document.setMarkdown(text)
    return document.toPlainText()
