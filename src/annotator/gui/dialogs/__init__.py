"""Dialogs that ask one question each."""
