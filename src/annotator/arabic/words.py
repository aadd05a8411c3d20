"""Words as an annotator takes them: without the punctuation that Unicode's rules leave on them."""

from annotator.arabic.patterns import compiled

# Letters with marks, tatweel and joiners, digits; and what holds a number, date or time together.
WORD = r"[\p{L}\p{M}\p{N}ـ\u200c\u200d]+(?:[.,٫٬:/\-](?=\p{N})[\p{L}\p{M}\p{N}]+)*"
_LONGEST = 400
"""A longer run of letters is no word. It may be as long as the text, and is not read at every move."""


def word_at(text: str, place: int) -> tuple[int, int] | None:
    """Return start and end of the word that covers a place, or that ends at it; None where there is none."""
    for match in compiled(WORD).finditer(text, _start_near(text, place), place + _LONGEST + 1):
        if match.start() > place:
            return None
        if match.start() <= place <= match.end():
            covers_next = place == match.end() and place < len(text) and compiled(WORD).match(text, place)
            if not covers_next:
                return match.span() if match.end() - match.start() <= _LONGEST else None
    return None


def end_after(text: str, place: int) -> int:
    """Return where the word or longer run at or after a place ends; the text's end if there is none."""
    for match in compiled(WORD).finditer(text, _start_near(text, place)):
        if match.end() > place:
            return int(match.end())
    return len(text)


def start_before(text: str, place: int) -> int:
    """Return where the word or longer run at or before a place begins; 0 if there is none."""
    reach = _LONGEST
    while True:
        start = _start_near(text, place, reach)
        matches = compiled(WORD).finditer(text, start, place)
        found = [match.start() for match in matches if match.start() > start or start == 0]
        if found or start == 0:
            return int(found[-1]) if found else 0
        reach *= 4


def _start_near(text: str, place: int, reach: int = _LONGEST) -> int:
    """Return a place to read words from: a space, or one so far off that no word reaches from there."""
    far, near = max(0, place - 2 * reach), max(0, place - reach)
    return max(far, text.rfind(" ", far, near))
