import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.errors import EditError
from annotator.domain.names import LONGEST, checked


@pytest.mark.parametrize("name", ["ACTOR", "الفاعل", "أمل بنت خالد", "place-2", "é", "🎉", "١٢"])
def test_a_name_that_can_be_read_is_accepted(name: str) -> None:
    assert checked(name) == name


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        " a",
        "a ",
        "a\n",
        "a\tb",
        "a\x1bb",
        "a\u202eb",
        "a\u2067b",
        "a\u200bb",
        "a\u200db",
        "a\u200fb",
        "a\ufeffb",
        "a\u2028b",
        "a\ue000b",
        "a\x00b",
        "\ud800",
    ],
)
def test_a_name_is_not_empty_and_holds_nothing_invisible(name: str) -> None:
    with pytest.raises(EditError):
        checked(name)


def test_a_name_is_not_longer_than_a_line() -> None:
    assert checked("ا" * LONGEST)
    with pytest.raises(EditError, match=str(LONGEST)):
        checked("ا" * (LONGEST + 1))


@given(st.text(st.characters(categories=("Cc", "Cf", "Zl", "Zp", "Co", "Cs")), min_size=1, max_size=3))
def test_the_refusal_itself_can_be_printed(hidden: str) -> None:
    with pytest.raises(EditError) as refusal:
        checked(f"a{hidden}b")
    assert str(refusal.value).isprintable()
