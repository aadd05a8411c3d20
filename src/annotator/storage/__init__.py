"""The project file: rows, their values, and the unit of work."""
