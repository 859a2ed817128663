"""Verbs of supervision: cards, answers to leaders' notes, lapses found by rule, cases of an area."""
