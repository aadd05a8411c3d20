"""Every wrapped line of real articles against fribidi and HarfBuzz, with random spans painted under it."""

import json
import unicodedata
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtGui import QTextLine
from PySide6.QtWidgets import QApplication

from annotator.domain.article import Direction
from annotator.gui.fonts import FILES, READING, load
from annotator.gui.text.paragraph import Paragraph
from annotator.gui.text.setting import Setting, Type, setting_for
from annotator.resources import resource
from tests.gui.text.oracle import Glyph, Text, is_available
from tests.gui.text.pages import WIDTH, is_unchanged_by_spans, laid_out, largest_gap

MADE_UP = (
    "وقّعت أرمينيا وباكو لأرمينيا السلام اتفاقًا (رقم 15/A) في COP30، بنسبة 12.5% يوم 2025-11-19.\n"
    "قَالَ مُحَمَّدٌ: «لا إلٰه إلا الله»، ثم شركة Boeing 737 (Max) والأردنّ ولإيران مى\u200cخواهم ـــ ﷺ.\n"
) * 5

EQUAL, BY_FONT, CONTROLS, LOOSE_MARK, ASTRAL = "equal", "by font", "controls", "loose mark", "astral"
EXCLUDED = {CONTROLS, LOOSE_MARK, ASTRAL}
"""Lines that are not compared, by why: glyphs of characters that nobody sees are left out by Qt, and drawn as
spaces without a width by HarfBuzz; a mark that stands on a space is shaped with it or apart; letters beyond
the BMP are counted in other units."""


@pytest.fixture(params=[READING[0], *(pytest.param(name, marks=pytest.mark.slow) for name in READING[1:])])
def setting(request, qapp: QApplication) -> Setting:
    if not is_available():
        pytest.skip("there is no libfribidi")
    load(qapp)
    return setting_for(Type(request.param), Direction.RTL, WIDTH)


def font_file(setting: Setting) -> Path:
    stem = setting.font.families()[0].replace(" ", "")
    return resource("fonts", next(name for name in FILES if name.startswith(stem)))


def real_articles(shared: Path, count: int) -> list[str]:
    """Return as many articles, half of one newspaper's site and half of others."""
    (archive,) = (shared / "news" / "saudinewsnet").glob("*.zip")
    with zipfile.ZipFile(archive) as opened:
        found = json.loads(opened.read(opened.namelist()[0]))
    texts = [one["content"] for one in found[:: len(found) // (count // 2)][: count // 2]]
    paths = sorted((shared / "news" / "antcorpus").rglob("*.txt"))
    paths = paths[:: len(paths) // (count - count // 2)][: count - count // 2]
    return texts + [path.read_text("utf-8") for path in paths]


def compared(paragraph: Paragraph, setting: Setting) -> list[str]:
    """Return how each line of a paragraph was found to be right; fail where one is not."""
    text = paragraph.shown.text
    if text and max(text) > "\uffff":
        return [ASTRAL] * paragraph.layout.lineCount()
    oracle = Text(text, font_file(setting), setting.font.pixelSize()) if text else None
    lines = (paragraph.layout.lineAt(number) for number in range(paragraph.layout.lineCount()))
    return [_compared(line, oracle, setting) for line in lines if oracle]


def _compared(line: QTextLine, oracle: Text, setting: Setting) -> str:
    start = line.textStart()
    shown = oracle.text[start : start + line.textLength()].rstrip()
    end = start + len(shown)
    if why := _why_not(shown):
        return why
    ours = _glyphs_of(line, start, end, setting.font.families()[0])
    if not all(map(oracle.is_covered, range(start, end))):
        theirs = [glyph for glyphs, _ in oracle.runs(start, end) for glyph in glyphs]
        known = (
            glyph.index for glyph in ours if glyph.index
        )  # 0 is the box of a letter that no font here has
        assert Counter(known) == Counter(glyph.index for glyph in theirs), shown
        return BY_FONT
    theirs = oracle.line(start, end)
    assert [glyph.index for glyph in _aligned(ours)] == [glyph.index for glyph in _aligned(theirs)], shown
    # Qt counts in parts of 1/64 of a pixel, and adds them up.
    apart = [abs(one.x - other.x) for one, other in zip(_aligned(ours), _aligned(theirs), strict=True)]
    assert max(apart, default=0) < 0.5 + len(ours) / 64, shown
    return EQUAL


def _why_not(shown: str) -> str | None:
    categories = [unicodedata.category(letter) for letter in shown]
    if any(
        kind in {"Cf", "Cc"} and letter not in "\u200c\u200d"
        for kind, letter in zip(categories, shown, strict=True)
    ):
        return CONTROLS
    marks = [nth for nth, kind in enumerate(categories) if kind == "Mn"]
    return LOOSE_MARK if any(nth == 0 or shown[nth - 1].isspace() for nth in marks) else None


def _glyphs_of(line: QTextLine, start: int, end: int, family: str) -> list[Glyph]:
    runs = [run for run in line.glyphRuns(start, end - start) if run.rawFont().familyName() == family]
    return [
        Glyph(index, point.x())
        for run in runs
        for index, point in zip(run.glyphIndexes(), run.positions(), strict=True)
    ]


def _aligned(glyphs: list[Glyph]) -> list[Glyph]:
    """Sort glyphs, with the leftmost at 0."""
    left = min((glyph.x for glyph in glyphs), default=0)
    return sorted(Glyph(glyph.index, glyph.x - left) for glyph in glyphs)


def check(texts: list[str], setting: Setting) -> Counter[str]:
    outcome: Counter[str] = Counter()
    for text in texts:
        for paragraph in laid_out(text, setting):
            assert is_unchanged_by_spans(text, paragraph)
            outcome.update(compared(paragraph, setting))
            assert largest_gap(text, paragraph) < 2, paragraph.text
    return outcome


def test_made_up_lines_are_set_as_others_set_them(setting: Setting) -> None:
    outcome = check([MADE_UP], setting)
    assert outcome[EQUAL] + outcome[BY_FONT] == outcome.total() > 10


def test_lines_of_real_articles_are_set_as_others_set_them(setting: Setting, shared_data: Path) -> None:
    outcome = check(real_articles(shared_data, 20), setting)
    assert outcome[EQUAL] > 0.98 * outcome.total() > 500


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_every_line_of_200_real_articles_is_set_as_others_set_it(setting: Setting, shared_data: Path) -> None:
    outcome = check(real_articles(shared_data, 200), setting)
    assert outcome.total() > 5000
    assert sum(outcome[why] for why in EXCLUDED) < 0.005 * outcome.total()
    assert outcome[BY_FONT] < 0.005 * outcome.total()


def test_the_oracle_sees_a_wrong_direction_and_a_cut_word(setting: Setting) -> None:
    text = "وقعت شركة Boeing لأرمينيا"
    (paragraph,) = laid_out(text, setting)
    for broken in (text[::-1], text.replace("لأ", "ل\u200cأ"), text.replace("ق", "ف")):
        with pytest.raises(AssertionError):
            _compared(paragraph.layout.lineAt(0), Text(broken, font_file(setting), 21), setting)
