import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.errors import EditError
from annotator.domain.label import Label, LabelSet


def label(label_id: str, **values: str) -> Label:
    return Label(**{"id": label_id, "name": label_id.upper(), "colour": "#0072B2"} | values)


@pytest.mark.parametrize("same", [{"id": "a"}, {"name": "A"}, {"key": "1"}])
def test_no_two_labels_have_one_id_name_or_key(same: dict[str, str]) -> None:
    with pytest.raises((ValueError, EditError), match=r"[Tt]wo labels"):
        LabelSet((label("a", key="1"), label("b", **same) if "id" not in same else label("a", name="B")))


def test_labels_without_a_key_do_not_collide() -> None:
    assert len(LabelSet((label("a"), label("b")))) == 2


@pytest.mark.parametrize("wrong", [{"pattern": "wavy"}, {"colour": "nonsense"}, {"colour": "#12345"}])
def test_a_label_has_a_pattern_and_a_colour_that_can_be_drawn(wrong: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong.values()))):
        label("a", **wrong)


@given(st.lists(st.sampled_from(["Party", "party", "PARTY", "حزب", "two words", "Two  Words"]), max_size=12))
def test_invented_labels_keep_their_names_and_never_collide(names: list[str]) -> None:
    labels = LabelSet((label("actor", key="1"),))
    for name in dict.fromkeys(names):
        labels = LabelSet((*labels, labels.invent(name)))
    assert [one.name for one in labels] == ["ACTOR", *dict.fromkeys(names)]


def test_more_labels_than_keys_can_be_invented() -> None:
    labels = LabelSet(())
    for number in range(15):
        labels = LabelSet((*labels, labels.invent(f"L{number}")))
    assert sorted(one.key for one in labels if one.key) == list("0123456789")


def test_a_forbidden_pair_is_forbidden_both_ways_round() -> None:
    labels = LabelSet((label("a"), label("b")), frozenset({frozenset("ab"), frozenset("a")}))
    assert not labels.allows_overlap("a", "b")
    assert not labels.allows_overlap("b", "a")
    assert not labels.allows_overlap("a", "a")
    assert labels.allows_overlap("b", "b")


def test_a_label_is_shown_in_the_readers_language_or_by_its_name() -> None:
    shown = Label(id="a", name="ACTOR", colour="#0072B2", display={"ar": "الفاعل"})
    assert (shown.shown("ar"), shown.shown("en")) == ("الفاعل", "ACTOR")


def test_a_retired_label_is_there_and_not_offered_and_its_key_is_free() -> None:
    labels = LabelSet((label("a", key="1"), label("b", key="2")))
    retired = labels.retire("a", is_retired=True)
    assert [one.id for one in retired] == ["a", "b"]
    assert [one.id for one in retired.offered] == ["b"]
    assert retired.invent("c").key == "1"
    assert retired.retire("a", is_retired=False) == labels


def test_a_label_that_is_put_keeps_its_place_and_a_new_one_comes_last() -> None:
    labels = LabelSet((label("a"), label("b"))).put(label("c")).put(label("a", name="Z"))
    assert [(one.id, one.name) for one in labels] == [("a", "Z"), ("b", "B"), ("c", "C")]


@given(st.permutations("abcd"), st.sampled_from("abcd"), st.integers(-1, 1))
def test_moving_a_label_changes_the_order_of_no_others(order: list[str], moved: str, step: int) -> None:
    after = [one.id for one in LabelSet(tuple(map(label, order))).move(moved, step)]
    assert after.index(moved) == min(max(order.index(moved) + step, 0), 3)
    assert [one for one in after if one != moved] == [one for one in order if one != moved]


def test_what_is_forbidden_is_allowed_again_and_goes_with_its_label() -> None:
    labels = LabelSet((label("a"), label("b"))).forbid("b", "a", is_forbidden=True)
    assert not labels.allows_overlap("a", "b")
    assert labels.forbid("a", "b", is_forbidden=False).forbidden_overlaps == frozenset()
    assert labels.remove("b").forbidden_overlaps == frozenset()


@pytest.mark.parametrize("key", ["ض", "ab", ";", "A"])
def test_a_key_that_no_label_can_have_is_named(key: str) -> None:
    with pytest.raises(EditError, match=f"cannot have the key {key}"):
        label("a", key=key)
