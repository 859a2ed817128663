"""Reads of drafts, of what was published, and of the grid standard."""
