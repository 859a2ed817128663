"""Decisions about residents: pure."""
