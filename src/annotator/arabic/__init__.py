"""Knowledge of the Arabic language and script, on plain strings."""
