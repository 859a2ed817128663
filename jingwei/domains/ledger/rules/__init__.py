"""Decisions of the ledger: codes, life, hours, refusals. No Django, no clock."""
