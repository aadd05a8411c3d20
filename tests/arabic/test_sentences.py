"""Sentences of Arabic news."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.sentences import sentence_at, sentences
from tests.texts import TRICKY, texts

prose = st.text("اب.؟!…»«) (\n\r١1أد،:aA\t\u2028\u00a0", max_size=60)


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "wanted",
    [
        ["وقعت أرمينيا الاتفاق.", "هل ينجح؟", "نعم!", "ربما…"],
        ["قال: «لن نعود.»", "ثم غادر (مساء أمس).", "وعاد."],
        ["«هل وقعت؟»", "سأل الصحفي."],
        ["بلغت النسبة 12.5% في 19.11.2025 و ٣.٥ مليون.", "وارتفعت."],
        ["نقلت أ. ف. ب. عن د. سمير قوله.", "وأكدت أ.ف.ب ذلك."],
        ["اجتمع في 15. 11. 2025 الوزراء.", "وانصرفوا."],
        ["عاد في 2025.", "ثم سافر."],
        ["1. البند الأول طويل.", "انتهى."],
        ["زار موقع www.example.com وقرأ v2.0 منه.", "ثم غادر."],
        ["ماذا؟!", "لا شيء...", "انتظر."],
        ["التقى Mr. Smith أمس.", "وعاد."],
    ],
)
def test_a_sentence_ends_with_its_stop_and_what_closes_after_it(wanted: list[str]) -> None:
    assert parts(" ".join(wanted)) == wanted


def test_lines_are_sentences_of_their_own_and_a_missing_space_is_no_harm() -> None:
    assert parts(" عنوان الخبر\r\n\r\nانتهى الاجتماع.وقال الوزير\n") == [
        "عنوان الخبر",
        "انتهى الاجتماع.",
        "وقال الوزير",
    ]


@pytest.mark.parametrize("text", TRICKY.values(), ids=list(TRICKY))
def test_no_text_is_too_odd(text: str) -> None:
    assert "".join("".join(parts(text)).split()) == "".join(text.split())


@given(prose | texts)
def test_sentences_tile_a_text_without_its_surrounding_space(text: str) -> None:
    at = 0
    for start, end in sentences(text):
        assert text[at:start].strip() == ""
        assert text[start:end] == text[start:end].strip() != ""
        assert not set(text[start:end]) & set("\n\r\u2028\u2029")
        at = end
    assert text[at:].strip() == ""


@given(prose, st.integers(0, 60))
def test_the_sentence_at_a_place_is_one_of_them(text: str, place: int) -> None:
    place = min(place, len(text))
    all_of_them = list(sentences(text))
    covering = [bounds for bounds in all_of_them if bounds[0] <= place < bounds[1]]
    ending = [bounds for bounds in all_of_them if bounds[1] == place]
    assert sentence_at(text, place) == next(iter(covering + ending), None)


def test_a_sentence_is_found_in_a_paragraph_of_a_million_letters() -> None:
    text = "انتهى اجتماع الوزراء أمس. " * 40_000
    assert sentence_at(text, 520_010) == (520_000, 520_025)
    endless = "كلمة " * 2000
    assert sentence_at(endless, 8000) == (0, len(endless) - 1)
