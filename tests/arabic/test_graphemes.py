"""Graphemes, forwards and backwards, in texts of any length."""

import re
import time
from pathlib import Path

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic import graphemes

PARTS = "بَ\u064fا 🎉\U0001f1f6\U0001f1e6\u200d👨\ufe0f\u0600a\r\n\u0301\U0001f3fd\u200cगे한ד"


def ends_by_hand(text: str) -> list[int]:
    return [match.end() for match in regex.finditer(r"\X", text)]


@given(st.text(st.sampled_from(PARTS), min_size=1, max_size=30) | st.text(min_size=1, max_size=30))
def test_before_and_after_agree_with_reading_from_the_beginning(text: str) -> None:
    ends = ends_by_hand(text)
    starts = [0, *ends[:-1]]
    for start, end in zip(starts, ends, strict=True):
        assert graphemes.after(text, start) == end
        for place in range(start + 1, end + 1):
            assert graphemes.before(text, place) == start
            assert graphemes.before(text, place, starts[len(starts) // 2] if place > start else 0) in {
                start,
                starts[len(starts) // 2],
            }
    for place in range(len(text) + 1):
        assert graphemes.is_boundary(text, place) == (place in {0, *ends})


def test_graphemes_are_unicodes(shared_data: Path) -> None:
    differing = []
    for line in (shared_data / "unicode" / "GraphemeBreakTest.txt").read_text("utf-8").splitlines():
        written = line.partition("#")[0]
        text = "".join(chr(int(code, 16)) for code in re.findall("[0-9A-F]+", written))
        expected = {place for place, mark in enumerate(re.findall("[÷×]", written)) if mark == "÷"}
        if {
            place for place in range(len(text) + 1) if graphemes.is_boundary(text, place)
        } != expected and text:
            differing.append(text)
    # In the version of Unicode that these tests are of, the scissors were a picture to make emoji of.
    assert {text for text in differing if "✁" not in text} == set()
    assert len(differing) <= 3


@pytest.mark.parametrize(
    "text",
    [
        "ب" + "\u064e" * 1_000_000,
        "ب" * 1_000_000,
        "👨‍👩‍👧" * 200_000,
        "\U0001f1f6\U0001f1e6" * 500_000,
        "\u200d" * 1_000_000,
    ],
    ids=["marks", "letters", "families", "flags", "joiners"],
)
def test_a_step_in_a_giant_run_takes_no_time(text: str) -> None:
    start = time.thread_time()
    for place in (1, len(text) // 2, len(text)):
        before = graphemes.before(text, place)
        assert graphemes.after(text, before) >= place
        graphemes.is_boundary(text, place)
    assert time.thread_time() - start < 2
