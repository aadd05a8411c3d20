"""Folding has a way back to the source, for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.folding import Folded, fold
from tests.texts import TRICKY, texts

_ANY = st.text(max_size=60) | texts | st.sampled_from(list(TRICKY.values()))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحمد", "احمد"),
        ("إيران", "ايران"),
        ("الآن", "الان"),
        ("ٱتفاق", "اتفاق"),
        ("مدرسة", "مدرسه"),
        ("على", "علي"),
        ("مُحَمَّدٌ", "محمد"),
        ("الـــســـلام", "السلام"),
        ("٢٠٢٦", "2026"),
        ("۲۰۲۶", "2026"),
        ("ﻻ", "لا"),
        ("ﷲ", "الله"),
        ("مسؤول", "مسوول"),
        ("Boeing", "BOEING"),
        ("Straße", "STRASSE"),
        ("ب\u200fاكو", "باكو"),
    ],
)
def test_spellings_of_one_word_fold_to_one_form(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("سماء", "سما"), ("باكو", "باكي"), ("قطر", "فطر")])
def test_different_words_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(_ANY)
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(_ANY, st.data())
def test_a_range_leads_back_to_the_letters_it_comes_from(text: str, data: st.DataObject) -> None:
    folded = Folded(text)
    assert len(folded.origins) == len(folded.text)
    assert folded.origins == sorted(folded.origins)
    if folded.text:
        start = data.draw(st.integers(0, len(folded.text) - 1))
        end = data.draw(st.integers(start + 1, len(folded.text)))
        first, last = folded.span(start, end)
        assert 0 <= first < last <= len(text)
        assert folded.text[start:end] in fold(text[first:last])
        assert fold(text[:first]) == folded.text[: len(fold(text[:first]))]
        assert folded.text[: len(fold(text[:last]))] == fold(text[:last])


def test_marks_and_tatweel_go_with_their_letter() -> None:
    text = "في بَاكُـوَّ، اليوم"
    folded = Folded(text)
    start = folded.text.index("باكو")
    first, last = folded.span(start, start + 4)
    assert text[first:last] == "بَاكُـوَّ"
