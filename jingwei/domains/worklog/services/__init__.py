"""The work log: recorded in two taps, grown to a work order with one more."""

from jingwei.domains.worklog.services.entries import NewEntry, grow_entry, record_entry, strike_entry

__all__ = ["NewEntry", "grow_entry", "record_entry", "strike_entry"]
