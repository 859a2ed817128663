"""What a verification finds."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Fault(StrEnum):
    """What can be wrong with the audit."""

    ENTRY_CHANGED = "entry_changed"
    ENTRY_DELETED = "entry_deleted"
    ENTRY_INSERTED = "entry_inserted"
    ENTRY_FROM_FUTURE = "entry_from_future"
    SEAL_CHANGED = "seal_changed"
    SEAL_DELETED = "seal_deleted"
    ANCHOR_DIFFERS = "anchor_differs"
    OTHER_KEY = "other_key"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: in which seal, at which entry (None where it concerns a whole seal)."""

    fault: Fault
    seal_number: int | None
    entry_id: int | None

    @property
    def text(self) -> str:
        return FAULT_TEXTS[self.fault][0].format(seal=self.seal_number, entry=self.entry_id)

    @property
    def text_en(self) -> str:
        return FAULT_TEXTS[self.fault][1].format(seal=self.seal_number, entry=self.entry_id)


FAULT_TEXTS = {
    Fault.ENTRY_CHANGED: (
        "审计记录 {entry} 在封存后被改动（封条 {seal}）",
        "entry {entry} was changed after sealing (seal {seal})",
    ),
    Fault.ENTRY_DELETED: (
        "审计记录 {entry} 在封存后被删除（封条 {seal}）",
        "entry {entry} was deleted after sealing (seal {seal})",
    ),
    Fault.ENTRY_INSERTED: (
        "审计记录 {entry} 是封存后插入的（封条 {seal}）",
        "entry {entry} was inserted after sealing (seal {seal})",
    ),
    Fault.ENTRY_FROM_FUTURE: (
        "审计记录 {entry} 的事务号尚未发生，应为伪造",
        "entry {entry} claims a transaction that has not happened: forged",
    ),
    Fault.SEAL_CHANGED: (
        "封条 {seal} 被改动，或不能与前一封条相接",
        "seal {seal} was changed or does not follow its predecessor",
    ),
    Fault.SEAL_DELETED: ("封条 {seal} 缺失", "seal {seal} is missing"),
    Fault.ANCHOR_DIFFERS: (
        "封条 {seal} 与库外锚点不一致。若曾恢复过备份，请执行 ./jw audit restored --reason 原因",
        "seal {seal} differs from the anchor outside the database; after a restore run ./jw audit restored --reason …",
    ),
    Fault.OTHER_KEY: (
        "封条 {seal} 使用的密钥与当前 JINGWEI_AUDIT_KEY 不同，无法核验",
        "seal {seal} was made with another JINGWEI_AUDIT_KEY and cannot be verified",
    ),
}


@dataclass(frozen=True, slots=True)
class Verification:
    """What a verification went over and what it found."""

    checked_at: datetime
    seal_count: int
    entry_count: int
    unsealed_count: int
    findings: tuple[Finding, ...]

    @property
    def is_intact(self) -> bool:
        return not self.findings


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One act as an inspector reads it."""

    entry_id: int
    at: datetime
    person_id: UUID | None
    actor_name: str
    role: str
    acting_for_id: UUID | None
    permission: str
    target: str
    area_code: str
    change: dict[str, object]
