"""Officers and teams 队伍 as the house speaks of them: kinds of force, what was done, what we ask of others."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from jingwei.foundation.access.contracts import Actor, Role
from jingwei.foundation.events.contracts import Event


class Tier(StrEnum):
    """Where a kind stands in 1+4+X."""

    CORE = "core"  # 专职力量（1）
    FIXED = "fixed"  # 固定力量（4）
    OTHER = "other"  # 其他力量（X）


class Ground(StrEnum):
    """At which level a kind is counted. Whoever works for a community works for each of its grids."""

    GRID = "grid"
    COMMUNITY = "community"


class MemberDeed(StrEnum):
    """What was done to somebody's file."""

    REGISTERED = "registered"  # 建档
    CHANGED = "changed"  # 修改
    JOINED = "joined"  # 到岗
    MOVED = "moved"  # 调动
    LEFT = "left"  # 离岗


class ReferralState(StrEnum):
    """Where a referral stands."""

    ASKED = "asked"  # 待答复
    ANSWERED = "answered"  # 已答复
    WITHDRAWN = "withdrawn"  # 已撤回


@dataclass(frozen=True, slots=True)
class ForceKind:
    """A kind of force. With ``role`` it is filled by whoever holds a post of that role: posts are the only truth of that.

    ``is_specialist``: matters can be referred to it.
    """

    key: str
    name_zh: str
    name_en: str
    tier: Tier
    ground: Ground
    role: Role | None
    is_specialist: bool
    is_active: bool = True


@dataclass(frozen=True, slots=True)
class Standard:
    """What a grid should have, from a day on: ``wanted`` is how many of a kind each of its areas should have.

    ``names_are_public``: whether residents are told what their grid's officer is called.
    """

    from_on: date
    households_per_officer: int
    matters_per_officer: int
    names_are_public: bool
    wanted: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class MatterRef:
    """A matter as a referral knows it. Guarded ones (tips, matters about a unit) are told to nobody else."""

    incident_id: UUID
    receipt_no: str
    title: str
    area_code: str
    is_guarded: bool


class FindMatters(Protocol):
    """Those of these matters that the actor sees, by id."""

    def __call__(self, actor: Actor, incident_ids: list[UUID]) -> dict[UUID, MatterRef]: ...


class CountOpen(Protocol):
    """How many matters are open in each community of an area; from counts, never from the matters."""

    def __call__(self, actor: Actor, within: str, *, at: datetime) -> Mapping[str, int]: ...


@dataclass(frozen=True, slots=True)
class ReferralMoved(Event):
    """A referral was asked, answered or withdrawn."""

    referral_id: UUID
    state: ReferralState
    at: datetime
