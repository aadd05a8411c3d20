"""Marks are paired as well as can be, whatever their order."""

from collections import Counter
from collections.abc import Iterator, Sequence
from random import Random
from time import process_time

from hypothesis import example, given
from hypothesis import strategies as st

from annotator.domain.mark import Mark
from annotator.quality.assignment import assignment
from annotator.quality.matching import Pair, match
from tests.marks import layers, short_layers

Worth = tuple[int, ...]


def overlap(one: Mark, other: Mark) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def worth(pairs: Sequence[tuple[Mark, Mark]]) -> Worth:
    """What is better comes first: the same, the same range, the same label, an overlap, its length."""
    kinds = Counter((one[:2] == other[:2], one.label == other.label) for one, other in pairs)
    exactly = kinds[True, True], kinds[True, False], kinds[False, True], kinds[False, False]
    return *exactly, sum(overlap(*pair) for pair in pairs), -sum(abs(a.start - b.start) for a, b in pairs)


def ways(a: Sequence[Mark], b: Sequence[Mark]) -> Iterator[list[tuple[Mark, Mark]]]:
    """Yield every way to pair marks that overlap."""
    if not a:
        yield []
        return
    first, *rest = a
    yield from ways(rest, b)
    for nth, other in enumerate(b):
        if overlap(first, other):
            for more in ways(rest, [*b[:nth], *b[nth + 1 :]]):
                yield [(first, other), *more]


def paired(pairs: Sequence[Pair]) -> list[tuple[Mark, Mark]]:
    return [(one, other) for one, other in pairs if one and other]


@given(short_layers, short_layers)
def test_no_way_of_pairing_is_better(a: tuple[Mark, ...], b: tuple[Mark, ...]) -> None:
    assert worth(paired(match(a, b))) == max(map(worth, ways(a, b)))


@given(layers, layers, st.randoms(use_true_random=False))
def test_the_order_of_marks_makes_no_difference(
    a: tuple[Mark, ...], b: tuple[Mark, ...], random: Random
) -> None:
    assert match(a, b) == match(random.sample(a, len(a)), random.sample(b, len(b)))


EQUALLY_GOOD = (
    (Mark(2, 3, "X"), Mark(2, 5, "X")),
    (Mark(1, 5, "X"), Mark(2, 6, "X"), Mark(5, 6, "X")),
)
"""Both of the first may go with either of the first two."""


@given(short_layers, short_layers)
@example(*EQUALLY_GOOD)
def test_layers_that_change_places_change_them_in_every_pair(
    a: tuple[Mark, ...], b: tuple[Mark, ...]
) -> None:
    assert Counter(match(a, b)) == Counter((one, other) for other, one in match(b, a))


@given(layers, layers)
def test_every_mark_is_in_one_pair_and_no_pair_is_apart(a: tuple[Mark, ...], b: tuple[Mark, ...]) -> None:
    pairs = match(a, b)
    assert Counter(one for one, _ in pairs if one) == Counter(a)
    assert Counter(other for _, other in pairs if other) == Counter(b)
    assert all(overlap(one, other) for one, other in paired(pairs))


@given(layers)
def test_a_layer_matches_itself_however_it_nests(marks: tuple[Mark, ...]) -> None:
    assert all(one == other for one, other in match(marks, marks))


def test_spans_that_only_touch_are_not_paired() -> None:
    first, second = Mark(0, 5, "PLACE"), Mark(5, 9, "PLACE")
    assert match([first], [second]) == [(first, None), (None, second)]


def test_what_was_meant_is_found_behind_what_stands_nearer() -> None:
    """A greedy choice takes (2, 5) for (0, 3), and has nothing left that is right."""
    a, b = [Mark(0, 3, "X"), Mark(4, 8, "X")], [Mark(2, 5, "X"), Mark(0, 3, "X")]
    assert match(a, b) == [(a[0], b[1]), (a[1], b[0])]


@given(st.lists(st.dictionaries(st.integers(0, 4), st.integers(1, 20)), max_size=5))
def test_an_assignment_gains_as_much_as_any(gains: list[dict[int, int]]) -> None:
    def best(rows: Sequence[dict[int, int]], taken: frozenset[int]) -> int:
        if not rows:
            return 0
        first, *rest = rows
        others = (
            gain + best(rest, taken | {column}) for column, gain in first.items() if column not in taken
        )
        return max([best(rest, taken), *others])

    found = assignment(gains)
    assert len(set(found.values())) == len(found)
    assert sum(gains[row][column] for row, column in found.items()) == best(gains, frozenset())


def test_a_span_over_everything_does_not_make_a_long_article_slow() -> None:
    a = [Mark(0, 50_000, "TOPIC"), *(Mark(nth * 50 + 1, nth * 50 + 30, "PLACE") for nth in range(1000))]
    b = [Mark(1, 50_002, "TOPIC"), *(Mark(nth * 50 + 3, nth * 50 + 33, "ACTOR") for nth in range(1000))]
    start = process_time()
    assert len(paired(match(a, b))) == 1001
    assert process_time() - start < 5
