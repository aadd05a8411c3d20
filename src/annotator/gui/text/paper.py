"""Shows an article with its annotations, scrolls it, and knows what lies at a point."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from annotator.arabic import graphemes
from annotator.arabic.vocabulary import Vocabulary
from annotator.domain.annotation import Annotation, Relation
from annotator.domain.article import Direction
from annotator.domain.edit import Edit
from annotator.domain.highlights import Highlights
from annotator.domain.label import LabelSet
from annotator.domain.span import Span
from annotator.gui.text.caret import Caret
from annotator.gui.text.drawing import Drawing, InSight
from annotator.gui.text.page import Page
from annotator.gui.text.painting import Look, Placed, place
from annotator.gui.text.paragraph import Paragraph
from annotator.gui.text.repainting import Repainting
from annotator.gui.text.setting import MARGIN, Extra, Type, setting_for
from annotator.gui.text.voices import SILENCE, Spoken, Voices
from annotator.gui.theme import LabelColours, label_colours


class Paper(QAbstractScrollArea):
    """All places are code points of the article's text, which is never read back from Qt."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Of a viewport that Qt made, PySide would find out the class: it loads all classes of widgets for it.
        self.setViewport(QWidget())
        self.vocabulary = Vocabulary()
        self.caret = Caret("", self.vocabulary)
        self.highlights = Highlights()
        self.page = Page("")
        self.chosen_id: str | None = None
        self.hovered_id: str | None = None
        self.preview: Span | None = None
        self.extras: frozenset[Extra] = frozenset()
        self.relations: Sequence[Relation] = ()
        self.ticks: Sequence[int] = ()
        """Where words are marked as taken apart."""
        self.revision = 0
        """Counts what has been shown of annotations."""
        self.voices: Voices = SILENCE
        self.labels = LabelSet(())
        self.colours: dict[str, LabelColours] = {}
        self._placed: dict[int, list[Placed]] = {}
        self._spoken: dict[int, list[Spoken]] = {}
        self._repainting = Repainting(self)
        self._type, self._direction = Type(), Direction.RTL
        self.setting = setting_for(self._type, self._direction, room=600)
        self.page.set(self.setting)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(40)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)

    def show_article(self, text: str, direction: Direction, annotations: Sequence[Annotation]) -> None:
        self.caret = Caret(text, self.vocabulary)
        self.ticks = ()
        self.page = Page(text, self._place)
        self.page.set(self.setting)
        self.verticalScrollBar().setValue(0)
        self.chosen_id = self.hovered_id = None
        self._direction = direction
        self.show_annotations(annotations)

    def show_annotations(self, annotations: Sequence[Annotation]) -> None:
        self.highlights = Highlights(annotations)
        self.revision += 1
        self.set_type(self._type)

    def follow(self, edits: Sequence[Edit]) -> None:
        """Show annotations after edits of them."""
        self.highlights.apply(edits)
        self.revision += 1
        before, is_laid_out = dict(self._placed), True
        for edit in edits:
            for side in (edit.before, edit.after):
                if isinstance(side, Annotation) and side.span:
                    is_laid_out &= self.page.deepen(side.span.start, side.span.end)
        if is_laid_out:
            self._repainting.refresh_annotations(before, self._placed)
        else:
            self._lay_out()

    def refresh(self) -> None:
        """Show where the selection, the caret, ticks, and what is chosen and hovered over are now."""
        self._repainting.refresh()

    def _place(self, paragraph: Paragraph) -> int:
        """Place the annotations of a paragraph, and return how many lines of them lie beneath each other."""
        near = self.highlights.touching(paragraph.start, paragraph.end)
        self._placed[paragraph.start] = placed = place(paragraph, near)
        depth = max((item.lane for item in placed), default=-1) + 1
        self._spoken[paragraph.start], depth = self.voices.place(paragraph, depth)
        return depth

    def show_voices(self, voices: Voices) -> None:
        """Show beneath the lines what other people have labelled."""
        if voices is not self.voices:
            self.voices = voices
            self.set_type(self._type)

    def show_relations(self, relations: Sequence[Relation]) -> None:
        if relations != self.relations:
            self.relations = relations
            self.viewport().update()

    def show_extras(self, extras: frozenset[Extra]) -> None:
        self.extras = extras
        self.viewport().update()

    def hover(self, annotation_id: str | None) -> None:
        """Lift what is under the mouse."""
        if annotation_id != self.hovered_id:
            self.hovered_id = annotation_id
            self.refresh()

    def set_labels(self, labels: LabelSet) -> None:
        self.labels = labels
        self.colours = {label.id: label_colours(label, self.palette()) for label in labels}
        self.viewport().update()

    def set_type(self, chosen: Type) -> None:
        """Choose how the article is set; what was at the top stays in sight."""
        self._type = chosen
        first_line = QPointF(self.setting.width / 2, self._top + self.setting.pitch / 2)
        top = self.page.place_at(first_line) if self._top > 0 else 0
        self.setting = setting_for(chosen, self._direction, room=self.viewport().width())
        self.page.set(self.setting)
        self._placed.clear()
        self._top = self.page.caret(top).top() if top else -MARGIN
        self._lay_out()

    def set_direction(self, direction: Direction) -> None:
        self._direction = direction
        self.set_type(self._type)

    @property
    def pitch(self) -> float:
        return self.setting.pitch

    def caret_rectangle(self) -> QRectF:
        """Return where the caret stands in the viewport."""
        return self.page.caret(self.caret.place).translated(self.setting.left, -self._top)

    def grips(self) -> list[QRectF]:
        """Return where the chosen span's start and end stand in the viewport, in this order."""
        found = self.highlights.find(self.chosen_id)
        if found is None or found.span is None:
            return []
        text, (start, end) = self.caret.text, (found.span.start, found.span.end)
        first = Span(start, min(graphemes.after(text, start), end))
        last = Span(max(graphemes.before(text, end), start), end)
        return [self._edge(first, is_start=True), self._edge(last, is_start=False)]

    def rectangle_of(self, span: Span) -> QRectF:
        """Return what encloses the pieces of a span in its first paragraph, in the viewport."""
        top, paragraph = self.page.paragraph_of(span.start)
        whole = QRectF()
        for piece in paragraph.rectangles(span):
            whole = whole.united(piece)
        return whole.translated(self.setting.left, top - self._top)

    def _edge(self, grapheme: Span, *, is_start: bool) -> QRectF:
        top, paragraph = self.page.paragraph_of(grapheme.start)
        cell = next(paragraph.rectangles(grapheme), paragraph.caret(grapheme.start))
        x = cell.right() if is_start == paragraph.is_rtl else cell.left()
        return QRectF(x - 1, cell.top(), 2, cell.height()).translated(self.setting.left, top - self._top)

    @property
    def _top(self) -> float:
        """What height of the page the viewport begins with."""
        return self.verticalScrollBar().value() - MARGIN

    @_top.setter
    def _top(self, height: float) -> None:
        bar = self.verticalScrollBar()
        bar.setMaximum(max(bar.maximum(), round(height + MARGIN)))
        bar.setValue(round(height + MARGIN))

    def _lay_out(self) -> None:
        """Lay out what is in sight, keep it in place, and tell the scroll bar how high all is."""
        bar, room = self.verticalScrollBar(), self.viewport().height()
        moved = self.page.lay_out(self._top, self._top + room)
        bar.setPageStep(room)
        bar.setRange(0, max(0, round(self.page.height + 2 * MARGIN - room)))
        if moved:
            bar.setValue(round(bar.value() + moved))
        self.viewport().update()

    def reveal(self, place: int) -> None:
        """Scroll so far that the line of a place is in sight."""
        height = self.page.height
        caret = self.page.caret(place)
        bottom = self._top + self.viewport().height()
        if caret.top() < self._top + MARGIN:
            self._top = caret.top() - self.setting.pitch
        elif caret.top() + (pitch := self.page.paragraph_of(place)[1].pitch) > bottom - MARGIN:
            self._top += caret.top() + self.setting.pitch + pitch - bottom
        if self.page.height != height:
            self._lay_out()

    def place_at(self, point: QPointF, *, on_letter: bool = False) -> int:
        """Return the place nearest to a point of the viewport, or with on_letter that of the letter there."""
        return self.page.place_at(self._on_page(point), on_letter=on_letter)

    def annotations_at(self, point: QPointF) -> list[Annotation]:
        """Return what is painted at a point of the viewport, the shortest first."""
        on_page = self._on_page(point)
        hits: list[Annotation] = []
        for top, paragraph in self.page.in_sight(on_page.y(), on_page.y()):
            local = QPointF(on_page.x(), on_page.y() - top)
            placed = self.placed_in(paragraph, *paragraph.places_between(local.y(), local.y()))
            hits += [
                item.annotation for item in placed if any(piece.contains(local) for piece in item.pieces)
            ]
        return hits[::-1]

    def _on_page(self, point: QPointF) -> QPointF:
        return QPointF(point.x() - self.setting.left, point.y() + self._top)

    def placed_in(self, paragraph: Paragraph, start: int, end: int) -> list[Placed]:
        """Return where the annotations lie that touch a part of a paragraph."""
        if paragraph.start not in self._placed:
            self._place(paragraph)
        return [
            item for item in self._placed[paragraph.start] if item.span.start < end and start < item.span.end
        ]

    def first_piece(self, annotation_id: str) -> QRectF | None:
        """Return where the first piece of a span stands in the viewport."""
        found = self.highlights.find(annotation_id)
        if found is None or found.span is None:
            return None
        top, paragraph = self.page.paragraph_of(found.span.start)
        piece = next(paragraph.rectangles(found.span), None)
        return piece and piece.translated(self.setting.left, top - self._top)

    def in_sight(self, area: QRect) -> Iterator[InSight]:
        """Yield the paragraphs in a part of the viewport."""
        for corner, paragraph in self.paragraphs_in_sight(area):
            start, end = paragraph.places_between(area.top() - corner.y(), area.bottom() - corner.y())
            placed = self.placed_in(paragraph, start, end)
            spoken = [item for item in self._spoken[paragraph.start] if item.touches(start, end)]
            yield InSight(corner, paragraph, start, end, placed, spoken)

    def paragraphs_in_sight(self, area: QRect) -> Iterator[tuple[QPointF, Paragraph]]:
        """Yield the paragraphs in a part of the viewport, with where their top left corners stand in it."""
        for top, paragraph in self.page.in_sight(self._top + area.top(), self._top + area.bottom()):
            yield QPointF(self.setting.left, top - self._top), paragraph

    def look(self) -> Look:
        selection = self.preview or self.caret.selection
        lane = self.setting.lane
        washes = self.voices.washes(self.palette())
        return Look(
            self.palette(), self.colours, selection, self.chosen_id, self.hovered_id, lane, self.ticks, washes
        )

    @property
    def column_width(self) -> float:
        return self.setting.width

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        for area in event.region():  # type: ignore[attr-defined]  # unknown to PySide's stubs
            painter.save()
            painter.setClipRect(area)
            Drawing(self, painter).draw(area)
            painter.restore()
        self._repainting.note()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.set_type(self._type)
        else:
            self._lay_out()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.set_labels(self.labels)
