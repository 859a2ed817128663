"""What a personal field is: why it is kept, on what ground, how long, and how it looks when masked."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from jingwei.foundation.access.contracts import Actor


class Mask(StrEnum):
    """How a value looks to those who have not revealed it."""

    PHONE = "phone"  # 138****5678
    NAME = "name"  # 李**
    WHOLE = "whole"  # ******
    IDENTITY = "identity"  # 430***********1234


@dataclass(frozen=True, slots=True)
class PersonalField:
    """One personal field. ``name`` is stable: it is bound into the ciphertext and the blind index."""

    name: str
    label: str
    purpose: str
    legal_basis: str
    retention_days: int
    mask: Mask


@dataclass(frozen=True, slots=True)
class SealedValue:
    """A personal value as stored: ciphertext, exact-match index, index of the last four characters."""

    sealed: bytes
    index: bytes
    tail_index: bytes


class Purpose(StrEnum):
    """Why somebody looks at a personal field. Recorded with every look; the person may ask for the list."""

    CONTACT_REPORTER = "contact_reporter"  # 联系反映人核实
    FOLLOW_UP = "follow_up"  # 回访
    ANSWER_REQUEST = "answer_request"  # 答复本人查询
    SUPERVISION = "supervision"  # 监督检查
    EXPORT = "export"  # 经审批导出
    MEDIATE = "mediate"  # 调解纠纷
    KEEP_RECORD = "keep_record"  # 登记核对
    VISIT_RESIDENT = "visit_resident"  # 上门走访
    SERVE_RESIDENT = "serve_resident"  # 为本人办事
    REFER = "refer"  # 转介联系


class Manner(StrEnum):
    """How a personal field was used."""

    OPENED = "opened"  # 查看原文
    SEARCHED = "searched"  # 按已知的号码查找
    EXPORTED = "exported"  # 导出原文


@dataclass(frozen=True, slots=True)
class Look:
    """A recorded look, as the person concerned reads it."""

    at: datetime
    viewer_name: str
    unit_id: UUID | None
    field: str
    target: str
    purpose: str


class KeptKind(StrEnum):
    """What may be kept about somebody, in the words of the page on which they read it."""

    ACCOUNT_PHONE = "account_phone"  # 登录或工作用的电话
    SESSIONS = "sessions"  # 登录状态
    CONTAINERS = "containers"  # 关联的应用账号
    REPORTS = "reports"  # 我的上报
    REPORTER_PHONE = "reporter_phone"  # 上报时留的电话
    REPORTER_NAME = "reporter_name"  # 上报时留的姓名
    FOLLOWED = "followed"  # 关注的事项
    FILES = "files"  # 上传的照片等
    NOTICES = "notices"  # 收到的通知
    CALLS = "calls"  # 热线通话的来电号码
    RESIDENT_RECORD = "resident_record"  # 实有人口登记


@dataclass(frozen=True, slots=True)
class Kept:
    """One kind of thing that is kept about a person: how many, since when, for what, on what ground, how long.

    ``shown`` is the value as it may be shown (masked), where there is one; ``retention_days`` is None for what stays
    as long as the person wants it.
    """

    kind: KeptKind
    count: int
    purpose: str
    legal_basis: str
    retention_days: int | None
    since_at: datetime | None = None
    shown: str | None = None


class KeptSource(Protocol):
    """An app's answer to “what do you keep about me?”, asked with the eyes of the person."""

    def __call__(self, actor: Actor, *, at: datetime) -> list[Kept]: ...
