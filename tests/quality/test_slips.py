"""What is said of likelihoods holds, and each kind of habit is weighed by itself."""

from fractions import Fraction
from math import comb, factorial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.quality.slips import Contrast, Contrasts, slips


@pytest.mark.parametrize(
    ("few", "whole", "likelihood"), [(1, 40, 0.90), (3, 40, 0.81), (1, 5, 0.51), (10, 40, 0.18), (1, 2, 0)]
)
def test_likelihoods_are_as_written(few: int, whole: int, likelihood: float) -> None:
    assert slips(few, whole) == pytest.approx(likelihood, abs=0.006)


@given(st.integers(1, 50), st.integers(0, 500))
def test_likelihoods_are_by_the_beta_binomial_distribution(few: int, more: int) -> None:
    whole = 3 * few + more
    # B(1 + few, 19 + whole - few) / B(1, 19), as whole numbers
    slipped = Fraction(
        comb(whole, few) * 19 * factorial(few) * factorial(18 + whole - few), factorial(19 + whole)
    )
    mixed = Fraction(1, whole + 1)
    assert slips(few, whole) == pytest.approx(float(slipped / (slipped + mixed)))


@given(st.integers(1, 300), st.integers(1, 3000), st.floats(0.05, 0.95))
def test_more_against_a_habit_are_less_likely_slips(few: int, usual: int, second: float) -> None:
    one = slips(few, few + usual, second)
    assert 0 <= one <= 1
    assert slips(few + 1, few + 1 + usual, second) <= one
    assert slips(few, few + usual, second / 2) >= one


@given(
    st.lists(st.tuples(st.sampled_from("ab"), st.integers(1, 9), st.integers(10, 90)), max_size=9),
    st.randoms(),
)
def test_contrasts_add_up_the_same_in_any_order(made: list[tuple[str, int, int]], random: object) -> None:
    contrasts = [Contrast(*one, about=nth) for nth, one in enumerate(made)]
    forwards, backwards = Contrasts(), Contrasts()
    for nth, one in enumerate(contrasts):
        forwards.set(nth, [one, one])
        forwards.set(nth, [one])
    for nth, one in reversed([*enumerate(contrasts)]):
        backwards.set(nth, [one])
    assert sorted(forwards.likely(), key=str) == sorted(backwards.likely(), key=str)
