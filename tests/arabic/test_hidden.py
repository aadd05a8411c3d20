"""Characters that are not seen have names."""

import pytest
from hypothesis import given

from annotator.arabic.hidden import HARAKAT, counts, hidden
from tests.texts import texts


@pytest.mark.parametrize(
    ("letter", "name"),
    [
        ("ـ", "TATWEEL"),
        ("\u200f", "RLM"),
        ("\u00a0", "NBSP"),
        ("\ufeff", "BOM"),
        ("ﻻ", "FORM"),
        ("ﷲ", "FORM"),
    ],
)
def test_what_is_not_seen_is_named_with_its_place(letter: str, name: str) -> None:
    assert list(hidden(f"با{letter}كو")) == [(2, name)]


def test_ordinary_text_holds_nothing_hidden() -> None:
    assert list(hidden("وقّعت أرمينيا، وباكو 🎉 (COP30) ٪١٢.")) == []


@given(texts)
def test_they_are_counted_as_they_are_found(text: str) -> None:
    assert sum(counts(text).values()) == len(list(hidden(text)))


def test_hamza_and_madda_are_no_short_vowels() -> None:
    assert HARAKAT.sub("", "أُؤْمِنُ آ") == "أؤمن آ"
