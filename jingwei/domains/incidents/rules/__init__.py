"""Decisions about incidents: the life-cycle table, sight, intake, clocks' stages, refusals."""
