"""Rectangles of spans: exact in every bundled font, on real articles, and under no letter changed."""

import itertools
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette, QTextLayout
from PySide6.QtWidgets import QApplication

from annotator.arabic import graphemes
from annotator.domain.annotation import Annotation
from annotator.domain.article import Direction
from annotator.domain.span import Span
from annotator.gui.fonts import READING, load
from annotator.gui.text.display import paragraphs
from annotator.gui.text.lanes import lanes
from annotator.gui.text.painting import Look, paint, place
from annotator.gui.text.paragraph import Paragraph
from annotator.gui.text.setting import Setting, Type, setting_for
from annotator.gui.theme import LabelColours

# Lam-alef, a vocalised word, Latin and digits within Arabic, brackets, an emoji of several parts, joiners.
SEED = (
    "وقّعت أرمينيا وباكو لأرمينيا السلام اتفاقًا (رقم 15/A) في COP30، بنسبة 12.5% يوم 2025-11-19.\n"
    "قَالَ مُحَمَّدٌ: «لا إلٰه إلا الله»، 👩‍👩‍👧 ثم شركة Boeing 737 والأردنّ ولإيران می‌خواهم ـــ ﷺ."
)
WIDTH = 700


@pytest.fixture(params=READING)
def setting(request, qapp: QApplication) -> Setting:
    load(qapp)
    return setting_for(Type(request.param), Direction.RTL, WIDTH)


def articles(shared: Path) -> Iterator[str]:
    yield SEED
    if shared.is_dir():
        yield from (path.read_text("utf-8") for path in sorted(shared.glob("news/000_*.txt")))
        for path in sorted(shared.glob("news/antcorpus/**/*.txt"))[:6]:
            yield path.read_text("utf-8", errors="ignore")[:4000]


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


def test_labelling_changes_no_glyph_and_no_ink(setting: Setting, shared_folder: Path) -> None:
    for text in articles(shared_folder):
        for paragraph in laid_out(text, setting):
            annotations = random_spans(text, paragraph, 12)
            paragraph.deepen(1 + max(lanes(annotations).values(), default=-1))
            shaped, bare = glyphs(paragraph.layout), red(ink(paragraph, []))
            assert red(ink(paragraph, annotations)) == bare
            assert glyphs(paragraph.layout) == shaped


def test_the_cells_of_all_graphemes_tile_each_line(setting: Setting, shared_folder: Path) -> None:
    for text in articles(shared_folder):
        for paragraph in laid_out(text, setting):
            cells: dict[float, list[tuple[float, float]]] = {}
            at = paragraph.start
            while at < paragraph.end:
                after = graphemes.after(text, at)
                for piece in paragraph.rectangles(Span(at, after)):
                    cells.setdefault(piece.y(), []).append((piece.left(), piece.right()))
                at = after
            for row in cells.values():
                row.sort()
                gaps = [abs(left - right) for (_, right), (left, _) in itertools.pairwise(row)]
                assert max(gaps, default=0) < 2


def test_a_span_across_directions_has_a_piece_on_either_side(setting: Setting) -> None:
    text = "شركة Boeing 737 الأمريكية"
    (paragraph,) = laid_out(text, setting)
    span = Span(text.index("ing"), text.index("الأمريكية") + 3)
    assert len(list(paragraph.rectangles(span))) == 2


@pytest.mark.parametrize("word", ["لأرمينيا", "لإيران", "لاتفاق", "السلام", "لآسيا"])
def test_a_cut_inside_lam_alef_is_seen(setting: Setting, word: str) -> None:
    (paragraph,) = laid_out(word, setting)
    cut = word.index("ل", 0 if word[0] == "ل" else 1) + 1
    before = [piece for start in range(cut) for piece in paragraph.rectangles(Span(start, start + 1))]
    (after,) = paragraph.rectangles(Span(cut, len(word)))
    alef = next(paragraph.rectangles(Span(cut, cut + 1)))
    assert alef.width() > 2
    assert min(piece.left() for piece in before) == pytest.approx(after.right(), abs=1)
