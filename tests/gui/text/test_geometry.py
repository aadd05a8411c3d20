"""Rectangles of spans: exact in every bundled font, on real articles, and under no letter changed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from annotator.domain.article import Direction
from annotator.domain.span import Span
from annotator.gui.fonts import READING, load
from annotator.gui.text.setting import Setting, Type, setting_for
from tests.gui.text.pages import WIDTH, is_unchanged_by_spans, laid_out, largest_gap

# Lam-alef, a vocalised word, Latin and digits within Arabic, brackets, an emoji of several parts, joiners.
SEED = (
    "وقّعت أرمينيا وباكو لأرمينيا السلام اتفاقًا (رقم 15/A) في COP30، بنسبة 12.5% يوم 2025-11-19.\n"
    "قَالَ مُحَمَّدٌ: «لا إلٰه إلا الله»، 👩‍👩‍👧 ثم شركة Boeing 737 والأردنّ ولإيران می‌خواهم ـــ ﷺ."
)


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


def test_labelling_changes_no_glyph_and_no_ink(setting: Setting, shared_folder: Path) -> None:
    for text in articles(shared_folder):
        for paragraph in laid_out(text, setting):
            assert is_unchanged_by_spans(text, paragraph)


def test_the_cells_of_all_graphemes_tile_each_line(setting: Setting, shared_folder: Path) -> None:
    for text in articles(shared_folder):
        for paragraph in laid_out(text, setting):
            assert largest_gap(text, paragraph) < 2


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
