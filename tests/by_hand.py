"""A search so slow and plain that it can be seen to be right: what the fast one is compared with."""

import unicodedata
from functools import lru_cache

from annotator.arabic.attachments import Cut, cuts
from annotator.arabic.folding import fold
from annotator.arabic.terms import WORD

Word = tuple[str, list[int]]
"""A folded word, and for each of its letters the place in the text that it comes from."""


@lru_cache(maxsize=2000)
def taken_apart(text: str) -> list[Word]:
    """Fold a text letter by letter, and cut it into words."""
    words: list[list[tuple[int, str]]] = [[]]
    for place, letter in enumerate(text):
        for folded in fold(letter):
            if WORD.fullmatch(folded):
                words[-1].append((place, folded))
            elif words[-1]:
                words.append([])
    return [("".join(letter for _, letter in word), [place for place, _ in word]) for word in words if word]


def ways_of(word: str) -> list[Cut]:
    return [Cut(0, word), *cuts(word)]


def by_hand(query: str, text: str) -> list[tuple[int, int]]:
    """Take every word apart, and compare word with word."""
    wanted = WORD.findall(fold(query))
    words = taken_apart(text)
    found: list[tuple[int, int]] = []
    taken = 0
    for nth in range(len(words) - len(wanted) + 1 if wanted else 0):
        (first, places), *others = words[nth : nth + len(wanted)]
        if wanted[0][1:] not in first:
            continue  # the quicker for most
        ways = [cut for cut in ways_of(first) if cut.rest == wanted[0] and (not cut.tail or not others)]
        follow = [word for word, _ in others[:-1]] == wanted[1:-1]
        lasts = (
            [cut for cut in ways_of(others[-1][0]) if cut == (0, wanted[-1], cut.tail)] if others else ways
        )
        letters = words[nth + len(wanted) - 1][1]
        lasts = [cut for cut in lasts if cut.tail != 1 or text[letters[-1]] not in "ةﺔﺓ"]
        ways = ways if others else lasts
        if ways and follow and lasts and nth >= taken:
            end = letters[len(letters) - lasts[0].tail - 1] + 1
            while end < len(text) and (text[end] == "ـ" or unicodedata.category(text[end]) in {"Mn", "Me"}):
                end += 1
            found.append((places[ways[0].length], end))
            taken = nth + len(wanted)
    return found
