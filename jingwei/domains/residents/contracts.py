"""What other apps may know of residents: how somebody lives somewhere, and that something was asked about a record."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from uuid import UUID

from jingwei.foundation.events.contracts import Event

RESIDENT = "residents.person"
"""The key of the kind of record: form, import and history go by it."""


class Living(IntEnum):
    """How somebody belongs to a place: a fact of the residence, never of the person."""

    HOME = 1  # 户籍在此，也住在此
    INCOMING = 2  # 流入：住在此，户籍在别处
    AWAY = 3  # 外出：户籍在此，住在别处


class RegisterOccasion(StrEnum):
    """Why somebody is registered now."""

    FOUND = "found"  # 走访登记
    ARRIVED = "arrived"  # 迁入
    BIRTH = "birth"  # 出生


class EndWhy(StrEnum):
    """Why a record ended. The record stays until its period is over."""

    LEFT = "left"  # 迁出本市
    DIED = "died"  # 死亡
    MISTAKEN = "mistaken"  # 登记有误


class RequestKind(StrEnum):
    """What somebody asks of those who keep a record they cannot change themselves."""

    MOVE_IN = "move_in"  # 请求迁入
    CORRECTION = "correction"  # 本人请求更正


class RequestState(StrEnum):
    """Where a request stands."""

    OPEN = "open"  # 待处理
    ACCEPTED = "accepted"  # 已同意
    DECLINED = "declined"  # 未同意


@dataclass(frozen=True, slots=True)
class RequestMoved(Event):
    """Something was asked about a record, or decided. Ids only: who is meant is read by who may see it."""

    request_id: UUID
    at: datetime
