"""Keys are found by their place on the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from annotator.gui.text.keys import character_of


def event(text: str, scan_code: int = 0, virtual_key: int = 0) -> QKeyEvent:
    none = Qt.KeyboardModifier.NoModifier
    return QKeyEvent(QKeyEvent.Type.KeyPress, 0, none, scan_code, virtual_key, 0, text)


@pytest.mark.parametrize(
    ("platform", "typed", "scan_code", "virtual_key", "wanted"),
    [
        ("linux", "1", 10, 0, "1"),
        ("linux", "١", 10, 0, "1"),
        ("linux", "&", 10, 0, "1"),
        ("linux", "ض", 24, 0, "q"),
        ("win32", "٤", 5, 0, "4"),
        ("win32", "ض", 16, 0, "q"),
        ("darwin", "٢", 1, 19, "2"),
        ("darwin", "ش", 1, 0, "a"),
        ("linux", "٣", 0, 0, "3"),
        ("linux", "Q", 0, 0, "q"),
        ("linux", "", 50, 0, ""),
        ("linux", "ذ", 49, 0, "`"),
        ("linux", "²", 49, 0, "`"),
        ("linux", "ج", 34, 0, "["),
        ("win32", "د", 27, 0, "]"),
        ("darwin", "ذ", 1, 50, "`"),
        ("darwin", "§", 1, 10, "`"),
        ("darwin", "ج", 1, 33, "["),
        ("linux", "ذ", 0, 0, "`"),
        ("linux", "~", 0, 0, "`"),
        ("linux", "{", 0, 0, "["),
    ],
)
def test_a_key_is_the_us_character_at_its_place(
    platform: str, typed: str, scan_code: int, virtual_key: int, wanted: str
) -> None:
    assert character_of(event(typed, scan_code, virtual_key), platform) == wanted
