"""What may be written onto the beginning of a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.attachments import cuts, forms
from annotator.arabic.folding import fold


@pytest.mark.parametrize(
    ("written", "alone"),
    [
        ("وباكو", "باكو"),
        ("بباكو", "باكو"),
        ("فلباكو", "باكو"),
        ("للأمم", "الأمم"),
        ("وللأمم", "أمم"),
        ("والاتفاق", "الاتفاق"),
        ("بالاتفاق", "اتفاق"),
        ("ولأرمينيا", "أرمينيا"),
        ("للبنان", "لبنان"),
        ("لله", "الله"),
        ("سيزور", "يزور"),
        ("قراره", "قرار"),
        ("وبقراراتهما", "قرارات"),
    ],
)
def test_a_word_is_found_behind_its_clitics(written: str, alone: str) -> None:
    assert fold(alone) in forms(fold(written))


@pytest.mark.parametrize("word", ["COP30", "2026", "و", "في", "", "باكو"])
def test_a_word_without_clitics_is_one_form(word: str) -> None:
    assert fold(word) in forms(fold(word))
    assert all(len(form) >= 3 for form in forms(fold(word)) - {fold(word)})


@given(st.text("ولفبكساةمرنيى", max_size=10))
def test_what_is_left_is_the_end_of_the_word(word: str) -> None:
    folded = fold(word)
    for length, rest, tail in cuts(folded):
        assert 0 < length + tail < len(folded)
        assert rest.removeprefix("ا").endswith(folded[length : len(folded) - tail].removeprefix("ا"))
