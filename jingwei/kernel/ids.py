"""Identifiers made in the process, so that an insert never has to read its row back."""

import os
import time
from uuid import UUID


def uuid7() -> UUID:
    """A time-ordered UUID. Source: RFC 9562 §5.7 (48-bit Unix milliseconds, then random bits)."""
    milliseconds = time.time_ns() // 1_000_000
    random = int.from_bytes(os.urandom(10), "big")
    value = milliseconds << 80 | random
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return UUID(int=value)
