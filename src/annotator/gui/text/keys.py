"""Which key was pressed, by its place on the keyboard, whatever layout is active."""

import sys
import unicodedata

from PySide6.QtGui import QKeyEvent

_ROWS = (("1234567890", 2), ("qwertyuiop[]", 16), ("asdfghjkl", 30), ("`", 41), ("zxcvbnm", 44))
"""The characters of a US keyboard, and the PC scan code (set 1) of the first in each row."""

_PC_CODES = {first + step: character for row, first in _ROWS for step, character in enumerate(row)}
_X11_SHIFT = 8
"""X11 and Wayland count evdev's codes, which are the PC's, from 8."""

# Apple's virtual key codes (HIToolbox/Events.h, kVK_ANSI_1 and so on).
_MAC_CODES = dict(zip((18, 19, 20, 21, 23, 22, 26, 28, 25, 29), "1234567890", strict=True)) | dict(
    zip(
        (12, 13, 14, 15, 17, 16, 32, 34, 31, 35, 0, 1, 2, 3, 5, 4, 38, 40, 37, 6, 7, 8, 9, 11, 45, 46),
        "qwertyuiopasdfghjklzxcvbnm",
        strict=True,
    )
)
# What Apple's keyboards have left of 1: of two forms, that of Europe has § there and ` beside the left Shift.
_MAC_CODES |= {33: "[", 30: "]", 50: "`", 10: "`"}

_FIRST_WITHOUT_CHARACTER = 0x01000000
"""Smaller values of Qt.Key are code points."""

_WITH_SHIFT = {"~": "`", "{": "[", "}": "]", "ذ": "`", "\u0651": "`"}
"""What US and Arabic keyboards type with those keys."""


def character_of(event: QKeyEvent, platform: str = sys.platform) -> str:
    """Return the character that a US keyboard has at the key's place; "" for other keys.

    Where the system tells no place (events made by a program), the character typed counts, and any
    digit as the digit it is: ٢ as 2.
    """
    if platform == "darwin":
        found = _MAC_CODES.get(event.nativeVirtualKey()) if event.nativeScanCode() else None
    else:
        shift = 0 if platform == "win32" else _X11_SHIFT
        found = _PC_CODES.get(event.nativeScanCode() - shift)
    if found:
        return found
    typed = event.text()
    if len(typed) != 1 or not typed.isprintable():
        return ""
    digit = unicodedata.digit(typed, None)
    return _WITH_SHIFT.get(typed, typed.lower()) if digit is None else str(digit)


def character_at(key: int) -> str:
    """Return the character that a key of Qt's types into an article, "" if that means nothing there."""
    typed = chr(key).lower() if key < _FIRST_WITHOUT_CHARACTER else ""
    typed = _WITH_SHIFT.get(typed, typed)
    return typed if typed.isalnum() or typed in {"[", "]", "`"} else ""
