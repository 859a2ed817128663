"""What taking from a bucket answers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Taken:
    """Whether the tokens were there; if not, ``wait_s`` whole seconds until they are; ``left`` whole tokens now."""

    is_granted: bool
    wait_s: int
    left: int
