"""Which letters join."""

from pathlib import Path

import pytest

from annotator.arabic.joining import joins_next


@pytest.mark.parametrize(
    ("text", "place", "joins"),
    [("با", 1, True), ("اب", 1, False), ("بَب", 2, True), ("بa", 1, False), ("ab", 1, False), ("ءب", 1, False),
     ("ب،", 1, False), ("ـب", 1, True), ("ب\u200d", 1, True), ("ب\u200cب", 2, False)],
)  # fmt: skip
def test_a_letter_joins_the_next(text: str, place: int, joins: bool) -> None:
    assert joins_next(text, place) == joins


def test_joining_is_unicodes(shared_data: Path) -> None:
    for line in (shared_data / "unicode" / "ArabicShaping.txt").read_text("utf-8").splitlines():
        if fields := [field.strip() for field in line.partition("#")[0].split(";")][:-1]:
            code, _, kind = fields
            if 0x600 <= int(code, 16) <= 0x6FF and kind != "T":
                assert joins_next(f"{chr(int(code, 16))}ب", 1) == (kind in "DCL"), line
