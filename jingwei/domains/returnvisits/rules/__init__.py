"""Decisions of return visits: who is visited, what an answer must hold, how rates are made, how samples are drawn."""
