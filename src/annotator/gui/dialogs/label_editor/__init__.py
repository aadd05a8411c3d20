"""The label set and the guidelines, as they are written and changed."""
