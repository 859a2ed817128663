"""Decisions about organisations and places: pure."""
