"""Finding a word or phrase in a text, however it is spelt and whatever is written onto its beginning."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from annotator.arabic.folding import Folded, fold
from annotator.arabic.proclitics import cuts
from annotator.arabic.terms import WORD

_QUOTES = re.compile(r'["“”«](.*?)["“”»]', re.DOTALL).fullmatch
_WRITTEN = re.compile(r'[^\s"“”«»*]+')
_LONGEST_CLITICS = 6


@dataclass(frozen=True, slots=True)
class Phrase:
    """words are folded and follow one another; the first may have clitics before it.

    is_open lets the last word go on; exact is text that must stand in the source as it is, as whole words.
    """

    words: tuple[str, ...]
    is_open: bool = False
    exact: str = ""

    @classmethod
    def of(cls, query: str) -> "Phrase":
        """Read what a person types: words; in quotation marks for exact; with * at the end for an open end.

        Any other punctuation only separates words. Without a word the phrase has none, and finds nothing.
        """
        typed = query.strip()
        quoted = _QUOTES(typed)
        if quoted:
            exact = quoted.group(1).strip()
            return cls(tuple(WORD.findall(fold(exact))), exact=exact)
        return cls(tuple(WORD.findall(fold(typed))), is_open=typed.endswith("*"))

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield start and end of every mention in a text, in reading order, without its clitics."""
        if not self.words:
            return iter(())
        return self._find_exact(text) if self.exact else self._find_folded(text)

    def _find_exact(self, text: str) -> Iterator[tuple[int, int]]:
        start = text.find(self.exact)
        while start >= 0:
            end = start + len(self.exact)
            if _is_edge(text, start) and _is_edge(text, end):
                yield start, end
            start = text.find(self.exact, start + 1)

    def _find_folded(self, source: str) -> Iterator[tuple[int, int]]:
        folded = Folded(source)
        pattern, text = self._pattern(), folded.text
        found = pattern.search(text)
        while found:
            place = self._whole(text, found)
            if place:
                yield folded.span(*place)
            found = pattern.search(text, place[1] if place else found.start() + 1)

    def _pattern(self) -> re.Pattern[str]:
        # Behind ل the article has no alef, so that it is looked for without.
        first = self.words[0].removeprefix("ا") if self.words[0].startswith("ال") else self.words[0]
        joined = r"[\W_]+".join(re.escape(word) for word in (first, *self.words[1:]))
        return re.compile(joined + (r"[^\W_]*" if self.is_open else r"(?![^\W_])"))

    def _whole(self, text: str, found: re.Match[str]) -> tuple[int, int] | None:
        """Return what a match is a mention of, if what stands before it is nothing but clitics."""
        start = found.start()
        while start and WORD.match(text, start - 1) and found.start() - start <= _LONGEST_CLITICS:
            start -= 1
        word = WORD.match(text, start)
        assert word
        is_last = len(self.words) == 1 and self.is_open
        for length, rest in ((0, word.group()), *cuts(word.group())):
            if rest == self.words[0] or (is_last and rest.startswith(self.words[0])):
                return start + length, found.end()
        return None


def _is_edge(text: str, place: int) -> bool:
    """Tell whether no word goes on over a place."""
    if place in {0, len(text)}:
        return True
    return not (_is_within(text[place - 1]) and _is_within(text[place]))


def _is_within(letter: str) -> bool:
    # What folds to nothing belongs to the word it stands in.
    folded = fold(letter)
    return not folded or WORD.match(folded) is not None


def mention_query(text: str, start: int, end: int) -> str:
    """Return the query that finds other mentions of what stands in a text.

    An article behind ل has lost its alef, which it has in all other places.
    """
    found = " ".join(_WRITTEN.findall(text[start:end]))
    lost = fold(text[max(0, start - 1) : start]) == "ل" and fold(found).startswith("ل")
    return f"ا{found}" if lost else found
