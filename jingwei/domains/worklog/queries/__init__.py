"""Reads of the work log."""
