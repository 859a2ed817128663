"""Reads of organisations and places."""
