"""The quality dashboard: charts and tables of what is measured, and the spans behind each figure."""
