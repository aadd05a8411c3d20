"""Draws what is in sight of an article: the text with its spans, and around it what a reader asked for."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette

from annotator.arabic.hidden import hidden
from annotator.domain.annotation import Annotation
from annotator.domain.span import Span
from annotator.gui.labels.relation_names import relation_name
from annotator.gui.text.arcs import Arc, paint_arcs
from annotator.gui.text.painting import Placed, paint
from annotator.gui.text.paragraph import Paragraph
from annotator.gui.text.pills import HEIGHT, Pill, paint_pill, quiet, rectangle
from annotator.gui.text.setting import MARGIN, Extra
from annotator.gui.text.voices import Spoken, paint_spoken
from annotator.gui.translation import label_name

if TYPE_CHECKING:
    from annotator.gui.text.paper import Paper

_MOST_PILLS = 40
"""More find no room above a line, which may have a thousand joiners."""


class InSight(NamedTuple):
    """What is in sight of a paragraph: its lines from start to end, and the annotations that touch them.

    spoken is what other people have there. corner is where the top left of the paragraph is in the viewport.
    """

    corner: QPointF
    paragraph: Paragraph
    start: int
    end: int
    placed: list[Placed]
    spoken: Sequence[Spoken] = ()


class Drawing:
    def __init__(self, paper: "Paper", painter: QPainter) -> None:
        self._paper = paper
        self._painter = painter
        self._palette = paper.palette()

    def draw(self, area: QRect) -> None:
        paper, painter = self._paper, self._painter
        painter.fillRect(area, self._palette.color(QPalette.ColorRole.Base))
        if Extra.FOCUS in paper.extras:
            self._draw_focus_line()
        line = round(paper.setting.pitch)  # what reaches out of its own line
        near = area.adjusted(0, -line, 0, line) & paper.viewport().rect()
        sight = list(paper.in_sight(near))
        look = paper.look()
        for seen in sight:
            paint(painter, seen.corner, seen.paragraph, seen.placed, look)
            paint_spoken(painter, seen.corner, seen.spoken, look)
        if Extra.NUMBERS in paper.extras:
            self._draw_numbers(sight)
        if Extra.HIDDEN in paper.extras:
            self._draw_hidden(sight)
        self._draw_badges(sight)
        paint_arcs(painter, self._arcs())
        self._draw_caret()

    def _draw_focus_line(self) -> None:
        caret = self._paper.caret_rectangle()
        band = QRectF(0, caret.top() - 2, self._paper.viewport().width(), caret.height() + 4)
        self._painter.fillRect(band, self._palette.color(QPalette.ColorRole.AlternateBase))

    def _draw_numbers(self, sight: Sequence[InSight]) -> None:
        painter = self._painter
        painter.setFont(self._paper.font())
        painter.setPen(self._palette.color(QPalette.ColorRole.PlaceholderText))
        for corner, paragraph, *_ in sight:
            if paragraph.number is not None:
                caret = paragraph.caret(paragraph.start).translated(corner)
                left = corner.x() + self._paper.column_width if paragraph.is_rtl else corner.x() - MARGIN
                area = QRectF(left, caret.top(), MARGIN, caret.height())
                painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(paragraph.number))

    def _draw_hidden(self, sight: Sequence[InSight]) -> None:
        for seen in sight:
            above: defaultdict[float, list[QRectF]] = defaultdict(list)
            for span, name in _runs(self._paper.caret.text, seen.start, seen.end):
                caret = seen.paragraph.caret(span.start)
                taken = above[caret.top()]
                if len(taken) < _MOST_PILLS:
                    cell = next(seen.paragraph.rectangles(span), caret)
                    at = QPointF(cell.right(), cell.top() - HEIGHT / 2) + seen.corner
                    text = f"{name} {len(span)}" if len(span) > 1 else name
                    pill = Pill(text, at, is_rtl=True, colour=quiet(self._palette))
                    paint_pill(self._painter, _clear_of(pill, taken))
                    self._painter.fillRect(cell.translated(seen.corner), _tint(pill.colour))

    def _draw_badges(self, sight: Sequence[InSight]) -> None:
        taken: list[QRectF] = []
        for seen in sight:
            for item in reversed(seen.placed):
                if self._has_badge(item.annotation) and item.pieces:
                    pill = self._badge(item, seen.paragraph, seen.corner)
                    area = rectangle(pill)
                    is_lifted = self._is_lifted(item.annotation)
                    if is_lifted or not any(area.intersects(other) for other in taken):
                        taken.append(area)
                        paint_pill(self._painter, pill)

    def _badge(self, item: Placed, paragraph: Paragraph, corner: QPointF) -> Pill:
        first = item.pieces[0].translated(corner)
        x = first.right() if paragraph.is_rtl else first.left()
        label = self._paper.labels[item.annotation.label]
        colour = self._paper.colours[label.id].line
        return Pill(label_name(label), QPointF(x, first.top() - HEIGHT + 2), paragraph.is_rtl, colour)

    def _has_badge(self, annotation: Annotation) -> bool:
        return Extra.BADGES in self._paper.extras or self._is_lifted(annotation)

    def _is_lifted(self, annotation: Annotation) -> bool:
        return annotation.id in {self._paper.chosen_id, self._paper.hovered_id}

    def _arcs(self) -> Iterator[Arc]:
        """Yield all relations where they were asked for, else those of the chosen span."""
        paper = self._paper
        for relation in paper.relations:
            if Extra.ARCS in paper.extras or paper.chosen_id in {relation.start, relation.end}:
                start, end = paper.first_piece(relation.start), paper.first_piece(relation.end)
                begun = paper.highlights.find(relation.start)
                if start and end and begun:
                    colour = paper.colours[begun.label].line
                    yield Arc(start, end, relation_name(relation.label), colour)

    def _draw_caret(self) -> None:
        paper, accent = self._paper, self._palette.color(QPalette.ColorRole.Accent)
        for grip in paper.grips():
            self._painter.fillRect(grip, accent)
        if paper.hasFocus() and not paper.chosen_id:
            caret = paper.caret_rectangle()
            caret.setWidth(2)
            self._painter.fillRect(caret, accent)


def _runs(text: str, start: int, end: int) -> Iterator[tuple[Span, str]]:
    """Yield the hidden characters of a part of a text, those of one kind in a row together."""
    places = ((start + place, name) for place, name in hidden(text[start:end]))
    for (_, name), run in groupby(enumerate(places), lambda item: (item[1][0] - item[0], item[1][1])):
        first, *others = (place for _, (place, _) in run)
        yield Span(first, first + len(others) + 1), name


def _clear_of(pill: Pill, taken: list[QRectF]) -> Pill:
    """Move a pill a little, up, down or aside, where it would cover one of those taken; take its place."""
    width = rectangle(pill).width()
    steps = ((0.0, 0.0), (0.0, -HEIGHT / 2), (-width / 2, 0.0), (width / 2, 0.0), (0.0, HEIGHT))
    moved = [pill._replace(corner=pill.corner + QPointF(*step)) for step in steps]
    free = (one for one in moved if not any(rectangle(one).intersects(other) for other in taken))
    chosen = next(free, pill)
    taken.append(rectangle(chosen))
    return chosen


def _tint(colour: QColor) -> QColor:
    tint = QColor(colour)
    tint.setAlphaF(0.18)
    return tint
