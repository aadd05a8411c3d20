from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.domain import moment

zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1), timezones=zones)  # noqa: DTZ001 - a bound


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-11-19", "2025-11-19T00:00:00.000Z"),
        ("2025-11-19T10:20:30.456Z", "2025-11-19T10:20:30.456Z"),
        ("2025-11-19T10:20:30+03:00", "2025-11-19T07:20:30.000Z"),
        ("2025-11-19 10:20:30.1239", "2025-11-19T10:20:30.123Z"),
    ],
)
def test_a_moment_is_read_in_any_form_of_iso_8601(text: str, expected: str) -> None:
    assert moment.parse(text) == expected


@given(moments)
def test_a_moment_keeps_its_millisecond_and_loses_its_zone(when: datetime) -> None:
    text = moment.parse(when.isoformat())
    back = datetime.fromisoformat(text)
    assert moment.parse(text) == text
    assert timedelta(0) <= when - back < timedelta(milliseconds=1)


@given(moments, moments)
def test_moments_sort_as_text(one: datetime, other: datetime) -> None:
    if abs(one - other) >= timedelta(milliseconds=1):
        assert (one < other) == (moment.canonical(one) < moment.canonical(other))


@given(st.text(max_size=30))
@example("0001-01-01T00:00+14:00")
@example("9999-12-31T23:59-14:00")
@example("2025-13-01")
@example("٢٠٢٥-١١-١٩T١٠:٢٠:٣٠.٠٠٠Z")
def test_anything_else_is_no_moment(text: str) -> None:
    try:
        found = moment.parse(text)
    except ValueError:
        return
    assert found.isascii()
    assert datetime.fromisoformat(found).tzinfo == UTC
