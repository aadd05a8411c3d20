"""How many examples properties are tried on: few in the fast suite, all by `make test-slow`."""

from hypothesis import settings

FAST, THOROUGH = "fast", "thorough"
_SHARE = 4

# No deadlines: a machine with much else to do breaks them, not the program.
_ALL = settings.default.max_examples
settings.register_profile(FAST, max_examples=_ALL // _SHARE, deadline=None)
settings.register_profile(THOROUGH, max_examples=_ALL, deadline=None)


def at_most(count: int) -> int:
    """Return how many examples a property that takes its time is tried on; by itself it would have count."""
    return count if settings.get_current_profile_name() == THOROUGH else count // _SHARE
