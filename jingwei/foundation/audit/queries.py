"""Reading the audit: for inspectors within their area, and whole, to verify it."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection

from jingwei.foundation.access.contracts import system_actor
from jingwei.foundation.audit.contracts import AuditEntry, Fault, Finding, Verification
from jingwei.foundation.audit.models import Check, Entry, Seal
from jingwei.foundation.audit.rules import SealFacts, chain_faults, compare, mark_of
from jingwei.foundation.scoping import eyes
from jingwei.kernel.paging import Page, key_of, page_of

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


def entries_seen(
    *,
    target: str | None,
    person_id: UUID | None,
    since: datetime | None,
    until: datetime | None,
    limit: int,
    cursor: str | None,
) -> Page[AuditEntry]:
    """Entries within the running transaction's sight (row-level security), latest first."""
    rows = Entry.objects.all()
    if target:
        rows = rows.filter(target=target)
    if person_id:
        rows = rows.filter(person_id=person_id)
    if since:
        rows = rows.filter(at__gte=since)
    if until:
        rows = rows.filter(at__lt=until)
    if cursor:
        (last_id,) = key_of(cursor, int)
        rows = rows.filter(id__lt=last_id)
    found = [_entry(row) for row in rows.order_by("-id")[: limit + 1]]
    return page_of(found, limit, lambda entry: (entry.entry_id,))


def latest_check() -> Verification | None:
    """The last whole verification on record."""
    row = Check.objects.order_by("-id").first()
    if row is None:
        return None
    findings = tuple(Finding(Fault(f["fault"]), f["seal"], f["entry"]) for f in row.findings)
    return Verification(row.checked_at, row.seal_count, row.entry_count, row.unsealed_count, findings)


def latest_seal() -> SealFacts | None:
    """The end of the chain."""
    row = Seal.objects.order_by("-number").first()
    return seal_facts(row) if row else None


def verify(*, at: datetime, newest_seals: int | None = None) -> Verification:
    """Go over the chain of seals, the entries under each, and the anchors outside the database.

    ``newest_seals`` limits the walk to the chain's end, for an answer within a request. Looks with the system's eyes:
    an entry outside somebody's area is sealed like any other.
    """
    findings: list[Finding] = []
    seal_count = entry_count = 0
    with eyes(KEEPER):
        anchors = read_anchors()
        last = latest_seal()
        first = max(1, last.number - newest_seals + 1) if last and newest_seals else 1
        before = Seal.objects.filter(number=first - 1).first()
        previous = seal_facts(before) if before else None
        for row in Seal.objects.filter(number__gte=first).order_by("number").iterator(chunk_size=50):
            present = seal_facts(row)
            faults = chain_faults(settings.AUDIT_KEY, previous, present)
            if not any(fault.fault is Fault.OTHER_KEY for fault in faults):
                with marks_between(present.from_xact, present.to_xact) as marks:
                    faults += compare(present.number, present.marks, marks)
            findings += faults
            seal_count, entry_count = seal_count + 1, entry_count + present.entry_count
            previous = present
        findings += _differing_anchors(anchors, first)
        findings += [Finding(Fault.ENTRY_FROM_FUTURE, None, entry_id) for entry_id in _forged()]
        unsealed = Entry.objects.filter(xact__gte=last.to_xact if last else 0).count()
    return Verification(at, seal_count, entry_count, unsealed, tuple(findings))


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


def anchors_file() -> Path:
    """Where this installation writes the chain's ends outside the database; ship it elsewhere, append-only."""
    name = connection.settings_dict["NAME"]
    return Path(settings.VAR_FOLDER) / "audit" / f"anchors-{name}.log"


def read_anchors() -> dict[int, str]:
    """Seal digests by number as anchored; a recorded restore forgets those after the seal it went back to."""
    anchors: dict[int, str] = {}
    path = anchors_file()
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    for line in lines:
        words = json.loads(line)
        if "restored_after" in words:
            anchors = {n: digest for n, digest in anchors.items() if n <= words["restored_after"]}
        else:
            anchors[words["seal"]] = words["digest"]
    return anchors


def _marks(cursor: Any) -> Iterator[bytes]:
    while rows := cursor.fetchmany(FETCHED_AT_ONCE):
        for row in rows:
            yield mark_of(settings.AUDIT_KEY, row[0], row[1:])


def _differing_anchors(anchors: dict[int, str], first: int) -> list[Finding]:
    """The first anchor that the chain does not meet (whatever follows it differs as well)."""
    checked = {number: digest for number, digest in anchors.items() if number >= first}
    digests = dict(Seal.objects.filter(number__gte=first).values_list("number", "digest"))
    for number in sorted(checked):
        if bytes(digests.get(number, b"")).hex() != checked[number]:
            return [Finding(Fault.ANCHOR_DIFFERS, number, None)]
    return []


def _forged() -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(FORGED)
        return [row[0] for row in cursor.fetchall()]


def _entry(row: Entry) -> AuditEntry:
    return AuditEntry(
        entry_id=row.id,
        at=row.at,
        person_id=row.person_id,
        actor_name=row.actor_name,
        role=row.role,
        acting_for_id=row.acting_for_id,
        permission=row.permission,
        target=row.target,
        area_code=row.area_code,
        change=row.change,
    )
