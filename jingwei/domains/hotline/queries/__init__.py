"""Reads of the hotline: calls, call-backs, hand-overs, addresses, and what helps while somebody speaks."""
