"""Decisions about addresses, plans and houses."""
