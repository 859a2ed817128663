"""A token bucket as one moment: when it would be full again. Source: GCRA, ITU-T I.371, in its virtual form.

A bucket holds ``burst`` tokens and gains ``rate`` of them a second. One that was never used is full, so what is full
need not be kept at all.
"""

import math
from datetime import datetime, timedelta

from jingwei.foundation.limits.contracts import Taken

SLACK_S = 0.000_01
"""Moments are kept to the microsecond: a wait that has passed must not fail by one."""


def filling(tokens: float, rate: float) -> timedelta:
    """How long ``tokens`` take to come back."""
    return timedelta(seconds=tokens / rate)


def begun(full_at: datetime | None, *, rate: float, burst: int, at: datetime) -> datetime:
    """When the bucket counts as full, for somebody who asks at ``at``.

    Never further ahead than an empty bucket's: after a clock that jumped back nobody waits longer than that.
    """
    return at if full_at is None else min(max(full_at, at), at + filling(burst, rate))


def taken(
    full_at: datetime | None, *, cost: float, rate: float, burst: int, at: datetime
) -> tuple[datetime | None, Taken]:
    """The bucket after taking ``cost`` tokens, and the answer. A refusal takes nothing."""
    before = begun(full_at, rate=rate, burst=burst, at=at)
    after = before + filling(cost, rate)
    is_granted = after <= at + filling(burst, rate) + timedelta(seconds=SLACK_S)
    return (
        (after, answer(after, True, rate=rate, burst=burst, at=at, cost=cost))
        if is_granted
        else (
            full_at,
            answer(before, False, rate=rate, burst=burst, at=at, cost=cost),
        )
    )


def answer(
    full_at: datetime, is_granted: bool, *, rate: float, burst: int, at: datetime, cost: float
) -> Taken:
    """What is told about a bucket that is full at ``full_at``."""
    missing_s = (full_at - at).total_seconds()
    left = max(0, math.floor(burst - missing_s * rate + SLACK_S))
    wait_s = 0 if is_granted else max(1, math.ceil(missing_s - (burst - cost) / rate - SLACK_S))
    return Taken(is_granted, wait_s, left)
