"""Finding a word or phrase in a text, however it is spelt and whatever is written onto its beginning."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from heapq import merge

from annotator.arabic.attachments import Cut, cuts
from annotator.arabic.folding import Folded, fold
from annotator.arabic.terms import WORD

_QUOTES = re.compile(r'["“”«](.*?)["“”»]', re.DOTALL).fullmatch
_WRITTEN = re.compile(r'[^\s"“”«»*|]+')
_FOLLOWING = re.compile(r"[\W_]+([^\W_]+)")
_LONGEST_CLITICS = 6


@dataclass(frozen=True, slots=True)
class Phrase:
    """words are folded and follow one another; the first may have clitics before it, the last a pronoun.

    is_open lets the last word go on; exact is text that must stand in the source as it is, as whole words.
    others are phrases that will do as well.
    """

    words: tuple[str, ...]
    is_open: bool = False
    exact: str = ""
    others: tuple["Phrase", ...] = ()

    @classmethod
    def of(cls, query: str) -> "Phrase":
        """Read what a person types: words; in quotation marks for exact; with * at the end for an open end.

        A | stands between phrases of which any will do. Any other punctuation only separates words. Without
        a word the phrase has none, and finds nothing.
        """
        found = [phrase for part in query.split("|") if (phrase := cls._of_one(part)).words]
        return replace(found[0], others=tuple(found[1:])) if found else cls(())

    @classmethod
    def _of_one(cls, query: str) -> "Phrase":
        typed = query.strip()
        quoted = _QUOTES(typed)
        if quoted:
            exact = quoted.group(1).strip()
            return cls(tuple(WORD.findall(fold(exact))), exact=exact)
        return cls(tuple(WORD.findall(fold(typed))), is_open=typed.endswith("*"))

    def each(self) -> tuple["Phrase", ...]:
        """Return the phrases of which any will do."""
        return (replace(self, others=()), *self.others)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield start and end of every mention in a text, in reading order, without its clitics.

        Of mentions of several phrases that overlap the first is taken.
        """
        if self.others:
            yield from _apart(merge(*(phrase.find(text) for phrase in self.each())))
        elif self.exact:
            yield from self._find_exact(text)
        elif self.words:
            yield from self._find_folded(text)

    def _find_exact(self, text: str) -> Iterator[tuple[int, int]]:
        start = text.find(self.exact)
        while start >= 0:
            end = start + len(self.exact)
            if _is_edge(text, start) and _is_edge(text, end):
                yield start, end
            start = text.find(self.exact, start + 1)

    def _find_folded(self, source: str) -> Iterator[tuple[int, int]]:
        folded, first = Folded(source), self.words[0]
        # Behind ل the article has no alef, so that it is looked for without.
        core = first.removeprefix("ا") if first.startswith("ال") else first
        found = folded.text.find(core)
        while found >= 0:
            place = self._at(folded, found)
            if place:
                yield folded.span(*place)
            found = folded.text.find(core, place[1] if place else found + 1)

    def _at(self, folded: Folded, found: int) -> tuple[int, int] | None:
        """Return the mention whose first word has been found, if around it is nothing but clitics."""
        text, start = folded.text, found
        while start and WORD.match(text, start - 1) and found - start <= _LONGEST_CLITICS:
            start -= 1
        word = WORD.match(text, start)
        assert word
        is_alone = len(self.words) == 1
        for cut in (Cut(0, word.group()), *cuts(word.group())):
            if is_alone and self._ends_with(folded, word.end(), cut):
                return start + cut.length, word.end() - (0 if self.is_open else cut.tail)
            if not is_alone and cut.rest == self.words[0] and not cut.tail:
                end = self._end_after(folded, word.end())
                return None if end is None else (start + cut.length, end)
        return None

    def _end_after(self, folded: Folded, place: int) -> int | None:
        """Return where the words after the first end, if they follow."""
        for nth, wanted in enumerate(self.words[1:], 2):
            following = _FOLLOWING.match(folded.text, place)
            if following is None:
                return None
            place, word = following.end(), following.group(1)
            if nth < len(self.words):
                if word != wanted:
                    return None
                continue
            ways = (Cut(0, word), *(cut for cut in cuts(word) if not cut.length))
            fitting = (cut for cut in ways if self._ends_with(folded, place, cut))
            cut = next(fitting, None)
            return cut and place - (0 if self.is_open else cut.tail)
        return place

    def _ends_with(self, folded: Folded, end: int, cut: Cut) -> bool:
        """Tell whether a word that ends at a place is the last one, taken apart in some way."""
        if self.is_open:
            return cut.rest.startswith(self.words[-1])
        is_ta = cut.tail == 1 and folded.source[folded.origins[end - 1]] in "ةﺔﺓ"
        return cut.rest == self.words[-1] and not is_ta


def _apart(places: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Leave out places that overlap one before."""
    last = 0
    for start, end in places:
        if start >= last:
            last = end
            yield start, end


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

    Behind ل an article has lost its alef, which it has in all other places; but لل may also be ل before a
    word that begins with another, so that both are looked for.
    """
    found = " ".join(_WRITTEN.findall(text[start:end]))
    before = fold(text[max(0, start - 3) : start])
    is_doubtful = before.endswith("ل") and not before.endswith("ال") and fold(found).startswith("ل")
    return f"ا{found} | {found}" if is_doubtful else found
