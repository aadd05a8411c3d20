"""What several people say of one text, each in a lane of their own beneath its lines.

Where all agree their lines are faint; where they differ each is strong, and bears the person's letter.
"""

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen

from annotator.domain.annotation import Annotation
from annotator.domain.highlights import Highlights
from annotator.domain.span import Span
from annotator.gui.text.lanes import lanes
from annotator.gui.text.painting import Look
from annotator.gui.text.paragraph import Paragraph
from annotator.gui.text.pills import HEIGHT, Pill, paint_pill

_DEEP = 3.5
"""A person's lane takes the room of so many lines of spans, so that a letter fits in."""

_FAINT = 0.3
_WASH, _CURRENT_WASH = 0.14, 0.3


class Spoken(NamedTuple):
    """One annotation of one person; depth is where its lane begins, in lines of spans."""

    annotation: Annotation
    span: Span
    letter: str
    is_loud: bool
    depth: float
    paragraph: Paragraph

    def touches(self, start: int, end: int) -> bool:
        return self.span.start < end and start < self.span.end


class Voice(NamedTuple):
    """A person's letter and layer; loud are the ids of annotations in which others differ."""

    letter: str
    layer: Highlights
    loud: frozenset[str]


class Voices:
    """disagreements are the ranges in which people differ and nobody has decided; current is one of any."""

    def __init__(
        self, voices: Sequence[Voice] = (), disagreements: Sequence[Span] = (), current: Span | None = None
    ) -> None:
        self._voices = voices
        self._disagreements = disagreements
        self._current = current

    def place(self, paragraph: Paragraph, depth: int) -> tuple[list[Spoken], int]:
        """Return what people have in a paragraph, beneath a depth, and the depth that all takes."""
        found: list[Spoken] = []
        top = float(depth)
        for voice in self._voices:
            near = voice.layer.touching(paragraph.start, paragraph.end)
            lane_of = lanes(near)
            found += [
                Spoken(
                    item,
                    item.span,
                    voice.letter,
                    item.id in voice.loud,
                    top + lane_of[item.id] * _DEEP,
                    paragraph,
                )
                for item in near
                if item.span
            ]
            top += _DEEP * (max(lane_of.values(), default=0) + 1)
        return found, ceil(top)

    def washes(self, palette: QPalette) -> list[tuple[Span, QColor]]:
        """Return the ranges that are to be seen from afar."""
        quiet = _thinned(palette.color(QPalette.ColorRole.PlaceholderText), _WASH)
        washes = [(span, quiet) for span in self._disagreements if span != self._current]
        if self._current:
            accent = palette.color(QPalette.ColorRole.Accent)
            washes.append((self._current, _thinned(accent, _CURRENT_WASH)))
        return washes


SILENCE = Voices()


def _thinned(colour: QColor, opacity: float) -> QColor:
    thinned = QColor(colour)
    thinned.setAlphaF(opacity)
    return thinned


def paint_spoken(painter: QPainter, at: QPointF, spoken: Sequence[Spoken], look: Look) -> None:
    """Paint the lines of people beneath a paragraph whose top left is at a point."""
    for item in spoken:
        colours = look.labels[item.annotation.label]
        colour = colours.line if item.is_loud else _thinned(colours.line, _FAINT)
        painter.setPen(QPen(colour, 3 if item.is_loud else 1, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        pieces = [piece.translated(at) for piece in item.paragraph.pieces(item.span)]
        for piece in pieces:
            y = piece.bottom() + look.lane * (item.depth + 1.5)
            painter.drawLine(QLineF(piece.left() + 1, y, piece.right() - 1, y))
        if item.is_loud and pieces:
            _paint_letter(painter, item, pieces[0], look)


def _paint_letter(painter: QPainter, item: Spoken, piece: QRectF, look: Look) -> None:
    is_rtl = item.paragraph.is_rtl
    x = piece.right() if is_rtl else piece.left()
    y = piece.bottom() + look.lane * (item.depth + 1.5) - HEIGHT / 2
    pill = Pill(item.letter, QPointF(x, y), is_rtl, look.labels[item.annotation.label].line)
    paint_pill(painter, pill)
