"""Beside the article: the labels to give, those given, and below what is known, related and to check."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSplitter, QTabWidget, QVBoxLayout, QWidget

from annotator.domain.annotation import Annotation
from annotator.domain.article import Article
from annotator.domain.label import LabelSet
from annotator.domain.review import Comment
from annotator.gui.comments.comment_panel import CommentPanel
from annotator.gui.labels.finding_list import FindingList
from annotator.gui.labels.label_palette import LabelPalette
from annotator.gui.labels.relation_list import RelationList
from annotator.gui.labels.span_details import SpanDetails
from annotator.gui.labels.span_table import SpanTable
from annotator.gui.plain_text import PlainLabel
from annotator.gui.room import scrolled
from annotator.gui.text.labelling import Labelling
from annotator.gui.translation import Translated, set_off, tr
from annotator.quality.boundaries import Finding
from annotator.services.browsing import OpenArticle

CAPTIONS = ("Labels", "Annotations")
TABS = ("Details", "Relations", "To check", "Comments")


class SidePanel(Translated):
    """Follows the labelling of one session, and passes on what is clicked."""

    def __init__(self, labelling: Labelling, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labelling = labelling
        labels = labelling.session.labels
        self.palette_ = LabelPalette(labels)
        self.table = SpanTable(labels)
        self.details = SpanDetails(labels)
        self.relations = RelationList(labels)
        self.findings = FindingList()
        self.comments = CommentPanel()
        self._captions = [PlainLabel() for _ in CAPTIONS]
        self._counts = dict.fromkeys(TABS, 0)
        self._below = scrolled(self.details)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        for tab in (self._below, self.relations, self.findings, self.comments):
            self.tabs.addTab(tab, "")
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.addWidget(_captioned(self._captions[1], self.table))
        self.splitter.addWidget(self.tabs)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([260, 240])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(_captioned(self._captions[0], self.palette_))
        layout.addWidget(self.splitter, 1)
        self._connect()
        self.retranslate()

    def sizeHint(self) -> QSize:
        return QSize(330, 600)

    def edit_note(self) -> None:
        """Give the keyboard to the note, and bring it into sight."""
        self.tabs.setCurrentWidget(self._below)
        self._below.ensureWidgetVisible(self.details.note)
        self.details.note.setFocus()

    def show_findings(self, findings: list[Finding]) -> None:
        current = self._labelling.current
        self.findings.show_findings(current.article.text if current else "", findings)
        self._count("To check", len(findings))

    def show_comments(self, article: Article, comments: Sequence[Comment], annotator: str) -> None:
        self.comments.show_comments(article, comments, {annotator: set_off(annotator)})
        self._count("Comments", self.comments.open_threads)

    def reveal_comments(self) -> None:
        self.tabs.setCurrentWidget(self.comments)

    def edit_comment(self) -> None:
        """Give the keyboard to the line of the next comment."""
        self.tabs.setCurrentWidget(self.comments)
        self.comments.line.setFocus()

    def reveal_findings(self) -> None:
        self.tabs.setCurrentWidget(self.findings)

    def retranslate(self) -> None:
        for caption, text in zip(self._captions, CAPTIONS, strict=True):
            caption.setText(tr(text))
        self.tabs.setAccessibleName(tr("Annotations, relations and places to check"))
        for tab in TABS:
            self._caption(tab)
        self.table.retranslate()

    def _count(self, tab: str, count: int) -> None:
        if count != self._counts[tab]:
            self._counts[tab] = count
            self._caption(tab)

    def _caption(self, tab: str) -> None:
        count = self._counts[tab]
        self.tabs.setTabText(TABS.index(tab), f"{tr(tab)} ({count:,})" if count else tr(tab))

    def _connect(self) -> None:
        labelling = self._labelling
        labelling.labels_changed.connect(self._renew_labels)
        labelling.opened.connect(self._show)
        labelling.renewed.connect(self._show)
        labelling.pen_changed.connect(self.palette_.mark_pen)
        labelling.view.chosen.connect(self._show_chosen)
        self.palette_.used.connect(labelling.use)
        self.table.clicked.connect(lambda _: labelling.view.setFocus())
        self.table.activated.connect(lambda _: labelling.view.setFocus())
        self.details.noted.connect(labelling.note)
        for part in (self.table, self.relations, self.findings):
            part.picked.connect(labelling.view.choose)

    def _renew_labels(self, labels: LabelSet) -> None:
        self.details.labels = self.relations.labels = labels
        self.palette_.set_labels(labels)
        self.palette_.mark_pen(self._labelling.pen)
        self.table.spans.set_labels(labels)

    def _show(self, shown: OpenArticle) -> None:
        chosen = self._labelling.annotation(self._labelling.view.chosen_id)
        self.table.show_annotations(shown.article.text, shown.annotations, chosen)
        self.palette_.show_counts(self.table.spans.counts)
        self._count("Relations", len(shown.relations))
        self._show_details(shown, chosen)

    def _show_chosen(self, annotation_id: str | None) -> None:
        current = self._labelling.current
        if current:
            chosen = self._labelling.annotation(annotation_id)
            self.table.mark(chosen)
            self._show_details(current, chosen)

    def _show_details(self, shown: OpenArticle, chosen: Annotation | None) -> None:
        subject = chosen or shown.layer
        self.details.show_subject(shown.article.text, subject, is_closed=shown.layer.state.is_closed)
        self.relations.show_relations(shown, chosen.id if chosen else None)


def _captioned(caption: QLabel, content: QWidget) -> QWidget:
    caption.setContentsMargins(12, 8, 12, 2)
    font = caption.font()
    font.setBold(True)
    caption.setFont(font)
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(caption)
    layout.addWidget(content, 1)
    return box
