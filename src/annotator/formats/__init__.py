"""One module a file format, over Record."""
