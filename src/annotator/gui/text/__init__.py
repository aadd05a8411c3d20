"""The article as it is read and labelled."""
