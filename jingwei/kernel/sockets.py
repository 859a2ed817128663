"""What every integration says of itself: docs/guides/integrator.md."""

from dataclasses import dataclass
from enum import StrEnum


class Tier(StrEnum):
    """How far an integration has come."""

    BRONZE = "bronze"  # maps and is tested
    SILVER = "silver"  # retries, reports itself down, has a runbook
    GOLD = "gold"  # reconciles daily


class Flow(StrEnum):
    """Which way data goes."""

    IN = "in"
    OUT = "out"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Manifest:
    """An outside system as operators read about it. ``secrets`` names settings, never their values."""

    name_zh: str
    name_en: str
    flow: Flow
    standard: str
    data: tuple[str, ...]
    owner: str
    secrets: tuple[str, ...]
    tier: Tier
