import time
import uuid

from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.identity import is_id, new_id


def test_an_identity_is_a_uuid_of_version_7_in_canonical_form() -> None:
    for _ in range(1000):
        made = uuid.UUID(text := new_id())
        assert made.version == 7
        assert made.variant == uuid.RFC_4122
        assert str(made) == text


def test_identities_differ() -> None:
    assert len({new_id() for _ in range(20_000)}) == 20_000


def test_identities_sort_by_the_time_they_were_made() -> None:
    made = []
    for _ in range(5):
        made.append(new_id())
        before = time.time_ns() // 1_000_000
        while time.time_ns() // 1_000_000 == before:
            pass
    assert made == sorted(made)


@given(st.uuids())
def test_any_canonical_uuid_is_an_identity(one: uuid.UUID) -> None:
    assert is_id(str(one))
    assert not is_id(f"{{{one}}}")
    assert not is_id(one.hex)
    assert not is_id(f"{one}\n")
