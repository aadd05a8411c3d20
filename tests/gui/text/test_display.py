"""What Qt is shown holds as many code points as the article, and nothing that Qt alters."""

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextLayout

from annotator.arabic import graphemes
from annotator.arabic.hidden import HARAKAT
from annotator.arabic.joining import joins_next
from annotator.gui.text.display import LONGEST, Shown, display_text, paragraphs

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)


@given(TEXTS)
def test_display_text_is_as_long_as_its_source(text: str) -> None:
    assert len(display_text(text)) == len(text)


@given(TEXTS)
def test_qt_takes_display_text_unit_for_unit(text: str) -> None:
    shown = display_text(text)
    assert len(QTextLayout(shown).text().encode("utf-16-le")) == len(text.encode("utf-16-le"))


@given(TEXTS | st.text("بَكُّوٰ 🎉", max_size=30), st.booleans())
def test_places_and_units_lead_to_one_another(text: str, hides_harakat: bool) -> None:
    shown = Shown(text, hides_harakat=hides_harakat)
    assert (not hides_harakat and len(shown.text) == len(text)) or not HARAKAT.search(shown.text)
    for place in range(len(text) + 1):
        back = shown.place(shown.unit(place))
        assert back >= place
        assert not text[place:back] or HARAKAT.sub("", text[place:back]) == ""
    assert shown.unit(len(text)) == len(shown.text.encode("utf-16-le")) // 2


@given(TEXTS)
def test_paragraphs_tile_the_text_but_for_line_breaks(text: str) -> None:
    pieces = list(paragraphs(text))
    assert pieces[0][0] == 0
    assert pieces[-1][1] == len(text)
    for (_, end), (start, _) in itertools.pairwise(pieces):
        assert text[end:start] in {"", "\n", "\r", "\r\n", "\u2028", "\u2029"}
    assert not any(set(text[start:end]) & set("\n\r\u2028\u2029") for start, end in pieces)


def test_a_giant_paragraph_is_cut_at_spaces() -> None:
    text = "كلمة " * 5000
    pieces = list(paragraphs(text))
    assert max(end - start for start, end in pieces) <= LONGEST
    assert "".join(text[start:end] for start, end in pieces) == text
    assert all(text[end - 1] == " " for _, end in pieces)


@given(st.text(st.sampled_from("بسلدوا\u064e\u0651ـ\u200da🎉\U0001f1f6\U0001f1e6"), max_size=60))
def test_a_giant_run_is_cut_where_neither_graphemes_nor_joined_letters_part(part: str) -> None:
    text = (part + "دا") * (3 * LONGEST // (len(part) + 2) + 1)
    pieces = list(paragraphs(text))
    assert max(end - start for start, end in pieces) <= LONGEST
    assert "".join(text[start:end] for start, end in pieces) == text
    for _, cut in pieces[:-1]:
        assert graphemes.is_boundary(text, cut)
        assert not joins_next(text, cut)


@pytest.mark.parametrize("text", ["ب" * 5000, "ب" + "\u064e" * 5000, "\U0001f1f6\U0001f1e6" * 5000])
def test_what_cannot_be_cut_well_is_cut_all_the_same(text: str) -> None:
    pieces = list(paragraphs(text))
    assert max(end - start for start, end in pieces) <= LONGEST
    assert "".join(text[start:end] for start, end in pieces) == text


def test_five_million_letters_without_a_space_are_cut_in_no_time() -> None:
    text = "كتابةمدرسة" * 500_000
    start = time.thread_time()
    assert len(list(paragraphs(text))) > 2500
    assert time.thread_time() - start < 3
