from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.offsets import Offsets

texts = st.text(st.characters(exclude_categories=("Cs",)) | st.sampled_from("🎉👩🇶ا\u0650ab"))


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(texts)
def test_every_place_has_the_utf16_place_that_the_encoding_gives_it(text: str) -> None:
    offsets = Offsets(text)
    assert [offsets.to_utf16(place) for place in range(len(text) + 1)] == [
        units(text[:place]) for place in range(len(text) + 1)
    ]


@given(texts)
def test_there_and_back_is_the_same_place(text: str) -> None:
    offsets = Offsets(text)
    for place in range(len(text) + 1):
        assert offsets.to_code_point(offsets.to_utf16(place)) == place


@given(texts)
def test_half_a_surrogate_pair_belongs_to_the_character_it_writes(text: str) -> None:
    offsets = Offsets(text)
    for place, letter in enumerate(text):
        if letter > "\uffff":
            assert offsets.to_code_point(offsets.to_utf16(place) + 1) == place
