"""Identities that are made without asking anybody."""

import os
import re
import time
from collections.abc import Iterator

_CANONICAL = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}").fullmatch

# The two highest bits of this digit are 10.
_VARIANTS = {digit: "89ab"[int(digit, 16) & 3] for digit in "0123456789abcdef"}


def new_id() -> str:
    """Return a new UUID version 7 (RFC 9562 §5.7) in its canonical text form.

    Version 7 begins with the time, so rows made together lie together in an index.
    """
    return next(new_ids(1))


def new_ids(count: int) -> Iterator[str]:
    """Yield so many at a third of the cost of one by one."""
    millis = f"{time.time_ns() // 1_000_000:012x}"
    head = f"{millis[:8]}-{millis[8:]}-7"
    chance = os.urandom(10 * count).hex()
    for at in range(0, 20 * count, 20):
        variant = _VARIANTS[chance[at + 3]]
        yield f"{head}{chance[at : at + 3]}-{variant}{chance[at + 4 : at + 7]}-{chance[at + 7 : at + 19]}"


def is_id(text: str) -> bool:
    """Tell whether this is a UUID of any version, written canonically."""
    return _CANONICAL(text) is not None
