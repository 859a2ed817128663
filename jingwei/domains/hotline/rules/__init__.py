"""Decisions of the hotline: what belongs to an emergency number, how a call moves, what may be shown of a caller."""
