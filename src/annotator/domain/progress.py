"""How long work reports, and is stopped."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called with how much is done, and of how much, 0 if unknown. It may raise Cancelled to stop the work."""


def silent(_done: int, _total: int) -> None:
    """Report to nobody."""
