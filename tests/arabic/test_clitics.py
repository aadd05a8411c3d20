"""Words are taken apart: by rule, by what a project's texts attest, and as its annotators choose."""

from collections import Counter
from pathlib import Path

import pytest
from benchmarks.treebank import FILE, sentences
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic import graphemes
from annotator.arabic.clitics import Word, stem
from annotator.arabic.folding import fold
from annotator.arabic.readings import choices, inner_edges, readings
from tests.texts import texts

letters = st.text("ولفبكسالإأآتةهيىمنر\u0651\u064eـ\u200dﻻ1", min_size=1, max_size=12)


def read(word: str, *known: Counter[str]) -> list[str]:
    return [word[start:end] for start, end in readings(word, *known)]


def learned(*labelled: tuple[str, str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for text, labelled_part in labelled:
        for stem_, choice in choices(text, text.index(labelled_part)):
            found[stem_] += choice
    return found


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("ولأرمينيا", ["أرمينيا", "لأرمينيا", "ولأرمينيا"]),
        ("وَلِأَرْمِينِيَا", ["أَرْمِينِيَا", "لِأَرْمِينِيَا", "وَلِأَرْمِينِيَا"]),
        ("لاتفاق", ["اتفاق", "لاتفاق"]),
        ("والاتفاق", ["الاتفاق", "والاتفاق", "اتفاق"]),
        ("وللأمم", ["لأمم", "للأمم", "وللأمم", "أمم"]),
        ("واتفاقهما", ["اتفاق", "اتفاقهما", "واتفاقهما"]),
        ("سيزور", ["يزور", "سيزور"]),
        ("بـCOP30", ["COP30", "بـCOP30"]),
        ("وزير", ["وزير", "زير"]),
        ("ولاية", ["ولاية", "لاية", "اية"]),
        ("مدينة", ["مدينة"]),
        ("Boeing", ["Boeing"]),
    ],
)
def test_a_word_is_read_from_its_stem_outwards(word: str, wanted: list[str]) -> None:
    assert read(word) == wanted


@pytest.mark.parametrize("word", ["وكالة", "بيان", "لبنان", "ولايتين", "فرنسي", "مياه", "عبدالله", "المهم"])
def test_words_that_only_look_like_it_have_nothing_cut_off(word: str) -> None:
    assert inner_edges(word) == []


def test_what_the_texts_attest_decides_where_the_rules_are_silent() -> None:
    assert read("كجنيف")[0] == "جنيف"
    assert read("كنابولي")[0] == "كنابولي"
    assert read("كنابولي", Counter({fold("نابولي"): 4}))[0] == "نابولي"


def test_a_stem_is_taken_as_the_annotators_take_it() -> None:
    assert read("لباكو")[0] == "باكو"
    assert read("لباكو", Counter(), learned(("زار وباكو", "وباكو")))[0] == "لباكو"
    without = learned(("زار وباكو", "وباكو"), ("وباكو", "باكو"), ("لباكو", "باكو"))
    assert read("بباكو", Counter(), without)[0] == "باكو"
    assert read("والاتفاق", Counter(), learned(("بالاتفاق", "اتفاق")))[0] == "اتفاق"
    assert read("ورداد", Counter(), learned(("ورداد", "ورداد")))[0] == "ورداد"


@given(letters | texts)
def test_readings_are_the_whole_word_and_parts_of_it_that_cut_no_grapheme(word: str) -> None:
    found = readings(word)
    assert (0, len(word)) in found
    assert len(set(found)) == len(found)
    for start, end in found:
        assert 0 <= start < end <= len(word)
        assert graphemes.is_boundary(word, start)
        assert graphemes.is_boundary(word, end)
    assert all(0 < edge < len(word) for edge in inner_edges(word))


def test_on_a_treebank_few_words_are_wrong_and_fewer_names_are_split(shared_data: Path) -> None:
    path = shared_data / FILE
    if not path.exists():
        pytest.skip("the treebank is not among the shared data")
    gold = sentences(path)
    held_out = [word for sentence in gold[len(gold) // 2 :] for word in sentence]
    found = {word: set(stem(Word(word.written)).cuts) for word in held_out}
    cuts = sum(len(found[word]) for word in held_out)
    right = sum(len(found[word] & word.cuts) for word in held_out)
    names = [word for word in held_out if word.is_name and not word.cuts]
    assert sum(found[word] == word.cuts for word in held_out) / len(held_out) >= 0.985
    assert right / cuts >= 0.965
    assert sum(bool(found[word]) for word in names) / len(names) <= 0.02
