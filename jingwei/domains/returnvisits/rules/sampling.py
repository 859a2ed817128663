"""A random sample that anybody can draw again: the seed and the population decide it, nobody's choice."""

import hashlib
from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from jingwei.domains.clocks.contracts import parse_limit
from jingwei.domains.returnvisits.rules.refusals import SampleRefused

MOST_CHECKS = 200
MOST_POPULATION = 200_000
LONGEST_PERIOD = timedelta(days=92)
NEAR_M = 300
"""Nearer than this to the matter's place, the phone's own uncertainty granted, a check counts as made on the spot."""
MOST_HELP_M = 200


def drawn(seed: str, incident_ids: Sequence[UUID], count: int) -> list[UUID]:
    """The first ``count`` in the order of SHA-256(seed + id): the same whatever order they came in."""
    return sorted(incident_ids, key=lambda one: hashlib.sha256(f"{seed}{one}".encode()).digest())[:count]


def turn_of(seed: str, incident_id: UUID, among: int) -> int:
    """Which of several officers of a grid gets it."""
    digest = hashlib.sha256(f"{seed}/{incident_id}".encode()).digest()
    return int.from_bytes(digest[:8], "big") % among


def require_period(from_on: date, until_on: date, *, today: date) -> None:
    """Raises: SampleRefused."""
    if until_on < from_on:
        raise SampleRefused(reason="结束日期早于开始日期。", reason_en="it ends before it begins.")
    if until_on - from_on >= LONGEST_PERIOD:
        raise SampleRefused(
            reason=f"一次最多{LONGEST_PERIOD.days}天。请缩短时段。",
            reason_en=f"a period has {LONGEST_PERIOD.days} days at most; shorten it.",
        )
    if until_on > today:
        raise SampleRefused(
            reason="时段还没有结束。请选今天或以前的日期。",
            reason_en="the period lies ahead; choose days up to today.",
        )


def require_sample_limit(limit: str) -> None:
    """Raises: BadLimit."""
    parse_limit(limit)


def is_on_the_spot(distance_m: int | None, accuracy_m: float | None) -> bool | None:
    """Whether a result was given near the matter's place; None where either place is unknown."""
    if distance_m is None:
        return None
    return distance_m <= NEAR_M + min(accuracy_m or 0.0, MOST_HELP_M)
