"""Writes of the ledger: one function per verb, the actor first."""
