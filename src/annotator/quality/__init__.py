"""Measures and checks of labels: pure functions over domain values."""
