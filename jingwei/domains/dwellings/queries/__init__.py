"""Reads of buildings and houses."""
