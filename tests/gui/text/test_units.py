"""Units tile their text's words and sentences, whichever way one goes through them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic import graphemes
from annotator.arabic.vocabulary import Vocabulary
from annotator.domain.span import Span
from annotator.gui.text.units import Unit, Units
from tests.texts import texts

TEXT = "زار وفد أرمينيا باكو. ووقّع الاتفاق لأرمينيا ومستقبلهم! ثم غادر"


def span(part: str) -> Span:
    return Span(TEXT.index(part), TEXT.index(part) + len(part))


@pytest.fixture
def units() -> Units:
    return Units(TEXT, Vocabulary())


@pytest.mark.parametrize(
    ("unit", "chosen", "widened"),
    [
        (Unit.CHARACTER, "لأرمينيا", "رمي"),
        (Unit.CLITIC, "أرمينيا", "أرمينيا"),
        (Unit.WORD, "لأرمينيا", "لأرمينيا"),
        (Unit.SENTENCE, "ووقّع الاتفاق لأرمينيا ومستقبلهم!", "ووقّع الاتفاق لأرمينيا ومستقبلهم!"),
    ],
)
def test_each_unit_has_its_size(unit: Unit, chosen: str, widened: str) -> None:
    text = TEXT[TEXT.index("ووقّع") :]
    units = Units(text, Vocabulary())
    place = text.index("رمي")
    found = units.chosen_at(unit, place)
    assert found
    assert found.of(text) == chosen
    assert units.widened(unit, Span(place, place + 3)).of(text) == widened


def test_an_edge_goes_from_clitic_to_clitic(units: Units) -> None:
    word = span("ومستقبلهم")
    ends = [word.start]
    while ends[-1] < word.end:
        ends.append(units.end_after(Unit.CLITIC, ends[-1]))
    assert [TEXT[start:end] for start, end in pairwise(ends)] == ["و", "مستقبل", "هم"]
    assert units.end_before(Unit.CLITIC, word.end) == word.end - 2
    assert units.end_before(Unit.CLITIC, word.start + 1) == span("لأرمينيا").end
    assert units.start_after(Unit.CLITIC, word.start) == word.start + 1
    assert units.start_before(Unit.CLITIC, word.start) == span("لأرمينيا").start + 1


def test_sentences_are_gone_through_both_ways(units: Units) -> None:
    second = span("ووقّع الاتفاق لأرمينيا ومستقبلهم!")
    assert units.end_after(Unit.SENTENCE, second.start - 1) == second.end
    assert units.start_after(Unit.SENTENCE, second.start) == TEXT.index("ثم")
    assert units.start_before(Unit.SENTENCE, second.end) == second.start
    assert units.end_before(Unit.SENTENCE, second.end) == TEXT.index(".") + 1


@given(texts, st.integers(0, 40), st.integers(1, 40), st.sampled_from(list(Unit)))
def test_widening_keeps_what_was_there_and_is_done_once(
    text: str, start: int, length: int, unit: Unit
) -> None:
    units = Units(text, Vocabulary())
    edges = sorted(
        place
        for place in {min(start, len(text)), min(start + length, len(text))}
        if graphemes.is_boundary(text, place)
    )
    if len(edges) == 2:
        wide = units.widened(unit, Span(*edges))
        assert wide.start <= edges[0]
        assert edges[1] <= wide.end <= len(text)
        assert units.widened(unit, wide) == wide


@given(texts, st.sampled_from(list(Unit)))
def test_every_step_goes_on_until_the_end(text: str, unit: Unit) -> None:
    units = Units(text, Vocabulary())
    place = 0
    while place < len(text):
        assert place < units.end_after(unit, place) <= len(text)
        assert place < units.start_after(unit, place) <= len(text)
        place = units.end_after(unit, place)
    while place > 0:
        assert 0 <= units.start_before(unit, place) < place
        assert 0 <= units.end_before(unit, place) < place
        place = units.start_before(unit, place)
