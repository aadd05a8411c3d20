"""Names that people give: of labels, of annotators and of files."""

import re
import unicodedata

from annotator.domain.errors import EditError

LONGEST = 100
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def is_turned(name: str) -> bool:
    """Tell whether a file's name holds embeddings, overrides or isolates, by which it looks like another.

    Marks of direction alone (RLM, LRM) turn no letters round.
    """
    return _TURNING.search(name) is not None


def checked(name: str) -> str:
    """Return the name if it can be told apart by eye; raises EditError otherwise.

    Control and formatting characters (bidi overrides, zero width) would let two names look alike.
    """
    if not name.strip() or name != name.strip():
        raise EditError("A name cannot be empty or begin or end with a space: “{name}”.", name=name)
    if len(name) > LONGEST:
        raise EditError("A name has at most {most} characters: “{name}…”.", most=LONGEST, name=name[:30])
    if any(unicodedata.category(letter) in {"Cc", "Cf", "Zl", "Zp", "Cs", "Co", "Cn"} for letter in name):
        raise EditError("A name cannot hold invisible characters: {name}.", name=ascii(name))
    return name
