"""The words of many articles are found where they stand, and come down to what annotators take of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.folding import fold
from annotator.quality.cores import core_behind, parts, spellings
from annotator.quality.running_words import RunningWords
from tests.texts import texts

words = st.sampled_from(["باكو", "وباكو", "بباكو", "بحر", "قزوين", "الأمم", "للأمم", "المتحدة", ".", "a"])
sentences = st.lists(words, max_size=12).map(" ".join)


def row_of(*made: str) -> RunningWords:
    row = RunningWords()
    for nth, text in enumerate(made):
        row.add(str(nth), text)
    return row


@given(st.lists(sentences, min_size=1, max_size=4), st.lists(words, min_size=1, max_size=3))
def test_what_is_found_is_all_that_stands_there(made: list[str], wanted: list[str]) -> None:
    row = row_of(*made)
    first, *rest = wanted
    form = [parts(first).core, *(parts(word).core for word in rest)]
    places = [place for nth in range(len(made)) for place in row.of(str(nth))]
    there = [place for place in places if row.stand_at(form, place)]
    assert sorted(row.find(form)) == there


@given(st.lists(texts, min_size=1, max_size=3), st.data())
def test_a_range_covers_the_words_that_it_touches(made: list[str], data: st.DataObject) -> None:
    row = row_of(*made)
    nth = data.draw(st.integers(0, len(made) - 1))
    start = data.draw(st.integers(0, len(made[nth]) - 1))
    end = data.draw(st.integers(start + 1, len(made[nth])))
    touched = [place for place in row.of(str(nth)) if row.start(place) < end and start < row.end(place)]
    assert row.covered(str(nth), start, end) == ((touched[0], touched[-1]) if touched else None)
    for place in row.of(str(nth)):
        assert row.article_at(place) == str(nth)
        assert made[nth][row.start(place) : row.end(place)] == row.written(place)


@pytest.mark.parametrize(
    ("text", "part", "form"),
    [
        ("في باكو", "باكو", "باكو"),
        ("في وَباكُو", "وَباكُو", "باكو"),
        ("في وباكو", "باكو", "باكو"),
        ("إلى الأمم المتحدة", "الأمم المتحدة", "الامم المتحده"),
        ("للأمم المتحدة", "للأمم المتحدة", "الامم المتحده"),
        ("للأمم المتحدة", "لأمم المتحدة", "الامم المتحده"),
        ("قال للبنان", "لبنان", "لبنان"),
        ("قال وزير", "وزير", "وزير"),
        ("قال «وزير» نعم", "«وزير» ", "وزير"),
        ("من أذربيجانية", "أذربيجان", "اذربيجان"),
    ],
)
def test_a_range_comes_down_to_its_form(text: str, part: str, form: str) -> None:
    row, start = row_of(text), text.index(part)
    end = start + len(part)
    covered = row.covered("0", start, end)
    assert covered
    assert row.form(*covered, start, end) == form


@pytest.mark.parametrize("word", ["وباكو", "ولأرمينيا", "للأمم", "وللأمم", "بالرياض", "باكو", "وزير", "فيفا"])
def test_a_core_is_spelt_as_the_word_that_has_it(word: str) -> None:
    found = parts(word)
    assert fold(word) in spellings(found.core)
    assert core_behind(word, found.lead) == found.core


def test_words_do_not_follow_one_another_over_a_full_stop_or_an_article_s_end() -> None:
    row = row_of("عند بحر. قزوين هنا بحر", "قزوين")
    assert [*row.find(["بحر", "قزوين"])] == []


def test_a_foreign_name_is_found_behind_what_may_be_a_clitic() -> None:
    row = row_of("زار يريفان ثم بيريفان")
    assert len([*row.find(["يريفان"])]) == 2
