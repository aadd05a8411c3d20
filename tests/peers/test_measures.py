"""nervaluate and krippendorff give what we give, wherever theirs does not depend on the order of spans."""

from collections import Counter
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain.mark import Mark
from annotator.domain.measures import Undefined
from annotator.quality.alpha import alpha
from annotator.quality.matching import match
from annotator.quality.span_evaluation import Counts, Schema, evaluation, likenesses
from annotator.quality.token_labels import Values
from tests.examples import at_most
from tests.marks import LABELS, flat_layers

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

Layer = tuple[Mark, ...]

NAMES = {
    Schema.STRICT: "strict",
    Schema.EXACT: "exact",
    Schema.PARTIAL: "partial",
    Schema.TYPE: "ent_type",
}


def ours(a: Layer, b: Layer) -> dict[Schema, Counts]:
    return evaluation(likenesses(match(a, b)))


def theirs(*articles: tuple[Layer, Layer]) -> dict[Schema, Any]:
    """Their ends are inclusive, so that half-open spans which touch would overlap."""
    nervaluate = pytest.importorskip("nervaluate")

    def entities(layer: Layer) -> list[dict[str, object]]:
        return [{"label": label, "start": start, "end": end - 1} for start, end, label in layer]

    reference, response = zip(*((entities(a), entities(b)) for a, b in articles), strict=True)
    evaluator = nervaluate.Evaluator([*reference], [*response], tags=[*LABELS], loader="dict")
    found = evaluator.evaluate()["overall"]
    return {schema: found[name] for schema, name in NAMES.items()}


def counts_of(found: Any) -> Counts:
    return Counts(found.correct, found.incorrect, found.partial, found.missed, found.spurious)


def is_apart(a: Layer, b: Layer) -> bool:
    """Tell whether no mark overlaps several of the other layer: then there is nothing to choose from."""
    pairs = [(one, other) for one in a for other in b if one.start < other.end and other.start < one.end]
    return len({one for one, _ in pairs}) == len({other for _, other in pairs}) == len(pairs)


@settings(max_examples=at_most(1000), deadline=None)
@given(flat_layers(), flat_layers())
def test_nervaluate_counts_what_we_count_where_there_is_no_choice(a: Layer, b: Layer) -> None:
    if is_apart(a, b):
        found = {schema: counts_of(counts) for schema, counts in theirs((a, b)).items()}
        assert found == ours(a, b)


@settings(max_examples=at_most(300), deadline=None)
@given(flat_layers(), flat_layers())
def test_nervaluate_counts_what_we_count_where_no_order_of_spans_makes_a_difference(
    a: Layer, b: Layer
) -> None:
    a, b = a[:3], b[:3]
    orders = [theirs((one, other)) for one in permutations(a) for other in permutations(b)]
    for schema, counts in ours(a, b).items():
        found = {counts_of(order[schema]) for order in orders}
        if len(found) == 1:
            assert found == {counts}


@settings(max_examples=at_most(500), deadline=None)
@given(flat_layers(), flat_layers())
def test_nervaluate_finds_no_more_that_is_right(a: Layer, b: Layer) -> None:
    for schema, counts in theirs((a, b)).items():
        assert counts.correct <= ours(a, b)[schema].cor


@settings(max_examples=at_most(200), deadline=None)
@given(st.lists(st.tuples(flat_layers(), flat_layers()).filter(lambda both: is_apart(*both)), min_size=1))
def test_nervaluate_makes_the_same_figures_of_several_articles(articles: list[tuple[Layer, Layer]]) -> None:
    together = evaluation(sum((likenesses(match(a, b)) for a, b in articles), Counter()))
    for schema, found in theirs(*articles).items():
        counts = together[schema]
        figures = counts.precision, counts.recall, counts.f1
        others = found.precision, found.recall, found.f1
        for figure, other in zip(figures, others, strict=True):
            assert other == (0 if isinstance(figure, Undefined) else pytest.approx(figure))


def test_nervaluate_loses_a_right_span_that_a_greedy_choice_took() -> None:
    """Which is why its functions are not ours."""
    a: Layer = (Mark(0, 4, "PLACE"), Mark(4, 9, "PLACE"))
    b: Layer = (Mark(2, 6, "PLACE"), Mark(0, 4, "PLACE"))
    assert theirs((a, b))[Schema.STRICT].correct == 0
    assert ours(a, b)[Schema.STRICT].cor == 1


values = st.sampled_from(["A", "B", "O", None])


@settings(max_examples=at_most(500), deadline=None)
@given(st.lists(st.tuples(values, values, values), min_size=1, max_size=15))
def test_krippendorff_has_our_alpha(units: list[Values]) -> None:
    krippendorff = pytest.importorskip("krippendorff")
    numpy = pytest.importorskip("numpy")
    figure = alpha(Counter(units))
    if isinstance(figure, Undefined):
        return  # it raises ValueError, or warns of a division by zero
    numbers = {"A": 0, "B": 1, "O": 2, None: numpy.nan}
    ratings = [[numbers[unit[nth]] for unit in units] for nth in range(3)]
    assert krippendorff.alpha(ratings, level_of_measurement="nominal") == pytest.approx(figure)
