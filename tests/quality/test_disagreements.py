"""Where people differ is found, named, and put together."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.words import word_at
from annotator.domain.mark import Mark
from annotator.quality.disagreements import Kind, _word_at, compare

TEXT = "زار وزير الخارجية وباكو أمس والتقى كتابهم باكو، ثم"
WAW_BAKU, BAKU = (18, 23), (19, 23)


def only(**layers: list[tuple[int, int, str]]) -> tuple[Kind, tuple[str, ...]]:
    compared = compare(TEXT, {name: [Mark(*mark) for mark in marks] for name, marks in layers.items()})
    (found,) = compared.disagreements
    return found.kind, found.absent


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ((4, 17, "ACTOR"), (4, 8, "ACTOR"), Kind.END),
        ((4, 17, "ACTOR"), (9, 17, "ACTOR"), Kind.START),
        ((0, 8, "ACTOR"), (4, 17, "ACTOR"), Kind.BOTH),
        ((4, 17, "ACTOR"), (4, 17, "PLACE"), Kind.LABEL),
        ((4, 17, "ACTOR"), (4, 8, "PLACE"), Kind.LABEL),
        ((*WAW_BAKU, "PLACE"), (*BAKU, "PLACE"), Kind.CLITIC),
        ((35, 41, "TOPIC"), (35, 39, "TOPIC"), Kind.CLITIC),
        ((*WAW_BAKU, "PLACE"), (*BAKU, "ACTOR"), Kind.LABEL),
        ((42, 46, "PLACE"), (42, 47, "PLACE"), Kind.END),
    ],
)
def test_a_pair_that_differs_is_of_a_kind(
    one: tuple[int, int, str], other: tuple[int, int, str], kind: Kind
) -> None:
    assert only(amal=[one], badr=[other]) == (kind, ())
    assert only(amal=[other], badr=[one]) == (kind, ())


def test_what_fewer_than_half_have_is_spurious_and_else_missing() -> None:
    mark = (4, 8, "ACTOR")
    assert only(amal=[mark], badr=[]) == (Kind.MISSING, ("badr",))
    assert only(amal=[mark], badr=[], dina=[]) == (Kind.SPURIOUS, ("badr", "dina"))
    assert only(amal=[mark], badr=[mark], dina=[]) == (Kind.MISSING, ("dina",))


def test_a_wide_span_does_not_draw_what_lies_in_it_into_its_disagreement() -> None:
    inner = [(4, 8, "ACTOR"), (*BAKU, "PLACE")]
    moved = [(4, 17, "ACTOR"), (*WAW_BAKU, "PLACE")]
    layers = {
        "amal": [Mark(0, 41, "TOPIC"), *(Mark(*mark) for mark in inner)],
        "badr": [Mark(*mark) for mark in moved],
    }
    kinds = [found.kind for found in compare(TEXT, layers).disagreements]
    assert kinds == [Kind.MISSING, Kind.END, Kind.CLITIC]


def test_of_one_layer_all_is_agreed_and_of_none_nothing_is_there() -> None:
    alone = compare(TEXT, {"amal": [Mark(4, 8, "ACTOR")]})
    assert (alone.agreed, alone.disagreements) == ((Mark(4, 8, "ACTOR"),), ())
    assert compare(TEXT, {}).agreed == ()
    nothing = compare(TEXT, {"amal": [], "badr": []})
    assert (nothing.agreed, nothing.disagreements) == ((), ())


def _span(bounds: tuple[int, int]) -> tuple[int, int]:
    return min(bounds), max(bounds) + 1


SPANS = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(_span)
MARKS = st.lists(
    st.builds(lambda span, label: Mark(*span, label), SPANS, st.sampled_from("ABC")), unique=True, max_size=6
)
LAYERS = st.dictionaries(st.sampled_from(["amal", "badr", "dina"]), MARKS, min_size=1)


@given(LAYERS)
def test_every_mark_is_agreed_or_in_one_disagreement(layers: dict[str, list[Mark]]) -> None:
    compared = compare(TEXT, layers)
    told = [*compared.agreed, *(mark for found in compared.disagreements for mark in found.marks)]
    assert sorted(told) == sorted({mark for marks in layers.values() for mark in marks})
    for found in compared.disagreements:
        assert found.absent or len(found.sides) > 1
        for mark, names in found.sides:
            assert [*names] == [name for name in layers if mark in layers[name]]


@given(LAYERS, st.randoms(use_true_random=False))
def test_the_order_of_people_and_marks_does_not_matter(layers: dict[str, list[Mark]], random: Random) -> None:
    names = [*layers]
    random.shuffle(names)
    shuffled = {name: random.sample(layers[name], len(layers[name])) for name in names}
    once, again = compare(TEXT, layers), compare(TEXT, shuffled)
    assert once.agreed == again.agreed
    assert [(found.kind, found.marks) for found in once.disagreements] == [
        (found.kind, found.marks) for found in again.disagreements
    ]


@given(st.text("وبالمدن يا. َّ\n", max_size=200), st.integers(0, 199))
def test_a_word_is_the_same_from_close_by(text: str, place: int) -> None:
    place = min(place, max(len(text) - 1, 0))
    assert _word_at(text, place) == word_at(text, place)
