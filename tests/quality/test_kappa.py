"""Cohen's and Fleiss' kappa are what their definitions say."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.measures import Undefined
from annotator.quality.kappa import cohen, either_labelled, fleiss

LABELS = "ABO"
confusions = st.dictionaries(st.tuples(*[st.sampled_from(LABELS)] * 2), st.integers(1, 50))
units = st.lists(st.tuples(*[st.sampled_from("ABO")] * 3), min_size=1, max_size=20)


@given(confusions)
def test_cohens_kappa_is_what_its_definition_says(found: dict[tuple[str, str], int]) -> None:
    total = sum(found.values())
    if not total:
        assert cohen(found) is Undefined.TOKENS
        return
    observed = sum(found.get((label, label), 0) for label in LABELS) / total
    rows = [sum(found.get((label, other), 0) for other in LABELS) / total for label in LABELS]
    columns = [sum(found.get((other, label), 0) for other in LABELS) / total for label in LABELS]
    by_chance = sum(row * column for row, column in zip(rows, columns, strict=True))
    if len(found) == 1 and observed == 1:
        assert cohen(found) is Undefined.ONE_VALUE
    else:
        assert cohen(found) == pytest.approx((observed - by_chance) / (1 - by_chance))


@given(confusions)
def test_cohens_kappa_is_the_same_from_both_sides(found: dict[tuple[str, str], int]) -> None:
    assert cohen(found) == cohen({(other, one): count for (one, other), count in found.items()})


@given(confusions, st.integers(1, 1000))
def test_what_neither_labelled_only_counts_over_all_tokens(
    found: dict[tuple[str, str], int], more: int
) -> None:
    longer = {**found, ("O", "O"): found.get(("O", "O"), 0) + more}
    assert cohen(either_labelled(found)) == cohen(either_labelled(longer))


@given(units)
def test_fleiss_kappa_is_what_its_definition_says(found: list[tuple[str, ...]]) -> None:
    raters, total = 3, len(found)
    shares = [sum(unit.count(label) for unit in found) / (raters * total) for label in LABELS]
    agreed = sum(
        sum(unit.count(label) * (unit.count(label) - 1) for label in LABELS) / (raters * (raters - 1))
        for unit in found
    )
    by_chance = sum(share**2 for share in shares)
    if len(set("".join(map("".join, found)))) == 1:
        assert fleiss(Counter(found)) is Undefined.ONE_VALUE
    else:
        assert fleiss(Counter(found)) == pytest.approx((agreed / total - by_chance) / (1 - by_chance))


def test_fleiss_kappa_is_of_what_all_have_seen() -> None:
    seen = {("A", "A", "B"): 3, ("O", "O", "O"): 9}
    assert fleiss({**seen, ("A", None, "B"): 50}) == fleiss(seen)
    assert fleiss({("A", None, "B"): 50}) is Undefined.COMPLETE
    assert fleiss({}) is Undefined.COMPLETE
    assert fleiss({("A",): 5, ("O",): 5}) is Undefined.COMPLETE
