"""How work on a whole corpus is done."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_at_work: set[object] = set()


@contextmanager
def uncollected() -> Iterator[None]:
    """Collect no garbage meanwhile: rows and records refer to nothing that refers back.

    Walking them again and again takes a seventh of an import or export, and frees nothing.
    """
    was_enabled = gc.isenabled()
    work = object()
    _at_work.add(work)
    gc.disable()
    try:
        yield
    finally:
        _at_work.remove(work)
        if was_enabled:
            gc.enable()


def is_at_work() -> bool:
    """Tell whether any thread is at such work, so that who collects by hand waits too."""
    return bool(_at_work)
