"""Reads of collection tasks and of freshness."""
