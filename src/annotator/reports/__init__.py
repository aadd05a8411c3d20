"""The figures of a project for people who do not open it: as tables, in HTML, Excel and JSON."""
