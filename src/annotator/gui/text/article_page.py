"""The open article: its heading and what is known of it above its text."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from annotator.domain.article import text_of
from annotator.gui.articles.states import state_name
from annotator.gui.labels.article_labels import ArticleLabels
from annotator.gui.plain_text import PlainLabel, plain_tip
from annotator.gui.text.article_view import ArticleView
from annotator.gui.translation import Translated, isolated, tr
from annotator.services.browsing import OpenArticle

_LOW = 360
"""Beneath this height the head of a page says no more than the title, in one line."""
_LOWEST = 150
"""Beneath this one a page has no head."""
_LEAST = 40


class ArticlePage(Translated):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = ArticleView()
        self.view.setMinimumHeight(_LEAST)
        self.setMinimumHeight(_LEAST)
        self.labels = ArticleLabels()
        self._shown: OpenArticle | None = None
        self._title = QLabel()
        # Of plain text a label sets off all lines of a right-to-left paragraph but the last, by a space.
        self._title.setTextFormat(Qt.TextFormat.RichText)
        self._title.setWordWrap(True)
        self._title.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._facts = PlainLabel()
        self._facts.setWordWrap(True)
        self._facts.setForegroundRole(self._facts.foregroundRole().PlaceholderText)
        font = self._title.font()
        font.setPixelSize(18)
        font.setBold(True)
        self._title.setFont(font)
        self.head = QFrame()
        above = QVBoxLayout(self.head)
        above.setContentsMargins(28, 14, 28, 10)
        above.setSpacing(2)
        above.addWidget(self._title)
        above.addWidget(self._facts)
        above.addWidget(self.labels)
        self._rule = QFrame()
        self._rule.setFrameShape(QFrame.Shape.HLine)
        self._rule.setForegroundRole(self._rule.foregroundRole().Mid)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self._rule)
        layout.addWidget(self.view, 1)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.backgroundRole().Base)
        self.setFocusProxy(self.view)
        self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave what room there is to the text, where there is little."""
        super().resizeEvent(event)
        height = event.size().height()
        is_low = height < _LOW
        for part in (self.head, self._rule):
            part.setVisible(height >= _LOWEST)
        self._facts.setVisible(not is_low)
        line = self._title.fontMetrics().height()
        self._title.setMaximumHeight(line if is_low else 20 * line)

    def show_facts(self, shown: OpenArticle) -> None:
        self._shown = shown
        self.retranslate()

    def retranslate(self) -> None:
        self.view.setAccessibleName(tr("Article text"))
        if self._shown is None:
            self._title.setText(escape(tr("No article is open")))
            self._facts.setText(tr("Choose one from the list, or import some."))
            return
        article, layer = self._shown.article, self._shown.layer
        published, source = text_of(article.meta, "published"), text_of(article.meta, "source")
        facts = (
            state_name(layer.state),
            published and isolated(published[:10]),
            source and isolated(source),
            tr("Article {number}").format(number=article.number),
        )
        self._title.setText(escape(article.heading))
        self._title.setToolTip(plain_tip(article.heading))
        self._facts.setText("  ·  ".join(fact for fact in facts if fact))
