"""Review: where annotators differ, and what a reviewer decides."""
