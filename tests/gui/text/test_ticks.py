"""Ticks show where a word is cut, inside lam-alef too, and leave every letter as it is."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication

from annotator.arabic.vocabulary import Vocabulary
from annotator.domain.article import Direction
from annotator.domain.span import Span
from annotator.gui.fonts import READING, load
from annotator.gui.text.painting import Look, paint
from annotator.gui.text.paragraph import Paragraph
from annotator.gui.text.setting import Setting, Type, setting_for
from annotator.gui.text.units import Units
from tests.gui.text.pages import glyphs, red

WIDTH = 400
CUT = {"لأرمينيا": [1], "ولأرمينيا": [1, 2], "لاتفاق": [1], "وَلِأَرْمِينِيَا": [2, 4], "اتفاقهما": [5], "لـ15": [2]}


@pytest.fixture(params=READING)
def setting(request, qapp: QApplication) -> Setting:
    load(qapp)
    return setting_for(Type(request.param), Direction.RTL, WIDTH)


@pytest.fixture(params=CUT)
def word(request) -> str:
    return request.param


def laid_out(text: str, setting: Setting) -> Paragraph:
    paragraph = Paragraph(text, 0, len(text))
    paragraph.estimate(setting)
    paragraph.layout  # noqa: B018 - lays it out
    return paragraph


def painted(paragraph: Paragraph, ticks: Sequence[int]) -> QImage:
    """Paint black letters over yellow ticks: only the letters darken the red channel."""
    image = QImage(WIDTH, round(paragraph.height) + 10, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
    palette.setColor(QPalette.ColorRole.Accent, QColor(255, 255, 0))
    painter = QPainter(image)
    paint(painter, QPointF(0, 0), paragraph, [], Look(palette, {}, None, None, None, 4, ticks))
    painter.end()
    return image


def test_a_word_is_cut_where_its_clitics_end(word: str) -> None:
    assert Units(f"زار {word}.", Vocabulary()).inner_edges(Span(4, 4 + len(word))) == [
        4 + cut for cut in CUT[word]
    ]


def test_a_tick_lies_strictly_inside_the_word_between_the_right_letters(setting: Setting, word: str) -> None:
    paragraph = laid_out(word, setting)
    left = min(piece.left() for piece in paragraph.rectangles(Span(0, len(word))))
    right = max(piece.right() for piece in paragraph.rectangles(Span(0, len(word))))
    places = []
    for cut in CUT[word]:
        seam = paragraph.seam(cut)
        assert seam
        assert left + 1.5 < seam.x() < right - 1.5
        before = list(paragraph.rectangles(Span(0, cut)))
        after = list(paragraph.rectangles(Span(cut, len(word))))
        assert min(piece.left() for piece in before) == pytest.approx(seam.x(), abs=1)
        assert max(piece.right() for piece in after) == pytest.approx(seam.x(), abs=1)
        places.append(seam.x())
    assert places == sorted(places, reverse=True)


def test_a_tick_changes_no_glyph_and_no_ink_and_is_seen_above_and_below(setting: Setting, word: str) -> None:
    paragraph = laid_out(word, setting)
    shaped, bare = glyphs(paragraph.layout), painted(paragraph, [])
    ticked = painted(paragraph, CUT[word])
    assert red(ticked) == red(bare)
    assert glyphs(paragraph.layout) == shaped
    changed = {
        (x, y) for x in range(WIDTH) for y in range(bare.height()) if bare.pixel(x, y) != ticked.pixel(x, y)
    }
    seams = [paragraph.seam(cut) for cut in CUT[word]]
    assert {x for x, _ in changed} <= {round(seam.x()) + off for seam in seams if seam for off in (-1, 0)}
    assert len({y for _, y in changed}) > 10
