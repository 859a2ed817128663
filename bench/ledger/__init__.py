"""The ledger at the size of a city: found, drawn, brought in."""
