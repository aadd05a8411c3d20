"""Help: the pages of the documentation for people, shown in a window of their own."""
