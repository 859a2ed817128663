"""Reads of officers and teams."""
