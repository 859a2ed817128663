"""Reads of residents. What other apps may call is said in ``contracts``."""
