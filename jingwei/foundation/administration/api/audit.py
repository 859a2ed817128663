"""The audit for inspectors."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Schema

from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.administration.contracts import AuditState
from jingwei.foundation.administration.queries import audit_state
from jingwei.foundation.audit.contracts import AuditEntry, Fault
from jingwei.foundation.audit.queries import entries_seen
from jingwei.kernel.clock import now
from jingwei.kernel.paging import Page

router = Router(tags=["audit"])


class EntryOut(Schema):
    entry_id: int
    at: datetime
    person_id: UUID | None
    actor_name: str
    role: str
    acting_for_id: UUID | None
    permission: str
    target: str
    area_code: str
    change: dict[str, Any]


class EntryPage(Schema):
    rows: list[EntryOut]
    next_cursor: str | None


class FindingOut(Schema):
    fault: Fault
    seal_number: int | None
    entry_id: int | None
    text: str
    text_en: str


class VerificationOut(Schema):
    checked_at: datetime
    seal_count: int
    entry_count: int
    unsealed_count: int
    is_intact: bool
    findings: list[FindingOut]


class AuditStateOut(Schema):
    recent: VerificationOut
    last_whole: VerificationOut | None


@edge.operation(
    router, "GET", "/audit/entries", "listAuditEntries", Permission.READ_AUDIT, response=EntryPage
)
def list_audit_entries(
    request: HttpRequest,
    target: str | None = None,
    person_id: UUID | None = None,
    since: edge.Moment | None = None,
    until: edge.Moment | None = None,
    limit: int = Query(50, ge=1, le=200),
    cursor: str | None = None,
) -> Page[AuditEntry]:
    """Who did what within the inspector's area, latest first."""
    return entries_seen(
        target=target, person_id=person_id, since=since, until=until, limit=limit, cursor=cursor
    )


@edge.operation(
    router,
    "GET",
    "/audit/verification",
    "verifyAudit",
    Permission.READ_AUDIT,
    response=AuditStateOut,
    opens_eyes=False,
)
def verify_audit(request: HttpRequest) -> AuditState:
    """Verifies the newest seals now, and reports the last whole verification (made every night)."""
    return audit_state(at=now())
