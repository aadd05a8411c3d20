"""Characters that a reader does not see, or not for what they are, by short names."""

import re
from collections import Counter
from collections.abc import Iterator

HARAKAT = re.compile("[\u064b-\u0652\u0656-\u065f\u0670]")
"""Short vowels and their like. Madda and hamza, which spell words, are not among them."""

NAMES = {
    "\u0640": "TATWEEL",
    "\u00a0": "NBSP",
    "\u202f": "NNBSP",
    "\u00ad": "SHY",
    "\u034f": "CGJ",
    "\u061c": "ALM",
    "\u200b": "ZWSP",
    "\u200c": "ZWNJ",
    "\u200d": "ZWJ",
    "\u200e": "LRM",
    "\u200f": "RLM",
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2060": "WJ",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
    "\ufeff": "BOM",
}
FORM = "FORM"
"""Arabic presentation forms, which old programs wrote for letters: U+FB50 to U+FDFF and U+FE70 to U+FEFC."""

_FORMS = "\ufb50-\ufdff\ufe70-\ufefc"
_HIDDEN = re.compile(f"[{''.join(NAMES)}{_FORMS}]")


def hidden(text: str) -> Iterator[tuple[int, str]]:
    """Yield the place and the name of every such character."""
    return ((match.start(), _name(match.group())) for match in _HIDDEN.finditer(text))


def counts(text: str) -> Counter[str]:
    """Count such characters by name."""
    return Counter(map(_name, _HIDDEN.findall(text)))


def _name(letter: str) -> str:
    return NAMES.get(letter, FORM)
