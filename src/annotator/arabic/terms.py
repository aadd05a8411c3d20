"""The words that a text can be found by: each in its folded form, and in what its clitics leave of it."""

import re
from functools import lru_cache

from annotator.arabic.attachments import forms
from annotator.arabic.folding import fold

WORD = re.compile(r"[^\W_]+")
"""A word of a folded text, which has no marks."""


def terms(text: str) -> set[str]:
    # Split at spaces first: a corpus repeats its words, and folding is by the letter, so that it does not
    # matter which comes first.
    found: set[str] = set()
    for piece in set(text.split()):
        found |= _terms_of(piece)
    return found


@lru_cache(maxsize=1 << 17)
def _terms_of(piece: str) -> frozenset[str]:
    return frozenset(form for word in WORD.findall(fold(piece)) for form in forms(word))
