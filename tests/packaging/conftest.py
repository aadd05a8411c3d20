"""The screen is that of the end-to-end tests."""

from tests.end_to_end.conftest import display

__all__ = ["display"]
