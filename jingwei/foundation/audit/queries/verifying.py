"""Verifying: the chain of seals, the entries under each, and what stands outside the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.db import connection

from jingwei.foundation.access.contracts import system_actor
from jingwei.foundation.audit.contracts import Fault, Finding, Verification, WalkState
from jingwei.foundation.audit.models import Check, Entry, Seal, Walk
from jingwei.foundation.audit.queries.anchors import (
    anchor_faults,
    read_anchored,
    read_witnessed,
    witness_faults,
)
from jingwei.foundation.audit.rules import SealFacts, chain_faults, compare, mark_of
from jingwei.foundation.scoping import eyes

KEEPER = system_actor("审计封存")
FETCHED_AT_ONCE = 2000

SEALED_ENTRIES = """
select e.id, id::text, xact::text, (extract(epoch from at) * 1000000)::bigint::text, person_id::text, post_id::text,
       acting_for_id::text, actor_name, role, permission, target, area_code, change::text
  from audit_entry e
 where e.xact >= %s and e.xact < %s
 order by e.xact, e.id
"""

FORGED = """
select id from audit_entry
 where xact >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint + jw_era()
   and xact is distinct from pg_current_xact_id_if_assigned()::text::bigint + jw_era()
 order by id limit 100
"""


@dataclass(frozen=True, slots=True)
class Portion:
    """A part of the chain as it was found: up to which seal, and whether that was the last."""

    reached: int
    seal_count: int
    entry_count: int
    findings: tuple[Finding, ...]


def latest_check() -> Verification | None:
    """The last whole verification on record."""
    row = Check.objects.order_by("-id").first()
    if row is None:
        return None
    findings = tuple(Finding(Fault(f["fault"]), f["seal"], f["entry"]) for f in row.findings)
    return Verification(
        row.checked_at,
        row.seal_count,
        row.entry_count,
        row.unsealed_count,
        findings,
        row.anchor_count,
        row.witness_count,
    )


def latest_walk() -> WalkState | None:
    """The whole verification that is on its way, or the last that was."""
    row = Walk.objects.order_by("-id").first()
    if row is None:
        return None
    return WalkState(
        begun_at=row.begun_at,
        finished_at=row.finished_at,
        seal_total=row.seal_total,
        seals_done=min(row.reached, row.seal_total),
        entries_done=row.entry_count,
        finding_count=len(row.findings),
    )


def latest_seal() -> SealFacts | None:
    """The end of the chain."""
    row = Seal.objects.order_by("-number").first()
    return seal_facts(row) if row else None


def verify(*, at: datetime, newest_seals: int | None = None) -> Verification:
    """Go over the chain of seals, the entries under each, and what stands outside the database.

    ``newest_seals`` limits the walk to the chain's end, for an answer within a request. Looks with the system's eyes:
    an entry outside somebody's area is sealed like any other.
    """
    with eyes(KEEPER):
        last = latest_seal()
        first = max(1, last.number - newest_seals + 1) if last and newest_seals else 1
        walked = verify_portion(first)
        return verification_of(walked, first=first, at=at)


def verify_portion(first: int, *, most: int | None = None) -> Portion:
    """The seals from ``first`` on, and the entries under each. Call it with the system's eyes."""
    findings: list[Finding] = []
    seal_count = entry_count = 0
    before = Seal.objects.filter(number__lt=first).order_by("-number").first() if first > 1 else None
    previous = seal_facts(before) if before else None
    rows = Seal.objects.filter(number__gte=first).order_by("number")
    for row in rows[:most] if most else rows.iterator(chunk_size=50):
        present = seal_facts(row)
        faults = chain_faults(settings.AUDIT_KEY, previous, present)
        if not any(fault.fault is Fault.OTHER_KEY for fault in faults):
            with marks_between(present.from_xact, present.to_xact) as marks:
                faults += compare(present.number, present.marks, marks)
        findings += faults
        seal_count, entry_count = seal_count + 1, entry_count + present.entry_count
        previous = present
    return Portion(previous.number if previous else 0, seal_count, entry_count, tuple(findings))


def verification_of(walked: Portion, *, first: int, at: datetime) -> Verification:
    """What was walked, with what only the whole can say: anchors, witnesses, entries out of the future."""
    last = latest_seal()
    anchored, witnessed = read_anchored(), read_witnessed()
    rows = Seal.objects.filter(number__gte=first).values_list("number", "digest")
    present = {number: bytes(digest).hex() for number, digest in rows}
    proved, compared = witness_faults(witnessed, present, first=first)
    findings = [*walked.findings, *anchor_faults(anchored, present, first=first), *proved]
    findings += [Finding(Fault.ENTRY_FROM_FUTURE, None, entry_id) for entry_id in _forged()]
    return Verification(
        checked_at=at,
        seal_count=walked.seal_count,
        entry_count=walked.entry_count,
        unsealed_count=Entry.objects.filter(xact__gte=last.to_xact if last else 0).count(),
        findings=tuple(findings),
        anchor_count=sum(number >= first for number in anchored.digests),
        witness_count=compared,
    )


@contextmanager
def marks_between(from_xact: int, to_xact: int) -> Iterator[Iterator[bytes]]:
    """The marks of the entries that stand in a range now, in (xact, id) order, read in portions."""
    with connection.chunked_cursor() as cursor:
        cursor.execute(SEALED_ENTRIES, [from_xact, to_xact])
        yield _marks(cursor)


def seal_facts(row: Seal) -> SealFacts:
    """A seal as the rules know it."""
    return SealFacts(
        number=row.number,
        sealed_at=row.sealed_at.astimezone(UTC).isoformat(),
        from_xact=row.from_xact,
        to_xact=row.to_xact,
        entry_count=row.entry_count,
        marks=bytes(row.marks),
        key_mark=bytes(row.key_mark),
        digest=bytes(row.digest),
    )


def _marks(cursor: Any) -> Iterator[bytes]:
    while rows := cursor.fetchmany(FETCHED_AT_ONCE):
        for row in rows:
            yield mark_of(settings.AUDIT_KEY, row[0], row[1:])


def _forged() -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(FORGED)
        return [row[0] for row in cursor.fetchall()]
