"""What a personal field is: why it is kept, on what ground, how long, and how it looks when masked."""

from dataclasses import dataclass
from enum import StrEnum


class Mask(StrEnum):
    """How a value looks to those who have not revealed it."""

    PHONE = "phone"  # 138****5678
    NAME = "name"  # 李**
    WHOLE = "whole"  # ******


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
