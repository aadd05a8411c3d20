"""How the parts of the editor have something done."""

from collections.abc import Callable

Attempt = Callable[[Callable[[], None]], bool]
"""Does something, or says why it was refused; tells whether it was done."""
