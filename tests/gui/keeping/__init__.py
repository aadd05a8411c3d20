"""What goes on for an open project beside the work on it."""
