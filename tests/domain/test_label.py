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
