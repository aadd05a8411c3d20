"""The consistency radar: what goes against the habits of the whole project, as a queue to work through."""
