"""What it takes to be told."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened. Subclasses are frozen dataclasses of ids, enums, numbers and moments."""
