"""Reads of tasks from above."""
