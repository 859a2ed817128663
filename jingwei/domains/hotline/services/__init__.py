"""Verbs of the hotline; each family has its own module."""
