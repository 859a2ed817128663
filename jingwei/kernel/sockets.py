"""What every integration says of itself, and the socket through which it speaks: docs/guides/integrator.md."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from jingwei.kernel.errors import DomainError


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


@dataclass(frozen=True, slots=True)
class Asked:
    """One request to an outside system. Never shown whole: addresses and bodies carry secrets."""

    method: str
    url: str
    body: bytes = b""
    content_type: str = "application/json"
    accept: str = "application/json"
    headers: tuple[tuple[str, str], ...] = ()

    def __repr__(self) -> str:
        return f"Asked({self.method}, {self.url.partition('?')[0]})"


@dataclass(frozen=True, slots=True)
class Answered:
    """What came back, whatever its status."""

    status: int
    body: bytes
    content_type: str = ""


Call = Callable[[Asked], Answered]
"""The socket: carries a request over and brings the answer. Fakes stand exactly here. Raises: OutsideDown."""


class OutsideDown(DomainError):
    """An outside system could not be reached, or answered nonsense. ``reason`` holds no address and no secret."""

    code = "outside.down"
    message = "外部系统暂时没有应答（{reason}）。请稍后再试，或改用其他方式。"
    message_en = "The outside system does not answer at present ({reason}). Try later, or another way."
    status = 503


class PassKeep(Protocol):
    """Keeps what an outside system lent us for a while (access tokens, tickets), for every process alike."""

    def get(self, name: str, *, at: datetime) -> str | None: ...

    def put(self, name: str, value: str, *, until: datetime) -> None: ...

    def drop(self, name: str) -> None: ...
