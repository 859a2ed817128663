"""Writes of officers and teams."""
