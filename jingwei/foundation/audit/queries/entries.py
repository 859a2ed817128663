"""Reading entries: for inspectors within their area, and for those who need their own trace."""

from datetime import datetime
from uuid import UUID

from jingwei.foundation.audit.contracts import AuditEntry
from jingwei.foundation.audit.models import Entry
from jingwei.kernel.paging import Page, key_of, page_of


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
