"""Reads of return visits: the list, one visit, the three rates, samples and checks, the policy."""
