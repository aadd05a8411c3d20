"""Annotator: label Arabic news."""
