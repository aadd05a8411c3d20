"""No story is in two parts, and articles that are added move none."""

import random
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.article import fingerprint
from annotator.domain.identity import new_id
from annotator.domain.record import Record
from annotator.services.splitting import Split, SplitError, assign
from tests.news import COPYISTS, ant_news, saudi_news

EVEN = Split((34, 33, 33))


def records(texts: list[str]) -> list[Record]:
    return [Record(text, id=new_id()) for text in texts]


@pytest.fixture(scope="module")
def news(shared_data: Path) -> list[str]:
    return saudi_news(shared_data)


@pytest.fixture(scope="module")
def planted(news: list[str]) -> tuple[list[str], dict[int, int]]:
    """800 real articles in any order, 30 copies of some among them, and which is a copy of which."""
    drawn = random.Random(3)
    chosen = [text for text in news if len(text.split()) > 60][:800]
    texts = [(text, None) for text in chosen]
    texts += [
        (COPYISTS[nth % len(COPYISTS)](chosen[origin], drawn), chosen[origin])
        for nth, origin in enumerate(drawn.sample(range(800), 30))
    ]
    drawn.shuffle(texts)
    places = {text: place for place, (text, origin) in enumerate(texts) if origin is None}
    copies = {place: places[origin] for place, (_, origin) in enumerate(texts) if origin is not None}
    return [text for text, _ in texts], copies


@pytest.mark.parametrize("seed", range(8))
def test_no_copy_is_on_another_side_than_its_story(
    seed: int, planted: tuple[list[str], dict[int, int]]
) -> None:
    texts, copies = planted
    articles = records(texts)
    found = assign(articles, Split((34, 33, 33), seed))
    part = [found.parts[article.id or ""] for article in articles]
    assert len(copies) == 30
    assert all(part[copy] == part[origin] for copy, origin in copies.items())
    for story in set(found.stories.values()):
        assert len({found.parts[one] for one, of in found.stories.items() if of == story}) == 1


@pytest.mark.parametrize("seed", range(4))
def test_articles_that_are_added_move_none(
    seed: int, planted: tuple[list[str], dict[int, int]], shared_data: Path
) -> None:
    texts, _ = planted
    old = records(texts)
    drawn = random.Random(seed)
    copies = [drawn.choice(COPYISTS)(text, drawn) for text in drawn.sample(texts, 50)]
    new = records(ant_news(shared_data)[:50] + copies)
    split = Split((34, 33, 33), seed)
    before, after = assign(old, split), assign(old + new, split)
    assert len(new) == 100
    assert [after.parts[article] for article in before.parts] == [*before.parts.values()]


def test_an_article_that_is_like_two_stories_brings_the_younger_to_the_elder() -> None:
    one, other = (" ".join(f"{word}{nth}" for nth in range(60)) for word in ("خبر", "نبأ"))
    split = next(
        split
        for seed in range(99)
        for split in [Split((50, 50), seed)]
        if len(set(assign(records([one, other]), split).parts.values())) == 2
    )
    old = records([one, other])
    before, after = assign(old, split), assign(old + records([f"{one} {other}"]), split)
    first, second = before.parts.values()
    assert first != second
    assert [*after.parts.values()] == [first] * 3


def test_another_project_with_the_same_texts_has_the_same_parts(news: list[str]) -> None:
    one, other = (assign(records(news[:200]), EVEN) for _ in range(2))
    assert [*one.parts] != [*other.parts]
    assert [*one.parts.values()] == [*other.parts.values()]


def test_parts_get_their_shares_of_stories_within_the_error_of_sampling(news: list[str]) -> None:
    articles = records(news)
    stories = {*assign(articles, EVEN).stories.values()}
    texts = [fingerprint(article.text) for article in articles if article.id in stories]
    for seed in range(50):
        split = Split((80, 10, 10), seed)
        counts = Counter(map(split.part, texts))
        for part, percent in zip(split.parts, split.shares, strict=True):
            share = percent / 100
            error = (share * (1 - share) / len(texts)) ** 0.5
            assert abs(counts[part] / len(texts) - share) < 4 * error


@given(st.integers(0, 2**40), st.text("0123456789abcdef", min_size=64, max_size=64))
def test_a_larger_share_takes_in_what_a_smaller_one_had(seed: int, key: str) -> None:
    if Split((70, 30), seed).part(key) == "train":
        assert Split((80, 20), seed).part(key) == "train"
    assert Split((100, 0, 0), seed).part(key) == "train"
    assert Split((0, 100), seed).part(key) == "test"


def test_a_split_draws_the_same_as_ever() -> None:
    drawn = [Split((80, 10, 10), seed).part("0" * 64) for seed in range(24)]
    assert [seed for seed, part in enumerate(drawn) if part == "test"] == [4, 11, 19, 23]
    assert [seed for seed, part in enumerate(drawn) if part == "validation"] == [2, 18, 21]


@pytest.mark.parametrize("written", ["80/10/10", " 80 / 10/10", "٨٠/١٠/١٠"])
def test_a_split_is_read_as_people_write_it(written: str) -> None:
    split = Split.parsed(written, 7)
    assert split == Split((80, 10, 10), 7)
    assert str(split) == "80/10/10"
    assert split.parts == ("train", "validation", "test")
    assert Split.parsed("75/25").parts == ("train", "test")


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("80/10", "80/10 is no split; name two or three shares that make 100, such as 80/10/10."),
        ("100", "100 is no split; name two or three shares that make 100, such as 80/10/10."),
        ("25/25/25/25", "25/25/25/25 is no split; name two or three shares that make 100, such as 80/10/10."),
        ("0.8/0.2", "0.8/0.2 is no split; a share is a whole number, as in 80/10/10."),
        ("110/-10", "110/-10 is no split; a share is a whole number, as in 80/10/10."),
        ("", " is no split; a share is a whole number, as in 80/10/10."),
        ("²/98", "²/98 is no split; a share is a whole number, as in 80/10/10."),
    ],
)
def test_what_is_no_split_is_refused_in_a_sentence(written: str, sentence: str) -> None:
    with pytest.raises(SplitError) as refused:
        Split.parsed(written)
    assert str(refused.value) == sentence
