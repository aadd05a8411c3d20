import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.span import Span

places = st.integers(0, 30)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = draw(places)
    return Span(start, draw(st.integers(start + 1, 31)))


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 3), (-2, -1)])
def test_a_span_is_never_empty_reversed_or_negative(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


@given(spans())
def test_a_span_is_as_long_as_the_text_it_covers(span: Span) -> None:
    text = "ا" * 31
    assert len(span) == len(span.of(text)) > 0


@given(spans(), spans())
def test_spans_overlap_where_they_have_a_place_in_common(one: Span, other: Span) -> None:
    common = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlaps(other) == other.overlaps(one) == bool(common)


@given(spans(), places)
def test_a_span_contains_its_start_and_not_its_end(span: Span, place: int) -> None:
    assert span.contains(place) == (place in range(span.start, span.end))


def test_of_spans_that_start_together_the_longer_is_read_first() -> None:
    order = sorted([Span(2, 4), Span(0, 1), Span(2, 9)], key=lambda span: span.reading_order)
    assert order == [Span(0, 1), Span(2, 9), Span(2, 4)]
