"""Exact F1 of two annotators, of labels and articles, with its interval."""

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.mark import Mark
from annotator.domain.measures import Undefined
from annotator.quality.pairwise import PairCounts, mean_and_sd
from tests.marks import LABELS, layers

Layer = tuple[Mark, ...]
Both = Sequence[tuple[Layer, Layer]]

both = st.lists(st.tuples(layers, layers), max_size=6)


def counts(articles: Both) -> PairCounts:
    found = PairCounts()
    for number, (a, b) in enumerate(articles):
        found.add(str(number), a, b)
    return found


def value(found: PairCounts) -> float:
    """F1, 0 where it is undefined, to compare what more of something does."""
    return 0.0 if isinstance(found.f1, Undefined) else found.f1


@given(both)
def test_f1_is_twice_what_is_shared_by_what_there_is(articles: Both) -> None:
    shared = marks = 0
    for a, b in articles:
        left = list(b)
        for mark in a:
            if mark in left:
                left.remove(mark)
                shared += 1
        marks += len(a) + len(b)
    nothing = Undefined.SPANS if articles else Undefined.ARTICLES
    assert counts(articles).f1 == (2 * shared / marks if marks else nothing)


@given(both, st.randoms(use_true_random=False))
def test_neither_the_order_of_anything_nor_who_is_first_changes_a_figure(
    articles: Both, random: Random
) -> None:
    found = counts(articles)
    turned = [(random.sample(b, len(b)), random.sample(a, len(a))) for a, b in articles]
    random.shuffle(turned)
    other = counts([(tuple(b), tuple(a)) for b, a in turned])
    assert found.f1 == other.f1
    assert found.f1_interval() == other.f1_interval()
    assert [found.f1_of(label) for label in LABELS] == [other.f1_of(label) for label in LABELS]


@given(both)
def test_new_names_of_labels_change_no_figure(articles: Both) -> None:
    renamed = [
        tuple(tuple(mark._replace(label=mark.label.lower()) for mark in layer) for layer in pair)
        for pair in articles
    ]
    found, other = counts(articles), counts([(a, b) for a, b in renamed])
    assert found.f1 == other.f1
    assert [found.f1_of(label) for label in LABELS] == [other.f1_of(label.lower()) for label in LABELS]


@given(both, layers)
def test_an_article_where_all_agree_never_lowers_f1(articles: Both, layer: Layer) -> None:
    assert value(counts([*articles, (layer, layer)])) >= value(counts(articles))


@given(layers, layers, st.integers(0, 40))
def test_an_article_cut_in_two_has_the_same_f1(a: Layer, b: Layer, place: int) -> None:
    def parts(layer: Layer) -> tuple[Layer, Layer]:
        before = tuple(mark for mark in layer if mark.start < place)
        after = tuple(mark for mark in layer if mark.start >= place)
        return before, tuple(Mark(start - place, end - place, label) for start, end, label in after)

    assert counts([(a, b)]).f1 == counts([*zip(parts(a), parts(b), strict=True)]).f1


@given(layers)
def test_identical_layers_have_an_f1_of_one_also_where_they_nest(layer: Layer) -> None:
    assert counts([(layer, layer)]).f1 == (1 if layer else Undefined.SPANS)


def test_a_mark_that_stands_twice_is_two() -> None:
    mark = Mark(0, 4, "PLACE")
    assert counts([((mark, mark), (mark,))]).f1 == pytest.approx(2 / 3)


@given(both)
def test_labels_and_articles_have_a_share_of_the_counts(articles: Both) -> None:
    found = counts(articles)
    assert sum(twice for twice, _ in found.by_article.values()) == 2 * found.shared.total()
    assert sum(marks for _, marks in found.by_article.values()) == (
        found.marks_a.total() + found.marks_b.total()
    )


@given(both)
def test_the_interval_is_around_what_articles_say(articles: Both) -> None:
    found = counts(articles)
    interval = found.f1_interval()
    if isinstance(found.f1, Undefined):
        assert interval is found.f1
    elif len(articles) == 1:
        assert interval is Undefined.ONE_ARTICLE
    else:
        alone = [counts([article]).f1 for article in articles]
        values = [f1 for f1 in alone if not isinstance(f1, Undefined)]
        assert not isinstance(interval, Undefined)
        assert min(values) - 1e-12 <= interval[0] <= interval[1] <= max(values) + 1e-12
        assert interval == counts(articles).f1_interval()


def test_the_order_of_articles_does_not_move_the_interval() -> None:
    marks = tuple(Mark(nth, nth + 1, "A") for nth in range(20))
    articles = [(marks, marks[:nth]) for nth in range(20)]
    assert counts(articles).f1_interval() == counts(articles[::-1]).f1_interval()


def test_the_interval_is_as_wide_as_the_spread_of_articles_makes_it() -> None:
    """Half of the articles agree and half do not: the standard error of the mean of n coins is 1 / (2 √n)."""
    same, other = (Mark(0, 1, "A"),), (Mark(5, 6, "A"),)
    interval = counts([(same, same if number % 2 else other) for number in range(400)]).f1_interval()
    assert interval == pytest.approx((0.5 - 1.96 / 40, 0.5 + 1.96 / 40), abs=0.006)


def test_a_mean_is_of_the_values_that_there_are() -> None:
    assert mean_and_sd([0.5, Undefined.SPANS, 1.0]) == (0.75, 0.25)
    assert mean_and_sd([Undefined.ARTICLES, Undefined.SPANS]) == (Undefined.SPANS, Undefined.SPANS)
    assert mean_and_sd([Undefined.ARTICLES]) == (Undefined.PAIRS, Undefined.PAIRS)
    assert mean_and_sd([]) == (Undefined.ANNOTATORS, Undefined.ANNOTATORS)
