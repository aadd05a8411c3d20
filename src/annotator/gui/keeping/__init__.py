"""What goes on for an open project beside the work on it: its lock, its backups, its soundness, its place."""
