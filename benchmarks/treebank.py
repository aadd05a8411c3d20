"""Words with their clitics as people cut them off: the Arabic treebank PUD of Universal Dependencies.

It has no line for a written word: what is followed by SpaceAfter=No is written on to what comes next.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FILE = "peers/conllu/ar_pud-ud-test.wiki_w.conllu"
_PROCLITICS = {"و", "ف", "ب", "ك", "ل", "س"}
_PARTICLES = {"CCONJ", "SCONJ", "ADP", "PART", "AUX", "ADV"}
_BETWEEN_WORDS = {"PUNCT", "SYM"}
_ARABIC = re.compile("[ء-غف-ْ]+").fullmatch
_Token = tuple[str, str]


@dataclass(frozen=True)
class GoldWord:
    """A written word: where clitics end in it, and where a pronoun begins, if one does."""

    written: str
    cuts: frozenset[int]
    pronoun: int | None
    is_name: bool


def sentences(path: Path) -> list[list[GoldWord]]:
    """Return the words of Arabic letters of every sentence."""
    blocks = path.read_text("utf-8").split("\n\n")
    return [list(_words(block)) for block in blocks if block.strip()]


def _words(block: str) -> Iterator[GoldWord]:
    for tokens in _written_together(block):
        if _ARABIC("".join(form for form, _ in tokens)):
            yield _word(tokens)


def _written_together(block: str) -> Iterator[list[_Token]]:
    tokens: list[_Token] = []
    for line in block.split("\n"):
        if not line or line.startswith("#"):
            continue
        _, form, _, kind, *_, misc = line.split("\t")
        if kind in _BETWEEN_WORDS:
            yield tokens
            tokens = []
            continue
        tokens.append((form, kind))
        if "SpaceAfter=No" not in misc:
            yield tokens
            tokens = []
    yield tokens


def _word(tokens: list[_Token]) -> GoldWord:
    first = 0
    while first < len(tokens) - 1 and tokens[first][0] in _PROCLITICS and tokens[first][1] in _PARTICLES:
        first += 1
    written = "".join(form for form, _ in tokens)
    form, kind = tokens[-1]
    has_pronoun = kind == "PRON" and first < len(tokens) - 1
    return GoldWord(
        written,
        frozenset(range(1, first + 1)),
        len(written) - len(form) if has_pronoun else None,
        tokens[first][1] == "PROPN",
    )
