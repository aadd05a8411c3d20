"""Words and graphemes, as an annotator takes them."""

import time

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic import graphemes, words
from annotator.arabic.direction import begins_rtl
from tests.texts import texts


@given(texts, st.integers(0, 40))
def test_graphemes_are_those_of_the_standard(text: str, place: int) -> None:
    edges = [0, *(match.end() for match in regex.finditer(r"\X", text))]
    at, found = 0, [0]
    while at < len(text):
        at = graphemes.after(text, at)
        found.append(at)
    assert found == edges
    later = edges[min(place, len(edges) - 1)]
    assert graphemes.before(text, later) == (max(edge for edge in edges if edge < later) if later else 0)


@given(texts)
def test_only_edges_of_graphemes_are_boundaries(text: str) -> None:
    edges = {0, *(match.end() for match in regex.finditer(r"\X", text))}
    assert {place for place in range(len(text) + 1) if graphemes.is_boundary(text, place)} == edges


@pytest.mark.parametrize(
    ("text", "at", "word"),
    [
        ("«إيران»،", 3, "إيران"),
        ("نبي اوف، وزير", 5, "اوف"),
        ("بنسبة 12.5% اليوم", 8, "12.5"),
        ("يوم 2025-11-19.", 9, "2025-11-19"),
        ("مؤتمر COP30 في", 7, "COP30"),
        ("مُحَمَّدٌ قال", 2, "مُحَمَّدٌ"),
        ("الســلام", 3, "الســلام"),
        ("می‌خواهم", 3, "می‌خواهم"),
        ("باكو", 4, "باكو"),
        ("١٬٢٠٠ مستثمر", 1, "١٬٢٠٠"),
    ],
)
def test_a_word_leaves_its_punctuation(text: str, at: int, word: str) -> None:
    bounds = words.word_at(text, at)
    assert bounds is not None
    assert text[slice(*bounds)] == word


def test_there_is_no_word_among_punctuation() -> None:
    assert words.word_at("… ، …", 2) is None


@given(texts, st.integers(0, 40))
def test_moving_by_words_always_moves_on(text: str, place: int) -> None:
    place = min(place, len(text))
    assert place < words.end_after(text, place) or place == len(text)
    assert words.start_before(text, place) < place or place == 0


def test_words_are_found_far_into_a_long_text() -> None:
    text = "كلمة " * 20_000 + "،" * 2_000
    assert words.end_after(text, 50_002) == 50_004
    assert words.start_before(text, len(text)) == 99_995


@pytest.mark.parametrize(
    ("text", "is_rtl"),
    [("COVID-19 ينتشر", False), (" date 2025", False), ("2025 عام", True), ("«قال»", True), ("12.5%", True)],
)
def test_the_first_strong_letter_tells_the_direction(text: str, is_rtl: bool) -> None:
    assert begins_rtl(text) is is_rtl


@pytest.mark.parametrize("letter", ["ب", "\u064e", "a"])
def test_a_run_longer_than_any_word_is_none_and_is_walked_over(letter: str) -> None:
    text = "قبل " + letter * 1_000_000 + " بعد"
    start = time.thread_time()
    assert words.word_at(text, 500_000) is None
    assert words.word_at(text, 4) is None
    assert words.word_at(text, len(text)) == (len(text) - 3, len(text))
    assert words.end_after(text, 500_000) == len(text) - 4
    assert words.start_before(text, 500_000) == 4
    assert words.start_before(text, 4) == 0
    assert time.thread_time() - start < 1


def test_the_longest_word_is_one_wherever_it_is_asked_for() -> None:
    text = f"قبل {'ب' * 400} بعد"
    assert {words.word_at(text, place) for place in range(4, 405)} == {(4, 404)}
