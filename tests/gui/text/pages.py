"""Paragraphs laid out and painted for tests of what they look like."""

import itertools
import random
from collections.abc import Iterator

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette, QTextLayout

from annotator.arabic import graphemes
from annotator.domain.annotation import Annotation
from annotator.domain.span import Span
from annotator.gui.text.display import paragraphs
from annotator.gui.text.lanes import lanes
from annotator.gui.text.painting import Look, paint, place
from annotator.gui.text.paragraph import Paragraph
from annotator.gui.text.setting import Setting
from annotator.gui.theme import LabelColours

WIDTH = 700


def laid_out(text: str, setting: Setting) -> Iterator[Paragraph]:
    for start, end in paragraphs(text):
        paragraph = Paragraph(text, start, end)
        paragraph.estimate(setting)
        paragraph.layout  # noqa: B018 - lays it out
        yield paragraph


def glyphs(layout: QTextLayout) -> list[tuple[str, list[int], list[tuple[float, float]]]]:
    found = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        for run in line.glyphRuns(line.textStart(), line.textLength()):
            places = [(point.x(), point.y()) for point in run.positions()]
            found.append((run.rawFont().familyName(), list(run.glyphIndexes()), places))
    return found


def random_spans(text: str, paragraph: Paragraph, count: int) -> list[Annotation]:
    dice = random.Random(paragraph.start)
    edges = [paragraph.start]
    while edges[-1] < paragraph.end:
        edges.append(graphemes.after(text, edges[-1]))
    found = []
    for _ in range(count if len(edges) > 2 else 0):
        start, end = sorted(dice.sample(range(len(edges)), 2))
        span = Span(edges[start], edges[min(end, start + 12)])
        found.append(Annotation.new("a", "amal", "place", span))
    return found


def ink(paragraph: Paragraph, annotations: list[Annotation]) -> QImage:
    """Paint black letters over yellow: only the letters darken the red channel."""
    image = QImage(WIDTH, round(paragraph.height) + 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    yellow = QColor(255, 255, 0)
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
    look = Look(palette, {"place": LabelColours(yellow, yellow, yellow, "solid")}, None, None, None, 4)
    painter = QPainter(image)
    paint(painter, QPointF(0, 0), paragraph, place(paragraph, annotations), look)
    painter.end()
    return image


def red(image: QImage) -> bytes:
    return bytes(image.constBits())[2::4]


def is_unchanged_by_spans(text: str, paragraph: Paragraph) -> bool:
    """Tell whether glyphs and ink are the same with random spans painted and without."""
    annotations = random_spans(text, paragraph, 12)
    paragraph.deepen(1 + max(lanes(annotations).values(), default=-1))
    shaped, bare = glyphs(paragraph.layout), red(ink(paragraph, []))
    return red(ink(paragraph, annotations)) == bare and glyphs(paragraph.layout) == shaped


def largest_gap(text: str, paragraph: Paragraph) -> float:
    """Return by how many pixels the cells of graphemes that stand side by side miss each other at most."""
    cells: dict[float, list[tuple[float, float]]] = {}
    at = paragraph.start
    while at < paragraph.end:
        after = graphemes.after(text, at)
        for piece in paragraph.rectangles(Span(at, after)):
            cells.setdefault(piece.y(), []).append((piece.left(), piece.right()))
        at = after
    rows = [sorted(row) for row in cells.values()]
    gaps = (abs(left - right) for row in rows for (_, right), (left, _) in itertools.pairwise(row))
    return max(gaps, default=0.0)
