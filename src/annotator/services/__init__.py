"""Use cases, for the window and the command line alike."""
