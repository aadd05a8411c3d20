"""Copies of one story are found, and nothing else is taken for one."""

import os
import random
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.arabic.folding import fold
from annotator.quality.near_duplicates import CONTAINED, SIMILAR, groups, is_similar, sketch
from tests.examples import at_most
from tests.news import COPYISTS, ant_news, saudi_news
from tests.texts import TRICKY

_words = st.sampled_from(
    ["وقع", "وزير", "الخارجية", "اتفاق", "سلام", "في", "باكو", "أمس", "مع", "نظيره", "من", "وفد"]
)
_stories = st.lists(_words, max_size=40).map(" ".join)


def together(found: Mapping[str, str]) -> set[frozenset[str]]:
    by_story: dict[str, set[str]] = {}
    for item, story in found.items():
        by_story.setdefault(story, set()).add(item)
    return {frozenset(items) for items in by_story.values()}


def grouped(texts: Iterable[str]) -> dict[str, str]:
    return groups((str(number), text) for number, text in enumerate(texts))


def runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", fold(text))
    return {*zip(words, words[1:], words[2:], strict=False)}


@pytest.fixture(scope="module")
def news(shared_data: Path) -> list[str]:
    """Real articles, none of which is like another."""
    texts = [text for text in saudi_news(shared_data) + ant_news(shared_data) if len(text.split()) > 60]
    firsts = set(grouped(texts).values())
    return [text for number, text in enumerate(texts) if str(number) in firsts]


@given(st.lists(_stories, max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_texts_does_not_change_what_is_together(texts: list[str], random: random.Random) -> None:
    items = [(str(number), text) for number, text in enumerate(texts)]
    shuffled = random.sample(items, len(items))
    assert together(groups(items)) == together(groups(shuffled))


@given(st.lists(_stories, max_size=12))
def test_a_group_is_called_after_its_first(texts: list[str]) -> None:
    for item, first in grouped(texts).items():
        assert int(first) <= int(item)
        assert grouped(texts)[first] == first


@given(st.lists(_stories, max_size=8), st.lists(_stories, max_size=8))
def test_a_text_that_comes_later_parts_no_others(texts: list[str], more: list[str]) -> None:
    before, after = grouped(texts), grouped(texts + more)
    for one, other in combinations(before, 2):
        assert before[one] != before[other] or after[one] == after[other]


@given(_stories, _stories)
@settings(max_examples=at_most(300))
def test_a_whole_sketch_tells_exactly(one: str, other: str) -> None:
    ours, theirs = runs(one), runs(other)
    shared = len(ours & theirs)
    if min(len(one.split()), len(other.split())) >= 5:
        resembles = shared > 0 and shared >= SIMILAR * len(ours | theirs)
        is_within = shared >= max(10, CONTAINED * min(len(ours), len(theirs)))
        assert is_similar(sketch(one), sketch(other)) == (resembles or is_within)


@pytest.mark.parametrize("copied", COPYISTS, ids=lambda copied: copied.__name__)
def test_planted_copies_of_real_articles_are_found_and_nothing_else(copied: object, news: list[str]) -> None:
    chosen = random.Random(5)
    originals = chosen.sample(range(len(news)), 100)
    copies = [copied(news[number], chosen) for number in originals]
    found = grouped(news + copies)
    copied_from = {str(len(news) + nth): str(number) for nth, number in enumerate(originals)}
    assert {copy: found[copy] for copy in copied_from} == copied_from
    assert {number: found[number] for number in map(str, range(len(news)))} == {
        number: number for number in map(str, range(len(news)))
    }


@pytest.mark.slow
def test_in_real_news_those_together_are_as_all_pairs_tell(shared_data: Path) -> None:
    texts = [text for text in saudi_news(shared_data) if len(text.split()) > 30][:500]
    found, words = grouped(texts), [*map(runs, texts)]
    likeness = {
        pair: len(words[pair[0]] & words[pair[1]]) / len(words[pair[0]] | words[pair[1]])
        for pair in combinations(range(len(texts)), 2)
    }
    alike = [pair for pair, share in likeness.items() if share >= SIMILAR + 0.1]
    assert len(alike) > 10
    assert all(found[str(one)] == found[str(other)] for one, other in alike)
    sketches = [*map(sketch, texts)]
    direct = [pair for pair in likeness if is_similar(sketches[pair[0]], sketches[pair[1]])]
    assert all(
        likeness[one, other] > SIMILAR - 0.1
        or len(words[one] & words[other]) > (CONTAINED - 0.15) * min(len(words[one]), len(words[other]))
        for one, other in direct
    )
    missed = [pair for pair in direct if found[str(pair[0])] != found[str(pair[1])]]
    assert len(missed) <= len(direct) // 20  # short parts of long texts


def test_a_short_copy_within_a_longer_report_is_found(news: list[str]) -> None:
    longest = sorted(news, key=len)[-40:]
    parts = [" ".join(words[40 : 40 + len(words) // 3]) for words in map(str.split, longest)]
    found = grouped(longest + parts)
    assert sum(found[str(40 + nth)] == str(nth) for nth in range(40)) >= 38


def test_a_standing_sentence_joins_only_what_was_nearly_alike(news: list[str]) -> None:
    standing = "جميع الحقوق محفوظة ولا يجوز نشر هذا الخبر أو إعادة توزيعه دون إذن كتابي مسبق من إدارة الوكالة"
    long = [f"{text} {standing}" for text in news if len(text.split()) > 100]
    assert len(long) > 1000
    assert len(set(grouped(long).values())) > 0.99 * len(long)


def test_many_reports_of_one_form_are_together_and_apart_from_those_of_another() -> None:
    drawn = random.Random(1)

    def report(form: str) -> str:
        words = [f"{form}{place}" for place in range(120)]
        for place in drawn.sample(range(120), 6):
            words[place] = f"رقم{drawn.randrange(10**6)}"
        return " ".join(words) + " جميع الحقوق محفوظة ولا يجوز نشر هذا الخبر أو إعادة توزيعه دون إذن"

    found = grouped(report("طقس" if nth % 2 else "بورصة") for nth in range(400))
    assert set(found.values()) == {"0", "1"}


@pytest.mark.parametrize(
    ("one", "other", "are_one"),
    [
        ("", " \n", True),
        ("خبر عاجل", "خبرٌ  عاجل", True),
        ("خبر عاجل", "خبر عاجل جدا", False),
        ("؟!", "؟؟", False),
        ("وزير الخارجية يزور باكو اليوم", "وزير الخارجيه يزور باكو اليوم.", True),
        ("وزير الخارجية يزور باكو اليوم", "وزير الداخلية يلتقي وفد طهران", False),
    ],
)
def test_short_texts_are_one_story_only_where_all_words_are_the_same(
    one: str, other: str, are_one: bool
) -> None:
    assert (len(set(grouped([one, other]).values())) == 1) is are_one


def test_tricky_texts_are_compared_as_well() -> None:
    texts = [*TRICKY.values(), "\ud800 " * 9]
    found = grouped(texts + texts)
    assert all(found[str(nth)] == found[str(nth + len(texts))] for nth in range(len(texts)))


def test_a_sketch_is_the_same_in_every_process() -> None:
    text = "وقّعت أرمينيا وباكو اتفاق سلام في طهران أمس"
    code = "import sys; from annotator.quality.near_duplicates import sketch; print(sketch(sys.argv[1]))"
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", code, text],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.strip() == str(sketch(text))
