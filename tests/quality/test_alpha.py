"""Alpha is what its definition says, whoever judges and in whatever order."""

from collections import Counter
from itertools import permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.measures import Figure, Undefined
from annotator.quality.alpha import alpha, of_label
from annotator.quality.token_labels import Values

values = st.sampled_from(["A", "B", "C", "O", None])
units = st.lists(st.tuples(values, values, values), max_size=12)


def by_definition(found: list[Values]) -> Figure:
    """From the coincidence matrix, pair by pair."""
    coincidences: Counter[tuple[str, str]] = Counter()
    for unit in found:
        given = [value for value in unit if value is not None]
        for one, other in permutations(given, 2):
            coincidences[one, other] += 1 / (len(given) - 1)
    if not coincidences:
        return Undefined.TOKENS
    totals: Counter[str] = Counter()
    for (one, _), count in coincidences.items():
        totals[one] += count
    total = sum(totals.values())
    observed = sum(count for (one, other), count in coincidences.items() if one != other) / total
    expected = sum(totals[one] * totals[other] for one, other in permutations(totals, 2))
    return 1 - observed * total * (total - 1) / expected if expected else Undefined.ONE_VALUE


@given(units)
def test_alpha_is_what_its_definition_says(found: list[Values]) -> None:
    by_hand = by_definition(found)
    assert alpha(Counter(found)) == (by_hand if isinstance(by_hand, str) else pytest.approx(by_hand))


@given(units, st.randoms(use_true_random=False))
def test_neither_the_order_of_units_nor_of_annotators_nor_names_change_it(
    found: list[Values], random: Random
) -> None:
    order = random.sample(range(3), 3)
    turned = [tuple(unit[nth] for nth in order) for unit in random.sample(found, len(found))]
    renamed = [tuple(value and f"{value}2" for value in unit) for unit in turned]
    assert alpha(Counter(found)) == alpha(Counter(turned)) == alpha(Counter(renamed))


@given(st.lists(st.sampled_from("ABO"), min_size=1), st.integers(2, 4))
def test_identical_work_has_an_alpha_of_one_unless_it_has_but_one_value(found: list[str], count: int) -> None:
    expected = 1 if len(set(found)) > 1 else Undefined.ONE_VALUE
    assert alpha(Counter((value,) * count for value in found)) == expected


@pytest.mark.parametrize("seed", range(5))
def test_random_work_has_an_alpha_of_about_zero(seed: int) -> None:
    """The standard error is about 0.005: three pairs of annotators, 20,000 tokens, O for two of three."""
    random = Random(seed)
    drawn = [tuple(random.choices("ABO", (1, 1, 4), k=3)) for _ in range(20_000)]
    assert alpha(Counter(drawn)) == pytest.approx(0, abs=0.02)


@given(units)
def test_what_only_one_has_judged_says_nothing(found: list[Values]) -> None:
    alone = ("A", None, None)
    assert alpha(Counter([*found, alone, alone])) == alpha(Counter(found))


@given(units)
def test_alpha_of_a_label_knows_it_and_everything_else(found: list[Values]) -> None:
    apart = [tuple(value if value in {"A", None} else "else" for value in unit) for unit in found]
    assert alpha(of_label(Counter(found), "A")) == alpha(Counter(apart))
