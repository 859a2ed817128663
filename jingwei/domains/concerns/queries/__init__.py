"""Reads of people's concerns."""
