import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.errors import ProjectError
from annotator.domain.place import ServerAddress, place_of

SECRET = "s3kret"
ANY_URLS = st.builds(
    "postgresql://{}:{}{}@{}".format,
    st.text(max_size=5),
    st.just(SECRET),
    st.text(max_size=5),
    st.text(st.characters(codec="utf-8") | st.sampled_from("/:@?#"), max_size=20),
)


def test_a_path_is_a_path_and_an_address_an_address() -> None:
    assert place_of("أخبار/news.annotator") == Path("أخبار/news.annotator")
    assert place_of("postgresql://host/news") == ServerAddress("postgresql://host/news")


@pytest.mark.parametrize(
    ("url", "shown", "name"),
    [
        ("postgresql+psycopg://amal:s3kret@db.example:5433/news", "amal@db.example:5433/news", "news"),
        ("postgres://[::1]/a%20b", "[::1]/a%20b", "a b"),
        ("postgresql://amal@/news?host=/run/pg&password=s3kret", "amal@/news", "news"),
    ],
)
def test_an_address_is_shown_without_its_password(url: str, shown: str, name: str) -> None:
    address = ServerAddress(url)
    assert str(address) == f"postgresql+psycopg://{shown}"
    assert address.name == name
    assert SECRET not in f"{address} {address!r}"


@pytest.mark.parametrize(
    "url",
    [
        "mysql://host/news",
        "https://example.org/news",
        "postgresql://host",
        "postgresql://host/",
        "postgresql://u:s3kret@host:port/news",
        "postgresql://u:s3k@ret@host/news",
        "postgresql://u:s3k/ret@host/news",
        "postgresql://u:s3kret@host/news#x",
        "postgresql://[::1/news",
    ],
)
def test_what_is_no_address_is_refused_without_repeating_it(url: str) -> None:
    with pytest.raises(ProjectError, match=re.escape("postgresql+psycopg://user@host/database")) as refusal:
        place_of(url)
    assert "s3k" not in str(refusal.value)


@given(ANY_URLS)
def test_no_password_is_ever_shown(url: str) -> None:
    try:
        address = ServerAddress(url)
    except ProjectError as refusal:
        assert SECRET not in str(refusal)
    else:
        assert SECRET not in f"{address} {address!r} {address.name}"
