"""Arabic for terminals that neither join letters nor put them in order.

Only such a renderer may see this: it changes the text itself.
"""

import os
import sys
import unicodedata
from collections.abc import Mapping
from functools import cache

from arabic_reshaper import ArabicReshaper

# The package's Rust get_display does not mirror brackets and gives no order; its Python steps do both.
from bidi import algorithm

_JOINER = "\u200d"


@cache
def _reshaper() -> ArabicReshaper:
    # Ligatures would make two letters one, and each letter must keep its own colour.
    return ArabicReshaper({"delete_harakat": False, "support_ligatures": False})


def visual(line: str) -> list[tuple[str, int]]:
    """Return the letters of one line from left to right, joined, each with its place in the line.

    What is not seen is left out: joiners by the reshaper, controls by UAX 9's rule X9.
    """
    places = [place for place, letter in enumerate(line) if letter != _JOINER]
    shaped = _reshaper().reshape(line)
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = 1, "R"
    algorithm.get_embedding_levels(shaped, storage)
    for place, letter in zip(places, storage["chars"], strict=True):
        letter["place"] = place
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    algorithm.reorder_resolved_levels(storage, debug=False)
    algorithm.apply_mirroring(storage, debug=False)
    ordered: list[tuple[str, int]] = []
    marks: list[tuple[str, int]] = []
    for letter in storage["chars"]:
        item = letter["ch"], letter["place"]
        if letter["level"] % 2 and unicodedata.combining(letter["ch"]):
            marks.append(item)  # a mark follows its letter, on a line that runs either way (UAX 9, L3)
        else:
            ordered += [item, *reversed(marks)]
            marks = []
    return ordered + marks


def is_needed(choice: str) -> bool:
    """Tell whether output is to be ordered here, by what --bidi says: on, off, or auto."""
    return choice == "on" or (choice == "auto" and terminal_needs_it())


def terminal_needs_it(environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether the output goes to a terminal that is not known to order Arabic by itself."""
    if not sys.stdout.isatty():
        return False
    vte = environment.get("VTE_VERSION", "0")
    orders_itself = vte.isdecimal() and int(vte) >= 5800
    return not (orders_itself or "KONSOLE_VERSION" in environment or environment.get("TERM") == "mlterm")
