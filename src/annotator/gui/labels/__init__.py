"""The labels to give and the labels given."""
