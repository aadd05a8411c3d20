"""The list of articles."""
