"""Patterns over the properties of Unicode, compiled when they are first needed."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from regex import Pattern


@cache
def compiled(expression: str) -> "Pattern[str]":
    # The library takes 10 ms to import, and a window that opens moves no caret yet.
    import regex  # noqa: PLC0415

    return regex.compile(expression)
