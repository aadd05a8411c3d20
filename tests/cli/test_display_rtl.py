"""Arabic for terminals that neither join nor order it."""

import pytest

from annotator.cli.display_rtl import terminal_needs_it, visual


def shown(line: str) -> str:
    return "".join(letter for letter, _ in visual(line))


def test_letters_are_joined_and_run_from_the_right() -> None:
    assert shown("سلام") == "ﻡﺎﻠﺳ"


def test_brackets_are_mirrored_and_numbers_are_not_turned_round() -> None:
    assert shown("(باكو) 2025") == "2025 (ﻮﻛﺎﺑ)"


def test_marks_follow_their_letter() -> None:
    assert shown("مَد") == "ﺪﻣَ"


def test_every_letter_knows_its_place() -> None:
    line = "زار COP30 (باكو) مُحَمَّد 12%"
    assert sorted(place for _, place in visual(line)) == list(range(len(line)))
    assert sorted(place for _, place in visual("هـ\u200dب و\u200cه")) == [0, 1, 3, 4, 5, 7]


def test_what_is_not_a_terminal_gets_the_text_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not terminal_needs_it({})
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert terminal_needs_it({})
    assert not terminal_needs_it({"VTE_VERSION": "6800"})
    assert not terminal_needs_it({"KONSOLE_VERSION": "220000"})
