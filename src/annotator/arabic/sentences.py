"""Sentences of Arabic prose, by their punctuation.

A stop ends one together with the quotation marks and brackets that close after it. The full stop of a number,
a date, an initial or an abbreviation is none, nor that of the number which begins an item of a list.
"""

import re
from collections.abc import Iterator

from annotator.arabic.patterns import compiled

Range = tuple[int, int]

_BREAKS = "\n\r\u2028\u2029"
_STOPS = ".!?…؟۔"
_WITHIN_LINE = f"(?<![{_BREAKS}])"
_END = re.compile(
    f"([{_STOPS}{_BREAKS}](?:{_WITHIN_LINE}[{_STOPS}]+)?)(?:{_WITHIN_LINE}[»”’\"')\\]}}\u200f\u200e]+)?"
)
"""A stop, or the end of a line; one set of letters, with no other way to begin, is looked for fastest."""
_WORD_BEFORE = r"(?r)[^\W_]+"
_WORD_AFTER = r"\s*([^\W_]*)"
_ITEM_NUMBER = r"[(\[]?\w{1,3}\Z"
_PLAIN_END = re.compile("[ء-ي][ء-ي ][ء-ي]{2}[.] [ء-ي]")
_ENDING = 4
"""So many letters before a full stop tell most ends of sentences, and spare the closer look."""
_ABBREVIATIONS = frozenset(
    ("Mr", "Mrs", "Ms", "Dr", "Prof", "St", "No", "vs", "Jr", "Sr", "Gen", "Gov", "Sen", "Rep")
)
_WORD_LENGTH = 3
"""So long are the words that a full stop without a space parts; أ.ف.ب has shorter ones."""

_NEAR = 4000


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[Range]:
    """Yield start and end of every sentence: all of a text but the space between and around them."""
    end = len(text) if end is None else end
    begin = start
    for stop in _END.finditer(text, start, end):
        after = stop.end()
        if stop[1] in _BREAKS or after == end or text[after] in _BREAKS or _is_end(text, begin, stop):
            if found := _stripped(text, begin, after):
                yield found
            begin = after
    if found := _stripped(text, begin, end):
        yield found


def sentence_at(text: str, place: int) -> Range | None:
    """Return the sentence that covers a place, or else that ends at it; None where there is none."""
    line = max(text.rfind(letter, 0, place) for letter in _BREAKS) + 1
    breaks = (text.find(letter, place) for letter in _BREAKS)
    after = min((at for at in breaks if at >= 0), default=len(text))
    start = max(line, text.rfind(" ", line, max(line, place - _NEAR)))
    found = _covering(text, place, start, after)
    return _covering(text, place, line, after) if found and found[0] <= start + 1 else found


def _covering(text: str, place: int, start: int, end: int) -> Range | None:
    ends_here = None
    for bounds in sentences(text, start, end):
        if bounds[0] > place:
            break
        if place < bounds[1]:
            return bounds
        ends_here = bounds if bounds[1] == place else None
    return ends_here


def _is_end(text: str, begin: int, stop: re.Match[str]) -> bool:
    """Tell whether a stop within a line ends the sentence that begins at a place."""
    after = text[stop.end()]
    if stop[1] != ".":
        return after.isspace() or (after not in "،؛" and not after.isascii())
    if stop.start() - begin >= _ENDING and _PLAIN_END.match(text, stop.start() - _ENDING):
        return True
    before = compiled(_WORD_BEFORE).match(text, begin, stop.start())
    word = before.group() if before else ""
    following = compiled(_WORD_AFTER).match(text, stop.end())
    next_word = following[1] if following else ""
    if len(word) == 1 or word in _ABBREVIATIONS or next_word[:1].islower():
        return False
    if compiled(_ITEM_NUMBER).fullmatch(text[begin : stop.start()].strip()) or _is_date(word, next_word):
        return False
    return after.isspace() or stop.end() > stop.end(1) or _is_between_words(word, next_word)


def _is_date(word: str, next_word: str) -> bool:
    return word.isdecimal() and len(word) <= 2 and next_word.isdecimal()


def _is_between_words(word: str, next_word: str) -> bool:
    return all(len(one) >= _WORD_LENGTH and one[0] >= "\u0600" and one.isalpha() for one in (word, next_word))


def _stripped(text: str, start: int, end: int) -> Range | None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
