"""Writing the audit. Appending takes no lock that another writer could wait for; sealing waits for other sealers only."""

import base64
import json
import logging
import os
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from jingwei.foundation.access.contracts import Actor, Permission, system_actor
from jingwei.foundation.audit.contracts import Fault, Finding, Verification
from jingwei.foundation.audit.models import Check, Era, Seal, Walk
from jingwei.foundation.audit.queries import (
    KEEPER,
    TAIL_BYTES,
    Portion,
    anchors_file,
    last_anchored,
    latest_seal,
    marks_between,
    proofs_file,
    read_witnessed,
    verification_of,
    verify,
    verify_portion,
    witnesses,
)
from jingwei.foundation.audit.rules import (
    MARK_BYTES,
    AuditTouched,
    ReasonMissing,
    SealFacts,
    WalkOnItsWay,
    digest_of,
    key_mark,
    statement_of,
)
from jingwei.foundation.scoping import eyes
from jingwei.kernel.sockets import OutsideDown

APPEND = """
insert into audit_entry
       (at, xact, person_id, post_id, acting_for_id, actor_name, role, permission, target, area_code, change)
values (clock_timestamp(), jw_xact(), %s, %s, %s, %s, %s, %s, %s, %s, %s)
"""

SEALERS_LOCK = "select pg_advisory_xact_lock(43090002)"
ENTRIES_PER_SEAL = 10_000
SEALS_PER_PORTION = 200
"""A portion of a whole verification: seconds, so that nothing is held open and progress can be seen."""
ADVANCE_WALK = "audit.advance_walk"
MOST_FINDINGS = 1000
log = logging.getLogger(__name__)

# Whatever began before the horizon has ended: no entry with a smaller xact can appear any more. By id this would not
# hold: entry 2 may be visible before entry 1.
HORIZON = "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint + jw_era()"

BATCH_END = """
select xact + 1 from audit_entry where xact >= %s and xact < %s order by xact, id offset %s limit 1
"""

LATEST_XACT = """
select greatest((select coalesce(max(xact) + 1, 0) from audit_entry),
                (select coalesce(max(to_xact), 0) from audit_seal)),
       pg_current_xact_id()::text::bigint, jw_era()
"""

RESTORER = system_actor("备份恢复")


def append(actor: Actor, permission: Permission, target: str, area_code: str, change: dict[str, Any]) -> None:
    """Append one entry in the running transaction. ``change`` holds no personal field in the clear."""
    with connection.cursor() as cursor:
        cursor.execute(APPEND, entry_values(actor, permission, target, area_code, change))


def entry_values(
    actor: Actor, permission: Permission, target: str, area_code: str, change: dict[str, Any]
) -> list[Any]:
    """The values of an entry in the order of ``APPEND``, for hot-path statements that carry it along."""
    return [
        actor.person_id,
        actor.post_id,
        actor.acting_for_id,
        actor.name,
        actor.role.value,
        permission.value,
        target,
        area_code,
        json.dumps(change, cls=DjangoJSONEncoder, ensure_ascii=False, sort_keys=True),
    ]


def seal_entries(*, at: datetime, below: int | None = None) -> int:
    """Seal every entry that no older transaction can still join, and anchor the chain. Returns how many.

    ``below`` is the horizon, for those who know it (tests); it is read from the database otherwise.
    """
    sealed = 0
    while count := _seal_once(at, below):
        sealed += count
    anchor_seals()
    return sealed


def anchor_seals() -> int:
    """Write the chain's new ends outside the database. Returns how many."""
    with eyes(KEEPER):
        last = last_anchored()
        fresh = Seal.objects.filter(number__gt=last).order_by("number")
        lines = [
            {"seal": seal.number, "digest": bytes(seal.digest).hex(), "at": seal.sealed_at.isoformat()}
            for seal in fresh.only("number", "digest", "sealed_at")
        ]
    _write_lines(anchors_file(), lines)
    return len(lines)


def call_witnesses(*, at: datetime) -> int:
    """Show the chain's end to every witness that has not seen it. Returns how many proofs came back.

    One that is down is asked again next time: then its proof covers everything in between as well.
    """
    with eyes(KEEPER):
        last = latest_seal()
    if last is None:
        return 0
    seen = {(one.witness, one.seal_number, one.digest) for one in read_witnessed().proofs}
    came = 0
    for witness in witnesses():
        if (witness.name, last.number, last.digest.hex()) in seen:
            continue
        try:
            proof = witness.attest(statement_of(last.number, last.digest))
        except OutsideDown as down:
            log.warning("the witness %s did not answer: %s", witness.name, down.data.get("reason"))
            continue
        line = {
            "seal": last.number,
            "digest": last.digest.hex(),
            "witness": witness.name,
            "at": at.isoformat(),
        }
        _write_lines(proofs_file(), [line | {"proof": base64.b64encode(proof).decode()}])
        came += 1
    return came


def check_all(*, at: datetime) -> Verification:
    """Verify everything at once and keep the result, for inspectors."""
    result = verify(at=at)
    with eyes(KEEPER):
        _keep_check(result)
    return result


def begin_walk(*, at: datetime) -> None:
    """Begin a whole verification in portions; its progress can be read meanwhile. Raises: WalkOnItsWay."""
    with eyes(KEEPER):
        with connection.cursor() as cursor:
            cursor.execute(SEALERS_LOCK)
        if Walk.objects.filter(finished_at=None).exists():
            raise WalkOnItsWay
        last = latest_seal()
        Walk(begun_at=at, seal_total=last.number if last else 0, findings=[]).save(force_insert=True)
        _defer_walk()


def advance_walk(*, at: datetime) -> Verification | None:
    """The next portion of the whole verification; its result when that was the last, and None before.

    Two at once do not double anything: the row is locked, and whoever comes second goes on behind.
    """
    with eyes(KEEPER):
        walk = Walk.objects.select_for_update().filter(finished_at=None).first()
        if walk is None:
            return None
        part = verify_portion(walk.reached + 1, most=SEALS_PER_PORTION)
        walk.findings = [*walk.findings, *_stored(part.findings)][:MOST_FINDINGS]
        walk.entry_count += part.entry_count
        walk.reached = max(walk.reached, part.reached)
        if part.seal_count == SEALS_PER_PORTION:
            walk.save()
            _defer_walk()
            return None
        found = tuple(Finding(Fault(f["fault"]), f["seal"], f["entry"]) for f in walk.findings)
        whole = Portion(walk.reached, Seal.objects.count(), walk.entry_count, found)
        result = verification_of(whole, first=1, at=at)
        walk.finished_at, walk.findings = at, _stored(result.findings)[:MOST_FINDINGS]
        walk.seal_total = walk.reached
        walk.save()
        _keep_check(result)
        return result


def _stored(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    return [{"fault": f.fault.value, "seal": f.seal_number, "entry": f.entry_id} for f in findings]


def _keep_check(result: Verification) -> None:
    Check(
        checked_at=result.checked_at,
        seal_count=result.seal_count,
        entry_count=result.entry_count,
        unsealed_count=result.unsealed_count,
        anchor_count=result.anchor_count,
        witness_count=result.witness_count,
        findings=_stored(result.findings)[:MOST_FINDINGS],
    ).save(force_insert=True)


def _defer_walk() -> None:
    try:
        with transaction.atomic():
            app.configure_task(ADVANCE_WALK, queueing_lock=ADVANCE_WALK).defer()
    except AlreadyEnqueued:
        pass


def record_restore(reason: str, *, at: datetime) -> int:
    """Say that a backup was restored: recorded as an act, and anchors made after it no longer count.

    A database loaded into a new cluster counts transactions from the beginning; a new era lifts them above those
    already sealed. Run it before serving again. Returns the number of the last seal. Raises: ReasonMissing.
    """
    if not reason.strip():
        raise ReasonMissing
    with eyes(KEEPER):
        with connection.cursor() as cursor:
            cursor.execute(SEALERS_LOCK)
            cursor.execute(LATEST_XACT)
            reached, present, era = cursor.fetchone()
        lift = max(era, reached - present)
        if lift != era:
            Era(began_at=at, xact_offset=lift, reason=reason).save(force_insert=True)
        last = latest_seal()
        number = last.number if last else 0
        append(RESTORER, Permission.KEEP_AUDIT, f"audit.seal:{number}", "", {"restored": reason})
    for path in (anchors_file(), proofs_file()):
        _write_lines(path, [{"restored_after": number, "reason": reason, "at": at.isoformat()}])
    return number


def _seal_once(at: datetime, below: int | None) -> int:
    with eyes(KEEPER):
        with connection.cursor() as cursor:
            cursor.execute(SEALERS_LOCK)
            cursor.execute(HORIZON)
            horizon = below or cursor.fetchone()[0]
            previous = latest_seal()
            from_xact = previous.to_xact if previous else 0
            cursor.execute(BATCH_END, [from_xact, horizon, ENTRIES_PER_SEAL - 1])
            row = cursor.fetchone()
        to_xact = row[0] if row else horizon
        with marks_between(from_xact, to_xact) as found:
            marks = b"".join(found)
        if not marks:
            return 0
        facts = SealFacts(
            number=previous.number + 1 if previous else 1,
            sealed_at=at.astimezone(UTC).isoformat(),
            from_xact=from_xact,
            to_xact=to_xact,
            entry_count=len(marks) // MARK_BYTES,
            marks=marks,
            key_mark=key_mark(settings.AUDIT_KEY),
            digest=b"",
        )
        facts = replace(
            facts, digest=digest_of(settings.AUDIT_KEY, previous.digest if previous else b"", facts)
        )
        _insert_seal(facts, at)
        return facts.entry_count


def _insert_seal(facts: SealFacts, at: datetime) -> None:
    Seal(
        number=facts.number,
        sealed_at=at,
        from_xact=facts.from_xact,
        to_xact=facts.to_xact,
        entry_count=facts.entry_count,
        marks=facts.marks,
        key_mark=facts.key_mark,
        digest=facts.digest,
    ).save(force_insert=True)


def _write_lines(path: Path, lines: list[dict[str, Any]]) -> None:
    """Append whole lines, on disk when this returns; what a crash left of a line is cut off first."""
    if not lines:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    written = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode()
    with path.open("a+b") as file:
        begin = max(0, file.tell() - TAIL_BYTES)
        file.seek(begin)
        file.truncate(begin + file.read().rfind(b"\n") + 1)
        file.write(written)
        file.flush()
        os.fsync(file.fileno())


def require_intact(result: Verification) -> None:
    """Raises: AuditTouched."""
    if not result.is_intact:
        raise AuditTouched(count=len(result.findings), first=result.findings[0].text)
