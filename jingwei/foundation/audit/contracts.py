"""What a verification finds."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from jingwei.kernel.errors import DomainError


class Fault(StrEnum):
    """What can be wrong with the audit."""

    ENTRY_CHANGED = "entry_changed"
    ENTRY_DELETED = "entry_deleted"
    ENTRY_INSERTED = "entry_inserted"
    ENTRY_FROM_FUTURE = "entry_from_future"
    SEAL_CHANGED = "seal_changed"
    SEAL_DELETED = "seal_deleted"
    ANCHOR_DIFFERS = "anchor_differs"
    ANCHOR_DELETED = "anchor_deleted"
    ANCHOR_BROKEN = "anchor_broken"
    WITNESS_DIFFERS = "witness_differs"
    WITNESS_BROKEN = "witness_broken"
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
    Fault.ANCHOR_DELETED: (
        "封条 {seal} 的库外锚点被删去",
        "the anchor of seal {seal} outside the database was deleted",
    ),
    Fault.ANCHOR_BROKEN: (
        "库外锚点文件有读不懂的一行（应在封条 {seal} 之后）",
        "a line of the anchors outside the database cannot be read (it should follow seal {seal})",
    ),
    Fault.WITNESS_DIFFERS: (
        "封条 {seal} 与外部见证（时间戳）所证明的不一致",
        "seal {seal} is not the one that the outside witness (timestamp) saw",
    ),
    Fault.WITNESS_BROKEN: (
        "封条 {seal} 的外部见证（时间戳凭据）无效：被改动，或不是可信机构签发",
        "the witness's proof for seal {seal} is void: altered, or not signed by a trusted authority",
    ),
    Fault.OTHER_KEY: (
        "封条 {seal} 使用的密钥与当前 JINGWEI_AUDIT_KEY 不同，无法核验",
        "seal {seal} was made with another JINGWEI_AUDIT_KEY and cannot be verified",
    ),
}


@dataclass(frozen=True, slots=True)
class Verification:
    """What a verification went over and what it found.

    ``anchor_count`` and ``witness_count``: how many of the seals were compared with what stands outside the database.
    """

    checked_at: datetime
    seal_count: int
    entry_count: int
    unsealed_count: int
    findings: tuple[Finding, ...]
    anchor_count: int = 0
    witness_count: int = 0

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


@dataclass(frozen=True, slots=True)
class WalkState:
    """How far a whole verification has come; ``finished_at`` is empty while it goes on."""

    begun_at: datetime
    finished_at: datetime | None
    seal_total: int
    seals_done: int
    entries_done: int
    finding_count: int


@dataclass(frozen=True, slots=True)
class WitnessState:
    """One witness outside: the last seal it saw, and when by its own clock. Empty before the first time."""

    name: str
    last_seal: int | None
    last_at: datetime | None
    proofs: int


class ProofRefused(DomainError):
    """A witness's proof that proves nothing. ``reason`` is for operators."""

    code = "audit.proof_refused"
    message = "外部见证的凭据无效（{reason}）。"
    message_en = "The witness's proof is void ({reason})."


class Witness(Protocol):
    """Somebody outside who can later prove what they were shown: a time-stamping authority, a notary, a ledger.

    They get a statement that holds a digest and nothing else. ``name`` is stable: proofs are filed under it.
    """

    @property
    def name(self) -> str: ...

    def attest(self, statement: bytes) -> bytes:
        """A proof that the statement was seen. Raises: OutsideDown."""

    def attested_at(self, statement: bytes, proof: bytes) -> datetime:
        """When it was seen, by the witness's clock; the proof is checked. Raises: ProofRefused."""
