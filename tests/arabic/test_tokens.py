"""Tokens of Arabic news: what they are, where they are cut, and that nothing is left out."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.arabic import tokens as module
from annotator.arabic.patterns import compiled
from annotator.arabic.tokens import tokens
from tests.examples import at_most
from tests.texts import TRICKY, texts

common = st.text(
    st.sampled_from(
        "".join(part if isinstance(part, str) else "".join(map(chr, part)) for part in module._COMMON)
    ),
    max_size=30,
)


def words(text: str, places: tuple[int, ...] = ()) -> list[str]:
    return tokens(text).cut(places)[0].words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وقّعت أرمينيا وباكو اتفاق سلام.", ["وقّعت", "أرمينيا", "وباكو", "اتفاق", "سلام", "."]),
        ("«باكو»، (COP29): ١٬٢٥٠٫٥", ["«", "باكو", "»", "،", "(", "COP29", ")", ":", "١٬٢٥٠٫٥"]),
        ("بـ12:30 يوم 19/11/2025.", ["بـ12:30", "يوم", "19/11/2025", "."]),
        ("قال:نعم", ["قال", ":", "نعم"]),
        ("فوز 👩‍👩‍👧‍👦🇶🇦 5%", ["فوز", "👩‍👩‍👧‍👦", "🇶🇦", "5", "%"]),
        ("\u200fباكو\u200f \ufeffو\u00a0ب", ["باكو", "و", "ب"]),
        ("می\u200cخواهم الـــسلام", ["می\u200cخواهم", "الـــسلام"]),
        ("", []),
        (" \n\t", []),
    ],
)
def test_a_text_is_cut_into_words_and_marks(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_clitic_is_cut_off_where_a_span_begins() -> None:
    assert words("وباكو", (1,)) == ["و", "باكو"]
    assert words("ولأرمينيا و", (1, 2, 9, 10)) == ["و", "ل", "أرمينيا", "و"]


@given(text=texts | common)
@settings(max_examples=at_most(400))
def test_both_ways_of_finding_tokens_agree(text: str) -> None:
    assert tokens(text).ranges() == [match.span() for match in compiled(module._TOKEN).finditer(text)]


@given(text=texts, data=st.data())
def test_tokens_hold_all_that_is_seen_and_no_space(text: str, data: st.DataObject) -> None:
    places = data.draw(st.lists(st.integers(0, len(text)), max_size=4))
    pieces, within = tokens(text).cut(places)
    found = pieces.ranges()
    assert pieces.words == [text[start:end] for start, end in found]
    assert all(start < end for start, end in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))
    assert within <= {*places}
    assert not any(letter.isspace() for start, end in found for letter in text[start:end])
    seen = {place for start, end in found for place in range(start, end)}
    assert not any(letter.isalnum() for place, letter in enumerate(text) if place not in seen)
    assert {*tokens(text).bounds} | within == {*pieces.bounds}


@given(text=texts, data=st.data())
def test_tokens_with_gaps_make_up_the_text_and_spans_lie_on_them(text: str, data: st.DataObject) -> None:
    places = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(places, places).filter(lambda pair: pair[0] < pair[1]), max_size=3))
    found = tokens(text).with_gaps(text, spans)
    starts, ends = found.starts, found.ends
    spaces = [after - end for end, after in zip(ends, [*starts[1:], len(text)], strict=True)]
    assert all(space in {0, 1} for space in spaces)
    assert "".join(word + " " * space for word, space in zip(found.words, spaces, strict=True)) == text
    for start, end in spans:
        first, after = found.covered(start, end)
        assert (starts[first], ends[after - 1]) == (start, end)


@pytest.mark.parametrize("name", TRICKY)
def test_tricky_texts_have_tokens(name: str) -> None:
    assert tokens(TRICKY[name]).words
