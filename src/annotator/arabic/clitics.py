"""Takes apart what Arabic writes as one word: clitics before the stem, a pronoun after it.

Nothing here is certain: و is a conjunction in وباكو and a letter in وزير. Words that only look as if they
began with a clitic are listed in lexicon. Of others decides what the project's texts attest, a rest that
stands alone in them often enough beside the whole; and where they are silent, what mostly follows each
clitic. There the sounds of Arabic help: a root hardly ever begins with two consonants of one place of the
mouth, so بم and لر are a clitic and a word, where بر and لي may be anything.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from annotator.arabic.folding import Folded
from annotator.arabic.function_words import FOLLOW, HOSTS, PRONOUNS, WITH_PRONOUN
from annotator.arabic.lexicon import begins_with_no_clitic, ends_with_no_pronoun
from annotator.arabic.patterns import compiled

NO_COUNTS: Mapping[str, int] = MappingProxyType({})

_CONJUNCTIONS, _PREPOSITIONS, _FUTURE, _PERSONS = "وف", "بلك", "س", "يتن"
_VERBAL_NOUN = "ا(?:ت[^ا]ا|ن..ا|.[تطد].ا|ست..?ا)."
"""Of the verbs of forms VII, VIII and X: اتفاق، انطلاق، اجتماع، استخدام."""

_ARTICLE = "ال"
_SHORTEST = 3
_ENOUGH = 3
_RATIO = {"و": 0.05, "ف": 0.6, "ب": 0.15, "ل": 0.15, "ك": 0.9, "س": 0.2}
"""How often a rest has to stand alone, for each time that the whole word does, to be taken for a word."""

_MOSTLY_FOLLOW = {
    "و": "ءابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "ف": "",
    "ب": "تثجحخدذسشصضطظعغقمهفب",
    "ل": "تثجحخدذرزسشصضطظعغفقكمنهبل",
    "ك": "قجم",
}
_MOSTLY_FOLLOW_FUTURE = "تسحعقكشجخصطضه"
"""The second letters of verbs; the others are as well those of foreign names in سي and ست."""


class Stem(NamedTuple):
    """Where clitics are cut off, and where the stem behind the last of them ends."""

    cuts: tuple[int, ...]
    end: int

    @property
    def start(self) -> int:
        return self.cuts[-1] if self.cuts else 0


class Word:
    """A word as its source writes it, whose letters are counted as folding leaves them."""

    def __init__(self, source: str) -> None:
        self._folded = Folded(source)
        self.source = source
        self.letters = self._folded.text

    def range(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the source, in code points, that some of the letters take."""
        first, last = self._folded.span(start, end) if start < end else (0, 0)
        return (first if start else 0), (last if end < len(self.letters) else len(self.source))

    def has_hamza(self, place: int) -> bool:
        """Tell whether the letter at a place is أ, إ or آ, precomposed or not."""
        start, end = self._folded.span(place, place + 1)
        return unicodedata.normalize("NFC", self.source[start:end])[0] in "أإآ"

    @property
    def last_letter(self) -> str:
        """The last letter as it is written: folding makes ه of ة too, and ي of ى."""
        return self.source[self._folded.origins[-1]]

    @property
    def has_tanwin(self) -> bool:
        return any(mark in self.source[-3:] for mark in "ًٌٍ")


def stem(word: Word, counts: Mapping[str, int] = NO_COUNTS) -> Stem:
    """Return the likeliest stem of a word; counts tells how often the project's texts have folded words."""
    cuts = tuple(_cuts(word, counts))
    return Stem(cuts, _end(word, cuts[-1] if cuts else 0))


def _cuts(word: Word, counts: Mapping[str, int]) -> Iterator[int]:
    at = 0
    for clitics in (_CONJUNCTIONS, _PREPOSITIONS + _FUTURE):
        if at < len(word.letters) - 1 and word.letters[at] in clitics and _is_clitic(word, at, counts):
            at += 1
            yield at


def _is_clitic(word: Word, at: int, counts: Mapping[str, int]) -> bool:
    letters = word.letters[at:]
    clitic, rest = letters[0], letters[1:]
    if rest in FOLLOW[clitic] and (clitic in _CONJUNCTIONS or len(rest) >= _SHORTEST):
        return True
    if begins_with_no_clitic(letters):
        return False
    if rest in FOLLOW[clitic] or letters in WITH_PRONOUN or not _is_arabic(rest[0]):
        return True
    return len(rest) >= _SHORTEST and (
        _is_spelt_like_a_word(word, at) or _is_attested(letters, counts) or _is_likely(clitic, rest)
    )


def _is_arabic(letter: str) -> bool:
    return "ء" <= letter <= "ي"


def _is_spelt_like_a_word(word: Word, at: int) -> bool:
    """Tell whether what follows a letter begins with the article, or with an alef that carries a hamza."""
    clitic, rest = word.letters[at], word.letters[at + 1 :]
    if clitic == "ل":
        return rest[0] == "ل" or word.has_hamza(at + 1)
    if rest.startswith(_ARTICLE) and len(rest) > 4:
        return clitic != _FUTURE
    return clitic in "وبك" and word.has_hamza(at + 1)


def _is_attested(letters: str, counts: Mapping[str, int]) -> bool:
    clitic, rest = letters[0], letters[1:]
    if clitic == _FUTURE and rest[0] not in _PERSONS:
        return False
    alone = counts.get(rest, 0) + 0.3 * counts.get(_ARTICLE + rest, 0)
    return alone >= max(_ENOUGH, _RATIO[clitic] * counts.get(letters, 0))


def _is_likely(clitic: str, rest: str) -> bool:
    if clitic == _FUTURE:
        return rest[0] in _PERSONS and rest[1] in _MOSTLY_FOLLOW_FUTURE
    return rest[0] in _MOSTLY_FOLLOW[clitic] or (
        clitic in _PREPOSITIONS and bool(compiled(_VERBAL_NOUN).match(rest))
    )


def _end(word: Word, start: int) -> int:
    letters, length = word.letters[start:], len(word.letters)
    is_without_host = start > 0 and word.letters[start - 1 :] in WITH_PRONOUN
    if is_without_host or not letters or word.has_tanwin or ends_with_no_pronoun(letters):
        return length
    for pronoun, sure in PRONOUNS.items():
        host = letters.removesuffix(pronoun)
        if host != letters and word.last_letter == pronoun[-1]:
            takes_any = host in HOSTS
            takes_sure = sure and len(host) >= _SHORTEST and not _is_definite(word, start)
            if takes_any or takes_sure:
                return length - len(pronoun)
    return length


def _is_definite(word: Word, start: int) -> bool:
    """Tell whether a stem bears the article, beside which a noun has no pronoun."""
    has_lost_alef = start > 0 and word.letters[start - 1 : start + 1] == "لل"
    return has_lost_alef or (word.letters.startswith(_ARTICLE, start) and not word.has_hamza(start))
