"""Decisions of supervision: which card by rule, whose turn it is, what is refused."""
