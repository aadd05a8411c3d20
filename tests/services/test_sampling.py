"""Samples are random, in proportion, the same again, and as large as their bound asks for."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.article import ArticleLine, ArticleState
from annotator.services.queueing import QueuedArticle
from annotator.services.sampling import draw, interval, plan

GROUPS = st.sampled_from([("amal",), ("badr",), ("amal", "badr")])


def queued(people: list[tuple[str, ...]]) -> list[QueuedArticle]:
    return [
        QueuedArticle(ArticleLine(f"{nth:04}", nth, "", None, None, ArticleState.NEW), names, 0, 0)
        for nth, names in enumerate(people)
    ]


@given(st.lists(GROUPS, min_size=1, max_size=80), st.integers(0, 90), st.integers())
def test_a_sample_has_its_size_and_every_group_its_share(
    people: list[tuple[str, ...]], count: int, seed: int
) -> None:
    articles = queued(people)
    sample = draw(articles, count, seed)
    assert len(sample) == min(count, len(articles))
    assert sample == draw(articles, count, seed)
    assert [*map(articles.index, sample)] == sorted(map(articles.index, sample))
    have, drawn = Counter(people), Counter(article.people for article in sample)
    for names in have:
        share = len(sample) * have[names] / len(articles)
        assert abs(drawn[names] - share) < 1


def test_the_textbook_size_of_a_sample() -> None:
    # z² · 0.5 · 0.5 / 0.03² = 1067.07 spans of a population without an end, one span an article.
    assert plan("PLACE", 0.03, 10**9, 10**9, 0.5).articles == 1068
    # Cochran's correction: 384.15 / (1 + 383.15 / 1000) = 277.7.
    assert plan("PLACE", 0.05, 1000, 1000, 0.5).articles == 278
    assert plan("PLACE", 0.05, 10_000, 1000, 0.5).articles == 37


@given(st.integers(1, 10**6), st.integers(1, 10**4), st.floats(0.001, 0.5), st.floats(0, 1))
def test_no_more_is_asked_for_than_there_is(spans: int, articles: int, margin: float, error: float) -> None:
    found = plan("PLACE", margin, spans, articles, error)
    assert 0 <= found.articles <= articles
    assert found.spans <= spans * (1 + 1e-9)


@pytest.mark.parametrize(
    ("wrong", "spans", "expected"),
    [(0, 10, (0.0, 0.278)), (5, 10, (0.237, 0.763)), (81, 263, (0.255, 0.366))],
)
def test_wilsons_interval(wrong: int, spans: int, expected: tuple[float, float]) -> None:
    # Newcombe, Two-sided confidence intervals for the single proportion, 1998, table I, method 3.
    assert interval(wrong, spans) == pytest.approx(expected, abs=0.001)
