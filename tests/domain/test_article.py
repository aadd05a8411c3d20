import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.article import Article, ArticleState, date_line, fingerprint, opening


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (" date 2025-11-19 وقّعت أرمينيا", "2025-11-19"),
        ("date 2025-11-19\nوقّعت", "2025-11-19"),
        ("\r\n date 2025-11-19\r\nوقّعت", "2025-11-19"),
        ("date 2025-11-191 وقّعت", None),
        ("update 2025-11-19 وقّعت", None),
        ("وقّعت date 2025-11-19 أرمينيا", None),
        ("date 19/11/2025 وقّعت", None),
        ("date 2025-99-99 وقّعت", None),
        ("", None),
    ],
)
def test_the_agencys_date_line_stands_at_the_beginning_only(text: str, day: str | None) -> None:
    assert date_line(text) == day


def test_an_article_without_a_title_is_known_by_its_first_words() -> None:
    text = " date 2025-11-19 وقّعت أرمينيا\r\n  وأذربيجان اتفاقا."
    assert opening(text) == "وقّعت أرمينيا وأذربيجان اتفاقا."
    assert Article("1", 1, text).heading == opening(text)
    assert Article("1", 1, text, meta={"title": "عنوان"}).heading == "عنوان"
    assert Article("1", 1, text, meta={"title": 5}).heading == opening(text)


@given(st.text(), st.integers(1, 100))
def test_an_opening_is_one_line_of_bounded_length(text: str, length: int) -> None:
    found = opening(text, length)
    assert len(found) <= length + 1
    assert found.splitlines() in ([], [found])
    assert found == " ".join(found.split())


def test_a_state_is_read_however_people_write_it() -> None:
    for name in ("in-progress", "in_progress", "In Progress", " in progress "):
        assert ArticleState.named(name) is ArticleState.IN_PROGRESS
    assert [state for state in ArticleState if state.is_closed] == ["submitted", "accepted"]


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_a_fingerprint_is_the_sha256_of_the_utf8_form(text: str) -> None:
    assert fingerprint(text) == hashlib.sha256(text.encode("utf-8")).hexdigest()
