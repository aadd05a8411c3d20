"""Folding: one form for all spellings that a reader takes for the same, with the way back to the source.

Letter by letter: compatibility decomposition (UAX 15) without its combining marks, which takes hamza and
madda off their seats, tashkeel off letters and presentation forms apart; no tatweel and no invisible
controls; alef wasla as alef, ة as ه, ى and the Persian yeh as ي, the Persian kaf as ك; digits of any script
as 0 to 9; letters of scripts that have cases in the small one.
"""

import unicodedata
from functools import cached_property

_TATWEEL = "ـ"
_SAME = str.maketrans(
    {"ٱ": "ا", "ة": "ه", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ھ": "ه", "ە": "ه", "ہ": "ه"}
)
_DROPPED = {"Mn", "Me", "Cf"}
_ATTACHED = {"Mn", "Me"}


class _Table(dict[int, str]):
    """What each character folds to, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = chr(code)
        while (again := _fold_once(folded)) != folded:
            folded = again
        self[code] = folded
        return folded


def _fold_once(text: str) -> str:
    kept = (
        letter
        for letter in unicodedata.normalize("NFKD", text)
        if unicodedata.category(letter) not in _DROPPED and letter != _TATWEEL
    )
    return "".join(_digit(letter) for letter in kept).translate(_SAME).casefold()


def _digit(letter: str) -> str:
    value = unicodedata.decimal(letter, None)
    return letter if value is None else str(value)


_TABLE = _Table()


def fold(text: str) -> str:
    """Return a text as it is compared; folding it again changes nothing."""
    return text.translate(_TABLE)


class Folded:
    """A text as it is compared, and where in the source each of its characters comes from."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.text = fold(source)

    @cached_property
    def origins(self) -> list[int]:
        """For each character of the folded text, the place in the source that it comes from."""
        return [place for place, letter in enumerate(self.source) for _ in _TABLE[ord(letter)]]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the source that a range of the folded text, not an empty one, comes from.

        It takes in the marks and the tatweel on its last letter.
        """
        last = self.origins[end - 1] + 1
        while last < len(self.source) and _is_attached(self.source[last]):
            last += 1
        return self.origins[start], last


def _is_attached(letter: str) -> bool:
    return letter == _TATWEEL or unicodedata.category(letter) in _ATTACHED
