"""How entries are sealed, and what a difference between seal and entries means. Pure: keys and rows come in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jingwei.foundation.audit.contracts import Fault, Finding
from jingwei.kernel.crypto import seal
from jingwei.kernel.errors import DomainError, Invalid

MARK_BYTES = 16
KEY_MARK_BYTES = 8

SealedColumns = Sequence[str | None]
"""An entry's columns as text, in the order of ``queries.COLUMNS``."""


class ReasonMissing(Invalid):
    code = "audit.reason_missing"
    message = "请用 --reason 说明恢复备份的原因和经办人。"
    message_en = "Say with --reason why the backup was restored and by whom."


class WalkOnItsWay(DomainError):
    code = "audit.walk_on_its_way"
    message = "全部核验正在进行，无需再次开始。进度见本页。"
    message_en = "A whole verification is on its way already; this page shows how far it is."


class AuditTouched(DomainError):
    code = "audit.touched"
    message = "审计核验发现 {count} 处问题，首处：{first}。请立即运行 ./jw audit verify 并保全现场。"
    message_en = (
        "The audit check found {count} faults; run ./jw audit verify at once and preserve the evidence."
    )


@dataclass(frozen=True, slots=True)
class SealFacts:
    """A seal's columns, without Django."""

    number: int
    sealed_at: str
    from_xact: int
    to_xact: int
    entry_count: int
    marks: bytes
    key_mark: bytes
    digest: bytes


def mark_of(key: bytes, entry_id: int, columns: SealedColumns) -> bytes:
    """An entry's mark: 8 bytes of its id, 8 of a keyed digest over every column (absent differs from empty)."""
    parts = [b"\x00" if column is None else b"\x01" + column.encode() for column in columns]
    return entry_id.to_bytes(8, "big") + seal(key, b"entry", *parts)[: MARK_BYTES - 8]


def key_mark(key: bytes) -> bytes:
    """Tells seals of another key from forged ones, and nothing about the key."""
    return seal(key, b"which key")[:KEY_MARK_BYTES]


def digest_of(key: bytes, previous: bytes, facts: SealFacts) -> bytes:
    """A seal's digest, chained to its predecessor's."""
    numbers = (facts.number, facts.from_xact, facts.to_xact, facts.entry_count)
    head = ",".join(str(number) for number in numbers) + "," + facts.sealed_at
    return seal(key, b"seal", previous, head.encode(), facts.marks)


def marks_by_id(marks: bytes) -> dict[int, bytes]:
    """The marks of a seal by entry id."""
    cut = (marks[start : start + MARK_BYTES] for start in range(0, len(marks), MARK_BYTES))
    return {int.from_bytes(mark[:8], "big"): mark for mark in cut}


def compare(number: int, sealed: bytes, found: Iterable[bytes]) -> list[Finding]:
    """Which entries differ between what was sealed and what stands there now."""
    expected = marks_by_id(sealed)
    findings = []
    for mark in found:
        entry_id = int.from_bytes(mark[:8], "big")
        was = expected.pop(entry_id, None)
        if was is None:
            findings.append(Finding(Fault.ENTRY_INSERTED, number, entry_id))
        elif was != mark:
            findings.append(Finding(Fault.ENTRY_CHANGED, number, entry_id))
    findings += [Finding(Fault.ENTRY_DELETED, number, entry_id) for entry_id in expected]
    return sorted(findings, key=lambda finding: finding.entry_id or 0)


def chain_faults(key: bytes, previous: SealFacts | None, present: SealFacts) -> list[Finding]:
    """Whether a seal is whole and follows its predecessor."""
    expected_number = previous.number + 1 if previous else 1
    missing = range(expected_number, present.number)
    faults = [Finding(Fault.SEAL_DELETED, number, None) for number in missing]
    if present.key_mark != key_mark(key):
        return [*faults, Finding(Fault.OTHER_KEY, present.number, None)]
    follows = present.from_xact == (previous.to_xact if previous else 0)
    is_whole = present.digest == digest_of(key, previous.digest if previous else b"", present)
    if not missing and not (follows and is_whole):
        faults.append(Finding(Fault.SEAL_CHANGED, present.number, None))
    return faults


def statement_of(number: int, digest: bytes) -> bytes:
    """What a witness is shown of a seal: enough to recognise it, nothing of what it covers."""
    return f"jingwei audit seal {number} {digest.hex()}".encode()
