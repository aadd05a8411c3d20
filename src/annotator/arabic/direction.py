"""Which way a text runs."""

import unicodedata


def begins_rtl(text: str) -> bool:
    """Tell whether the first strong letter runs from right to left (UAX 9, P2 and P3), or there is none."""
    strong = (unicodedata.bidirectional(letter) for letter in text)
    return next((kind != "L" for kind in strong if kind in {"L", "R", "AL"}), True)
