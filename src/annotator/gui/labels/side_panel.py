"""Beside the article: the labels to give, those given, and the chosen one's details."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSplitter, QVBoxLayout, QWidget

from annotator.domain.label import LabelSet
from annotator.gui.labels.label_palette import LabelPalette
from annotator.gui.labels.span_details import SpanDetails
from annotator.gui.labels.span_table import SpanTable
from annotator.gui.text.labelling import Labelling
from annotator.gui.translation import Translated, tr
from annotator.services.browsing import OpenArticle


class SidePanel(Translated):
    """Follows the labelling of one session, and passes on what is clicked."""

    def __init__(self, labelling: Labelling, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labelling = labelling
        labels = labelling.session.labels
        self.palette_ = LabelPalette(labels)
        self.table = SpanTable(labels)
        self.details = SpanDetails(labels)
        self._captions = [QLabel(), QLabel(), QLabel()]
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.addWidget(self._captioned(self._captions[1], self.table))
        self._below = _scrolled(self.details)
        self.splitter.addWidget(self._captioned(self._captions[2], self._below))
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._captioned(self._captions[0], self.palette_))
        layout.addWidget(self.splitter, 1)
        self._connect()
        self.retranslate()

    def sizeHint(self) -> QSize:
        return QSize(330, 600)

    def edit_note(self) -> None:
        """Give the keyboard to the note, and bring it into sight."""
        self._below.ensureWidgetVisible(self.details.note)
        self.details.note.setFocus()

    def retranslate(self) -> None:
        for caption, text in zip(self._captions, ("Labels", "Annotations", "Details"), strict=True):
            caption.setText(tr(text))
        self.table.retranslate()

    def _connect(self) -> None:
        labelling = self._labelling
        labelling.labels_changed.connect(self._renew_labels)
        labelling.opened.connect(self._show)
        labelling.renewed.connect(self._show)
        labelling.pen_changed.connect(self.palette_.mark_pen)
        labelling.view.chosen.connect(self._show_chosen)
        self.palette_.used.connect(labelling.use)
        self.table.picked.connect(labelling.view.choose)
        self.table.clicked.connect(lambda _: labelling.view.setFocus())
        self.table.activated.connect(lambda _: labelling.view.setFocus())
        self.details.noted.connect(labelling.note)

    def _renew_labels(self, labels: LabelSet) -> None:
        self.details.labels = labels
        self.palette_.set_labels(labels)
        self.palette_.mark_pen(self._labelling.pen)
        self.table.spans.set_labels(labels)

    def _show(self, shown: OpenArticle) -> None:
        chosen = self._labelling.view.chosen_id
        self.palette_.show_counts(shown.annotations)
        self.table.show_annotations(shown.article.text, shown.annotations, chosen)
        self._show_details(shown, chosen)

    def _show_chosen(self, annotation_id: str | None) -> None:
        current = self._labelling.current
        if current:
            self.table.mark(annotation_id)
            self._show_details(current, annotation_id)

    def _show_details(self, shown: OpenArticle, annotation_id: str | None) -> None:
        found = self._labelling.annotation(annotation_id)
        self.details.show_annotation(shown.article.text, found, is_closed=shown.layer.state.is_closed)

    def _captioned(self, caption: QLabel, content: QWidget) -> QWidget:
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


def _scrolled(content: QWidget) -> QScrollArea:
    """Let a low window hide a part of it."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setWidget(content)
    return area
