"""A search so slow and plain that it can be seen to be right: what the fast one is compared with."""

import unicodedata
from functools import lru_cache

from annotator.arabic.folding import fold
from annotator.arabic.proclitics import cuts
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


def by_hand(query: str, text: str) -> list[tuple[int, int]]:
    """Take every word apart, and compare word with word."""
    wanted = WORD.findall(fold(query))
    words = taken_apart(text)
    found: list[tuple[int, int]] = []
    taken = 0
    for nth in range(len(words) - len(wanted) + 1 if wanted else 0):
        (first, places), *others = words[nth : nth + len(wanted)]
        if not first.endswith(wanted[0][1:]):
            continue  # the quicker for most
        ways = [length for length, rest in ((0, first), *cuts(first)) if rest == wanted[0]]
        if ways and [word for word, _ in others] == wanted[1:] and nth >= taken:
            end = words[nth + len(wanted) - 1][1][-1] + 1
            while end < len(text) and (text[end] == "ـ" or unicodedata.category(text[end]) in {"Mn", "Me"}):
                end += 1
            found.append((places[ways[0]], end))
            taken = nth + len(wanted)
    return found
