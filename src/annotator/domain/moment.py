"""Moments, kept as text: UTC, ISO 8601 with milliseconds and Z, so that they sort as they are."""

import re
from datetime import UTC, datetime
from functools import lru_cache

_CANONICAL = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z").fullmatch


def now() -> str:
    return canonical(datetime.now(UTC))


def canonical(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


@lru_cache(4096)
def parse(text: str) -> str:
    """Return the canonical form of an ISO 8601 moment; one without a zone is taken as UTC.

    Raises ValueError for anything else.
    """
    moment = datetime.fromisoformat(text)
    if _CANONICAL(text):
        return text
    try:
        return canonical(moment if moment.tzinfo else moment.replace(tzinfo=UTC))
    except OverflowError:
        raise ValueError(f"outside the years that there are: {text}") from None
