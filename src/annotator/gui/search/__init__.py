"""Mentions of a phrase throughout the project: found, looked at in their context, and labelled together."""
